// Compiles the arithmetic of the phrasing model, server/kernel/kernel.ts, for engines with relaxed SIMD and for those without.
//
//   node scripts/kernel.mjs
//
// Writes server/models/kernel-plain.bin and kernel-relaxed.bin; test/unit/phrasing-kernel.test.ts tells when the source has moved on.
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const FEATURES = { plain: [], relaxed: ['--enable', 'relaxed-simd'] };

/** The builds there are. */
export const BUILDS = Object.keys(FEATURES);

/** Compiles a build. */
export async function compileKernel(build) {
  let bytes;
  const { error, stderr } = await asc.main(
    [
      ...['server/kernel/kernel.ts', '--baseDir', root, '--outFile', 'kernel.wasm'],
      ...['--runtime', 'stub', '--importMemory', '--enable', 'simd', ...FEATURES[build]],
      ...['-O3', '--noAssert', '--converge'],
    ],
    {
      writeFile(_name, contents) {
        bytes = contents;
      },
    },
  );
  if (error) throw new Error(`${error.message}\n${stderr}`);
  return bytes;
}

/** What a model's file holds (server/src/models.ts): the length and the sum of the bytes, then the bytes. */
export function sealed(bytes) {
  let sum = 0x811c9dc5;
  for (const byte of bytes) sum = Math.imul(sum ^ byte, 0x01000193);
  const seal = Buffer.alloc(8);
  seal.writeUInt32LE(bytes.length, 0);
  seal.writeUInt32LE(sum >>> 0, 4);
  return Buffer.concat([seal, bytes]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const build of BUILDS) {
    const bytes = await compileKernel(build);
    writeFileSync(join(root, `server/models/kernel-${build}.bin`), sealed(bytes));
    console.log(`kernel-${build}.bin: ${bytes.length} bytes`);
  }
}

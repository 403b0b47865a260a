import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, test } from 'vitest';

test('the language server without its node entry can be bundled for a browser worker', async () => {
  const { metafile } = await build({
    absWorkingDir: fileURLToPath(new URL('../..', import.meta.url)),
    entryPoints: ['server/src/lsp/server.ts'],
    bundle: true,
    platform: 'browser',
    conditions: ['worker'],
    write: false,
    metafile: true,
    // a Node module would stop the build here
    logLevel: 'silent',
  });
  expect(
    Object.keys(metafile.inputs).filter((path) => /^server\/src\/(?:cli|workspace)\//.test(path)),
  ).toEqual([]);
});

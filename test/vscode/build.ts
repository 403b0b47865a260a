import { chmodSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build } from 'esbuild';

/** The parts of the tests, bundled for the programs that run them. */
export interface Built {
  /** Passed to @vscode/test-electron in place of VS Code's own executable. */
  readonly executable: string;
  /** The suite's entry, for the extension host. */
  readonly suite: string;
}

/** Bundles host and suite into a folder, which is emptied first. */
export async function buildTests(folder: string): Promise<Built> {
  rmSync(folder, { recursive: true, force: true });
  const here = path.dirname(fileURLToPath(import.meta.url));
  const suite = path.join(here, 'suite');
  const tests = readdirSync(suite).filter((file) => file === 'index.ts' || file.endsWith('.test.ts'));
  const shared = {
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    outExtension: { '.js': '.cjs' },
    external: ['vscode', 'mocha', 'playwright-core'],
    logLevel: 'warning',
  } satisfies BuildOptions;
  await build({
    ...shared,
    entryPoints: [path.join(here, 'host', 'vscode.ts'), path.join(here, 'host', 'marked-suite.ts')],
    outdir: folder,
    banner: { js: '#!/usr/bin/env node' },
  });
  await build({
    ...shared,
    entryPoints: tests.map((file) => path.join(suite, file)),
    outdir: path.join(folder, 'suite'),
    sourcemap: 'inline',
  });
  const executable = path.join(folder, 'vscode.cjs');
  chmodSync(executable, 0o755);
  return { executable, suite: path.join(folder, 'suite', 'index.cjs') };
}

import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The built server, built anew if its sources are newer: these tests drive what users run. */
export function builtServer(): string {
  const bundle = join(ROOT, 'server/dist/server.cjs');
  const sources = [
    'server/src',
    'server/models',
    'server/package.json',
    'package-lock.json',
    'scripts/build.mjs',
  ];
  const newest = Math.max(...sources.map((path) => newestIn(join(ROOT, path))));
  if (newest > modified(bundle)) {
    execFileSync(process.execPath, [join(ROOT, 'scripts/build.mjs'), 'server'], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  }
  return bundle;
}

function newestIn(path: string): number {
  if (!statSync(path).isDirectory()) return modified(path);
  return Math.max(
    0,
    ...readdirSync(path, { recursive: true }).map((name) => modified(join(path, String(name)))),
  );
}

const modified = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

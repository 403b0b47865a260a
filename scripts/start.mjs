#!/usr/bin/env node
// Checks the drafts in examples/, or those named: npm start [-- PATH…] [options of “blue-pencil check”]. It is also what
// .pre-commit-hooks.yaml and action.yml run.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { installIfMissing, root } from './install.mjs';

const BUNDLE = join(root, 'server/dist/cli.cjs');
const SOURCES = ['server/src', 'server/package.json', 'package-lock.json', 'scripts/build.mjs'];

installIfMissing();
if (isOutOfDate()) {
  console.error('Building the command line…');
  const { status } = spawnSync(process.execPath, ['scripts/build.mjs', 'cli'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) process.exit(status ?? 1);
}

const args = process.argv.slice(2);
// options alone are about the examples; what follows one of these is its value, no path
const TAKES_VALUE =
  /^--(?:format|output|stdin-filename|input|since|check|archive|cache-folder|group-by|fail-on|baseline|jobs|config|max-size)$/;
const named =
  args.includes('--stdin') ||
  args.some((arg, i) => !arg.startsWith('-') && !TAKES_VALUE.test(args[i - 1] ?? ''));
const { status } = named
  ? // paths are those of the folder the user is in; npm starts scripts in the repository
    run(args, (process.env.npm_lifecycle_event === 'start' && process.env.INIT_CWD) || process.cwd())
  : run(['examples', ...args], root);
// the examples are there to be found fault with, so that findings are no failure
process.exit(!named && status === 1 ? 0 : (status ?? 2));

function run(rest, cwd) {
  return spawnSync(process.execPath, [BUNDLE, 'check', ...rest], { cwd, stdio: 'inherit' });
}

function isOutOfDate() {
  if (!existsSync(BUNDLE)) return true;
  const built = statSync(BUNDLE).mtimeMs;
  return SOURCES.some((source) => newest(join(root, source)) > built);
}

function newest(path) {
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  // a folder's own time tells of files that went
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

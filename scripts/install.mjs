import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the repository. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/**
 * Installs the packages if they are not those of package-lock.json: a stamp in node_modules says which lock file they were
 * installed for. Says what it does, and ends the process if npm fails.
 * @returns whether it installed.
 */
export function installIfMissing() {
  const stamp = join(root, 'node_modules', '.blue-pencil-lock');
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8').trim() === lock) return false;
  if (matchesNpmsOwnRecord()) {
    writeFileSync(stamp, `${lock}\n`);
    return false;
  }
  console.error('Installing packages (npm ci)…');
  const { status, error } = npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (error !== undefined || status !== 0) {
    console.error(
      `npm ci failed${error === undefined ? '' : `: ${error.message}`}. Nothing was built or run.`,
    );
    process.exit(status ?? 1);
  }
  writeFileSync(stamp, `${lock}\n`);
  return true;
}

/** Runs npm, its output on standard error. */
export function npm(args) {
  // npm runs scripts with its own path in the environment; outside of npm it is on the PATH
  const cli = process.env.npm_execpath;
  const options = { cwd: root, stdio: ['ignore', 2, 2] };
  return cli?.endsWith('.js')
    ? spawnSync(process.execPath, [cli, ...args], options)
    : spawnSync(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, {
        ...options,
        shell: process.platform === 'win32',
      });
}

// Somebody may have run `npm ci` by hand; npm then keeps a copy of the lock file, without the root's own entries.
function matchesNpmsOwnRecord() {
  try {
    const read = (path) => JSON.parse(readFileSync(join(root, path), 'utf8')).packages;
    const wanted = read('package-lock.json');
    const installed = read('node_modules/.package-lock.json');
    return Object.entries(wanted).every(([path, entry]) => {
      if (!path.startsWith('node_modules/') && !path.includes('/node_modules/')) return true;
      const found = installed[path];
      return entry.optional ? true : found?.version === entry.version && found?.integrity === entry.integrity;
    });
  } catch {
    return false;
  }
}

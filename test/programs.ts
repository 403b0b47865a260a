import { spawn } from 'node:child_process';
import { access } from 'node:fs/promises';
import path from 'node:path';

/**
 * Runs a program to its end. Its output is shown only when it fails.
 * @throws Error with the end of its output when it can't be started or exits with other than 0.
 */
export function run(command: string, args: readonly string[], cwd: string, env = process.env): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        output = (output + chunk).slice(-4000);
      });
    }
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(`${command} ${args.join(' ')} failed (${code ?? signal}):\n${output}`));
    });
  });
}

/**
 * Sees to it that programs are there, and installs what is missing from Debian where that may be done.
 * @param programs the Debian package of each program.
 * @throws Error naming what is missing where it can't be installed.
 */
export async function needPrograms(programs: Readonly<Record<string, string>>): Promise<void> {
  const missing: string[] = [];
  for (const [command, packageName] of Object.entries(programs)) {
    if (!(await onPath(command))) missing.push(packageName);
  }
  if (missing.length > 0) await aptInstall(missing);
}

/** Whether a program can be started by its name. */
export async function onPath(command: string): Promise<boolean> {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  for (const folder of folders) if (await exists(path.join(folder, command))) return true;
  return false;
}

async function aptInstall(packages: readonly string[]): Promise<void> {
  const wanted = packages.join(', ');
  if (process.getuid?.() !== 0 || !(await onPath('apt-get'))) {
    throw new Error(`These tests need ${wanted}, which only an administrator can install here.`);
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update'], '/', env);
  await run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], '/', env);
}

/** Whether a file or a folder is there. */
export const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

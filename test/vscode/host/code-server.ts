import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { CodeServer } from './setup.ts';

/** A code-server that is up and answers on 127.0.0.1. */
export interface RunningCodeServer {
  readonly port: number;
  /** Ends the server and every process it started. */
  stop(): Promise<void>;
}

export interface CodeServerOptions {
  readonly userData: string;
  readonly extensions: string;
  /** The file that takes the server's own output. */
  readonly log: string;
  readonly env?: Readonly<Record<string, string>>;
  /** To run a suite. Without it the workbench is as a user has it, notifications included. */
  readonly forSuite?: boolean;
}

const UP_WITHIN = 60_000;

// code-server started from a VS Code terminal would talk to that window instead of starting.
const FOREIGN = [
  'VSCODE_IPC_HOOK_CLI',
  'VSCODE_PID',
  'PORT',
  'PASSWORD',
  'HASHED_PASSWORD',
  'ELECTRON_RUN_AS_NODE',
  'CODE_SERVER_SESSION_SOCKET',
];

/** The environment that code-server runs in: no marketplace look-ups, nothing of a VS Code around it. */
export function codeServerEnv(more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { ...process.env, EXTENSIONS_GALLERY: '{}', ...more };
  for (const name of FOREIGN) delete env[name];
  return env;
}

/** Writes the configuration that keeps code-server from writing one into the user's home, and says where it is. */
export function codeServerConfig(userData: string): string {
  mkdirSync(userData, { recursive: true });
  const file = path.join(userData, 'code-server.yaml');
  writeFileSync(file, 'auth: none\n');
  return file;
}

/**
 * Starts code-server on a free port.
 * @throws Error when it ends early or does not answer within a minute.
 */
export async function startCodeServer(
  { node, entry }: CodeServer,
  { userData, extensions, log, env, forSuite }: CodeServerOptions,
): Promise<RunningCodeServer> {
  const port = await freePort();
  const config = codeServerConfig(userData);
  const output = openSync(log, 'a');
  const child = spawn(
    node,
    [
      entry,
      ...['--config', config, '--bind-addr', `127.0.0.1:${port}`, '--auth', 'none'],
      ...['--user-data-dir', userData, '--extensions-dir', extensions],
      ...['--disable-telemetry', '--disable-update-check', '--disable-workspace-trust'],
      ...['--disable-getting-started-override', '--ignore-last-opened'],
      // Without this a built workbench ignores the tests' path in its address, and the suite never starts, silently.
      ...(forSuite ? ['--vscode-option', 'enable-smoke-test-driver'] : []),
    ],
    { env: codeServerEnv(env), stdio: ['ignore', output, output], detached: true },
  );
  closeSync(output);
  const gone = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => resolve(`${code ?? signal}`));
    child.once('error', (error) => resolve(error.message));
  });
  const kill = (signal: NodeJS.Signals): void => {
    if (child.pid === undefined) return;
    try {
      process.kill(-child.pid, signal);
    } catch {
      // every process of the group has ended
    }
  };
  const stop = async (): Promise<void> => {
    kill('SIGTERM');
    const timer = setTimeout(() => kill('SIGKILL'), 3000);
    await gone;
    clearTimeout(timer);
    kill('SIGKILL');
  };
  try {
    await Promise.race([
      answers(`http://127.0.0.1:${port}/healthz`),
      gone.then((how) => Promise.reject(new Error(`code-server ended early (${how}); see ${log}`))),
    ]);
  } catch (error) {
    await stop();
    throw error;
  }
  return { port, stop };
}

// code-server tells nobody when it is ready: it has to be asked.
async function answers(url: string): Promise<void> {
  const end = Date.now() + UP_WITHIN;
  while (Date.now() < end) {
    const ok = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (ok) return;
    await delay(50);
  }
  throw new Error('code-server did not answer within a minute.');
}

/** A port on this machine that nobody listens to. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port);
        else reject(new Error('No free port.'));
      });
    });
  });
}

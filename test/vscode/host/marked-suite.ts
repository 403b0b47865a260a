// Loaded by the extension host in place of the suite: marks what the suite prints, runs it, and prints the end marker.
import { format } from 'node:util';
import { BEGIN, END, SUITE, TESTS_PATH } from './marks.ts';

type Write = typeof process.stdout.write;

/** The entry that VS Code calls. */
export async function run(): Promise<void> {
  const suite = process.env[TESTS_PATH];
  if (suite === undefined) throw new Error(`${TESTS_PATH} names no suite.`);
  markConsole();
  markStream(process.stdout, (line) => console.log(line));
  markStream(process.stderr, (line) => console.error(line));
  console.log(BEGIN);
  try {
    // A variable, so that the bundler leaves the suite to the extension host.
    const { run: runSuite } = require(suite) as { run(): Promise<void> };
    await runSuite();
    console.log(`${END} 0`);
  } catch (error) {
    console.error(error);
    console.log(`${END} 1`);
    throw error;
  }
}

function markConsole(): void {
  for (const name of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    const original = console[name === 'debug' ? 'info' : name].bind(console);
    // VS Code's own console properties have a setter that ignores what it is given.
    Object.defineProperty(console, name, {
      configurable: true,
      writable: true,
      enumerable: true,
      value: (...args: unknown[]) => original(SUITE + format(...args).replaceAll('%', '%%')),
    });
  }
}

function markStream(stream: NodeJS.WriteStream, print: (line: string) => void): void {
  let rest = '';
  const write = (chunk: string | Uint8Array, encoding?: unknown, done?: unknown): boolean => {
    rest += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8');
    const lines = rest.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) print(line);
    const callback = typeof encoding === 'function' ? encoding : done;
    if (typeof callback === 'function') callback();
    return true;
  };
  stream.write = write as Write;
}

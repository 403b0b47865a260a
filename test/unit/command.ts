import type { Check } from '../../server/src/checks/check.ts';
import type { Io } from '../../server/src/cli/io.ts';
import { run } from '../../server/src/cli/run.ts';

export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** What a test says of the terminal that a command runs in. */
export interface Given extends Partial<Omit<Io, 'stdin'>> {
  readonly stdin?: string | Uint8Array | AsyncIterable<Uint8Array>;
}

/** What a command that is not run in a terminal, and not stopped, has around it. */
export const offTerminal = () => ({
  env: {},
  stdoutIsTerminal: false,
  stderrIsTerminal: false,
  showsLinks: false,
  columns: undefined,
  build: async () => 'a build',
  stopped: new AbortController().signal,
});

/** Runs a command line in a folder, off a terminal unless it is said to be on one. */
export async function runIn(
  folder: string,
  line: string | readonly string[],
  checks: readonly Check[],
  { stdin = '', ...given }: Given = {},
): Promise<Ended> {
  const out: Buffer[] = [];
  let err = '';
  const code = await run(typeof line === 'string' ? line.split(' ') : line, checks, {
    cwd: folder,
    ...offTerminal(),
    out: (text) => out.push(Buffer.from(text)),
    err: (text) => {
      err += text;
    },
    stdin: typeof stdin === 'string' || stdin instanceof Uint8Array ? inPieces(Buffer.from(stdin)) : stdin,
    workerScript: undefined,
    ...given,
  });
  return { code, out: Buffer.concat(out).toString(), err };
}

/** As a pipe gives it: cut anywhere. */
async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7);
}

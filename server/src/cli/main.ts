import '../v8-flags.ts';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { isMainThread } from 'node:worker_threads';
import supportsHyperlinks from 'supports-hyperlinks';
import { serveReading } from '../archive/readers.ts';
import { CHECKS } from '../checks/index.ts';
import { buildOf } from '../workspace/memory.ts';
import type { Io } from './io.ts';
import type { ExitCode } from './options.ts';
import { serve } from './pool.ts';
import { run } from './run.ts';

/** As shells tell of a program that was ended because nobody read its output: 128 and the signal's number. */
const BY_SIGPIPE = 141 satisfies ExitCode;

async function main(): Promise<void> {
  // whoever reads our output may stop reading (“| head”): then there is nothing more to say
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(BY_SIGPIPE);
  });
  process.stderr.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  const stop = new AbortController();
  // a second Ctrl-C ends it at once, as it would any program
  process.once('SIGINT', () => stop.abort());
  const io: Io = {
    cwd: process.cwd(),
    env: process.env,
    stdoutIsTerminal: process.stdout.isTTY === true,
    showsLinks: supportsHyperlinks.stdout,
    columns: process.stdout.columns,
    stderrIsTerminal: process.stderr.isTTY === true,
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    get stdin() {
      return process.stdin;
    },
    // run from its sources (by tsx), no thread can be started on them
    workerScript: process.argv[1]?.endsWith('.ts') ? undefined : process.argv[1],
    stopped: stop.signal,
    build: () => buildOf(fileURLToPath(import.meta.url)),
  };
  process.exitCode = await run(process.argv.slice(2), CHECKS, io);
  // what nobody reads any more must not keep us
  if (stop.signal.aborted) process.stdin.destroy();
}

if (isMainThread) {
  // V8 optimises a function that has run this much (in bytes of its code; 67,584 unless said), by what it has seen of copy until then: so
  // early it has seen little, and throws much of it away and does it again, in threads beside ours (docs/performance.md). Later versions
  // than Node 20's know no such flag, and would say so on standard error.
  if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=200000');
  main().catch((error: unknown) => {
    console.error('Blue Pencil failed, which is a fault in it:', error);
    process.exitCode = 2;
  });
} else if (!serveReading()) {
  serve(CHECKS);
}

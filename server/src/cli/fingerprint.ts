import { printRows, printStory } from '../archive/exchange.ts';
import { readStory, storyOfLine } from '../archive/stories.ts';
import { lineOf } from '../reports/report.ts';
import { MAX_BYTES } from '../workspace/draft-file.ts';
import { linesOfStream } from '../workspace/lines.ts';
import type { FingerprintArgs } from './args.ts';
import type { Io } from './io.ts';
import type { ExitCode } from './options.ts';

/** `blue-pencil fingerprint`: prints the fingerprints of the stories on standard input. */
export async function fingerprint(
  { format, kind, maxBytes = MAX_BYTES }: FingerprintArgs,
  io: Io,
): Promise<ExitCode> {
  let refused = 0;
  for await (const { number, bytes } of linesOfStream(io.stdin, maxBytes)) {
    if (io.stopped.aborted) return 130;
    const found = storyOfLine('', 'standard input', number, bytes);
    if (found.problem !== undefined) {
      refused += 1;
      io.err(`${lineOf(found.problem)}\n`);
      continue;
    }
    const { record, story } = await readStory(found, { kind, datesFrom: 'text' });
    io.out((format === 'stories' ? printStory : printRows)({ record, prints: story.prints }));
  }
  return refused > 0 ? 2 : 0;
}

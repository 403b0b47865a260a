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
    const { high, low, at } = story.prints;
    const prints = Array.from(at, (word, n) => [`${hex(high[n])}${hex(low[n])}`, word] as const);
    if (format === 'stories') io.out(`${JSON.stringify({ ...record, prints })}\n`);
    else io.out(prints.map(([print, word]) => `${print}\t${JSON.stringify(record.id)}\t${word}\n`).join(''));
  }
  return refused > 0 ? 2 : 0;
}

const hex = (value = 0): string => value.toString(16).padStart(8, '0');

import { type Entry, entryOfLine, wxrReader } from '../draft/entries.ts';
import { endingOf } from '../draft/formats.ts';
import { isWxr } from '../draft/xml.ts';
import { headOf, streamOf } from './disk.ts';
import { linesOfStream } from './lines.ts';

/** How a file holds many drafts; undefined for one that holds one or none. */
export async function manyIn(path: string): Promise<'lines' | 'wxr' | undefined> {
  switch (endingOf(path)) {
    case 'ndjson':
    case 'jsonl':
      return 'lines';
    case 'xml':
    case 'wxr':
      return isWxr(await headOf(path)) ? 'wxr' : undefined;
    default:
      return undefined;
  }
}

/**
 * The drafts in a file of many, one after the other: no more of it is in memory than one needs, however large it is.
 * @param largest the longest entry, in bytes; a longer one is passed over and told of.
 * @throws Error if the file cannot be read.
 */
export async function* entriesOf(path: string, how: 'lines' | 'wxr', largest: number): AsyncGenerator<Entry> {
  if (how === 'lines') {
    for await (const { number, bytes } of linesOfStream(streamOf(path), largest)) {
      const entry =
        bytes === undefined
          ? { id: `line ${number}`, problem: 'is too large. Nothing in it was checked.' }
          : entryOfLine(new TextDecoder().decode(bytes), number);
      if (entry !== undefined) yield entry;
    }
    return;
  }
  const reader = wxrReader(largest);
  const decoder = new TextDecoder();
  for await (const piece of streamOf(path)) {
    reader.write(decoder.decode(piece, { stream: true }));
    yield* reader.take();
  }
  reader.end();
  yield* reader.take();
}

/** The path that an entry goes by: the file's, and its id in a form that no path takes for a folder. */
export const pathOfEntry = (path: string, { id }: Entry): string => `${path}#${id.replace(/[/\\]/gu, '%2F')}`;

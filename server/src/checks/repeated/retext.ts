import retextEnglish from 'retext-english';
import retextRepeatedWords from 'retext-repeated-words';
import { unified } from 'unified';
import { VFile } from 'vfile';

/**
 * Whether retext-repeated-words flags a word that starts at `start` (UTF-16 offset) of a sentence. The library is asked
 * about sentences that hold a doubled word only: reading all of a draft with it would cost a hundred times as much.
 */
export function flaggedByRetext(sentence: string, start: number): boolean {
  const file = new VFile(sentence);
  const processor = unified().use(retextEnglish).use(retextRepeatedWords);
  processor.runSync(processor.parse(file), file);
  return file.messages.some((message) => {
    const place = message.place;
    const offset = place !== undefined && 'start' in place ? place.start.offset : undefined;
    return offset === start;
  });
}

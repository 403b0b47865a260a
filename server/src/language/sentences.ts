import type { Span } from '../draft/span.ts';
import { isOftenLast, isSeldomLast } from './abbreviations.ts';

// a run of marks is looked at once, from its start: “....x” must not cost the square of its length
const TERMINAL = /(?<![.!?…])[.!?…]+[”’"')\]»]*(?=\s|$)/gu;
/** No sentence of published copy is as long (UTF-16 units); what reads sentences may take the square of it. */
const LONGEST = 1_000;
const STARTS_SENTENCE = /^[“‘"'([«¿¡]*[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u;
// "…?” Trump said" and "…,” he added": a closing mark followed by a speech verb's clause goes on.
const SPEECH_TAIL =
  /^(?:(?:[\p{Lu}][\p{L}’'-]*\.?\s+){1,4}|(?:he|she|they|it|we|I|who)\s+)(?:also\s+|then\s+|later\s+)?(?:said|says|told|asked|asks|added|adds|wrote|writes|replied|tweeted|posted|shouted|warned|joked|insisted|recalled|continued|explained)\b/u;

/**
 * The sentences of a paragraph, without the white space between them (UTF-16 offsets). Rules of our own in place of
 * Intl.Segmenter, which breaks after "Mr.", is slow on long text and changes with the version of ICU, while the ledger's
 * fingerprints of sentences must not. What goes on for more than 1,000 characters without an end is cut at spaces.
 */
export function sentencesOf(text: string): readonly Span[] {
  return endedSentences(text).flatMap((span) => (span.end - span.start > LONGEST ? cut(text, span) : [span]));
}

/** Pieces of an endless sentence, each ending at the last space that leaves it short enough. */
function cut(text: string, { start, end }: Span): readonly Span[] {
  const pieces: Span[] = [];
  let from = start;
  while (end - from > LONGEST) {
    const space = text.lastIndexOf(' ', from + LONGEST);
    const to = space > from ? space : wholeCharacter(text, from + LONGEST);
    pieces.push({ start: from, end: to });
    from = space > from ? to + 1 : to;
  }
  return [...pieces, { start: from, end }];
}

const wholeCharacter = (text: string, at: number): number =>
  /[\udc00-\udfff]/.test(text.charAt(at)) ? at - 1 : at;

function endedSentences(text: string): readonly Span[] {
  const sentences: Span[] = [];
  let start = text.search(/\S/u);
  if (start < 0) return sentences;
  for (const match of text.matchAll(TERMINAL)) {
    const end = match.index + match[0].length;
    if (end <= start) continue;
    const rest = text.slice(end, end + 120);
    const gap = /^\s*/u.exec(rest)?.[0].length ?? 0;
    const next = rest.slice(gap);
    if (next !== '' && !endsSentence(text, match.index, match[0], next)) continue;
    sentences.push({ start, end });
    start = end + gap;
  }
  const tail = text.slice(start).trimEnd();
  if (tail !== '') sentences.push({ start, end: start + tail.length });
  return sentences;
}

function endsSentence(text: string, stop: number, mark: string, next: string): boolean {
  if (!STARTS_SENTENCE.test(next)) return false;
  const closesQuote = /[”"'’]/u.test(mark);
  if (closesQuote && SPEECH_TAIL.test(next)) return false;
  if (mark.charAt(0) !== '.' || mark.startsWith('..')) return true;
  const before = /[\p{L}\p{N}.]*$/u.exec(text.slice(Math.max(0, stop - 12), stop))?.[0] ?? '';
  const word = before.toLowerCase();
  if (isSeldomLast(word))
    return closesQuote || (/^no$|^sun$|^sat$|^mar$|^v$|^al$/u.test(word) && !/^\p{N}/u.test(next));
  // a single capital is an initial (J. Smith), several are "U.S." and the like
  if (/^\p{Lu}$/u.test(before) && before !== 'I') return false;
  if (isOftenLast(word)) {
    return /^[“‘"'(]*(?:The|A|An|He|She|It|They|We|But|And|In|On|At|This|That|Mr|Mrs|Ms|I|For|As|There|If|When|While|However|His|Her|Its|Their)\b/u.test(
      next,
    );
  }
  return true;
}

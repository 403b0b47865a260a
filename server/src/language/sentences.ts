import type { Span } from '../draft/span.ts';

/**
 * Abbreviations after which a full stop seldom ends a sentence: titles and ranks stand before names, the rest before
 * figures or more words. Ones that often close a sentence ("Inc.", "a.m.", "U.S.", "etc.") are judged by what follows.
 */
const BEFORE_NAME = new Set(
  `mr mrs ms mx dr prof rev hon sen rep gov gen col lt cmdr capt sgt cpl pte pvt maj adm supt insp det st ste mt ft messrs
   pres atty sr fr br gens sens reps drs profs vs v no nos fig al approx ca cf viz eg ie pp vol jan feb mar apr jun jul
   aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun`.split(/\s+/),
);
const OFTEN_LAST = new Set(
  'inc corp co ltd llc plc jr etc bros est dept ave blvd rd a.m p.m am pm u.s u.k u.n e.u d.c'.split(' '),
);

const TERMINAL = /[.!?…]+[”’"')\]»]*(?=\s|$)/gu;
const STARTS_SENTENCE = /^[“‘"'([«¿¡]*[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u;
// "…?” Trump said" and "…,” he added": a closing mark followed by a speech verb's clause goes on.
const SPEECH_TAIL =
  /^(?:(?:[\p{Lu}][\p{L}’'-]*\.?\s+){1,4}|(?:he|she|they|it|we|I|who)\s+)(?:also\s+|then\s+|later\s+)?(?:said|says|told|asked|asks|added|adds|wrote|writes|replied|tweeted|posted|shouted|warned|joked|insisted|recalled|continued|explained)\b/u;

/**
 * The sentences of a paragraph, without the white space between them (UTF-16 offsets). Rules of our own in place of
 * Intl.Segmenter, which breaks after "Mr.", is slow on long text and changes with the version of ICU, while the ledger's
 * fingerprints of sentences must not.
 */
export function sentencesOf(text: string): readonly Span[] {
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
  if (BEFORE_NAME.has(word))
    return closesQuote || (/^no$|^sun$|^sat$|^mar$|^v$|^al$/u.test(word) && !/^\p{N}/u.test(next));
  // a single capital is an initial (J. Smith), several are "U.S." and the like
  if (/^\p{Lu}$/u.test(before) && before !== 'I') return false;
  if (OFTEN_LAST.has(word) || /^(?:\p{L}\.)+\p{L}$/u.test(word)) {
    return /^[“‘"'(]*(?:The|A|An|He|She|It|They|We|But|And|In|On|At|This|That|Mr|Mrs|Ms|I|For|As|There|If|When|While|However|His|Her|Its|Their)\b/u.test(
      next,
    );
  }
  return true;
}

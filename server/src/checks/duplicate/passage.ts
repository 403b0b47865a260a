import type { Prose } from '../../draft/prose.ts';
import type { Span } from '../../draft/span.ts';

/**
 * The words of a paragraph as they are compared: case, quotes, dashes, apostrophes, white space and Unicode form count
 * for nothing, figures and signs such as % and £ count.
 */
export interface Passage {
  /** The same for passages with the same words. */
  readonly key: string;
  /** A hash of each word. */
  readonly tokens: Int32Array;
  /** For each token, where its word stands in the prose. */
  readonly places: readonly Span[];
  /** 1 for each token that says something, 0 for "the", "of", "said". */
  readonly telling: Uint8Array;
  /** Sentences long enough to matter, by their words. */
  readonly sentences: readonly { readonly key: string; readonly span: Span; readonly words: number }[];
  readonly prose: Prose;
}

// Words that stand in any news sentence; two passages are not alike for sharing them.
const COMMON = new Set(
  `a an the and or but if as of in on at to for from by with into over after before about between against under
   is are was were be been being am has have had having do does did will would can could should may might must
   he she it they we you i his her its their our my your him them us me who which that this these those there
   not no so than then also more most such other some any all both said say says told mr mrs ms s t`.split(
    /\s+/,
  ),
);

// The speaker's name before each answer of an interview is no word of the answer.
const LABEL = /^(?:\(\([^)]{1,40}\)\)|\p{Lu}[\p{L}.’']*(?: \p{Lu}[\p{L}.’']*){0,3}:)\s+/u;
const URL = /^(?:https?:|www\.)/iu;
const PART = /[\p{L}\p{N}\p{M}]+|[%$€£¥°]/gu;
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
const APOSTROPHE = /(?<=\p{L})['’‘ʼ＇](?=\p{L})/gu;
// A plain ASCII word needs none of the above.
const PLAIN = /^[A-Za-z0-9]+$/;
const SPACED = /\S+/gu;

/** Works out the passage of a paragraph. Sentences shorter than `sentenceWords` words are left out. */
export function passageOf(prose: Prose, sentenceWords: number): Passage {
  const { text } = prose;
  const hashes: number[] = [];
  const places: Span[] = [];
  const telling: number[] = [];
  const label = LABEL.exec(text)?.[0].length ?? 0;
  for (const match of text.matchAll(SPACED)) {
    if (match.index < label || URL.test(match[0])) continue;
    const start = match.index;
    const raw = match[0];
    if (PLAIN.test(raw)) {
      push(raw.toLowerCase(), start, start + raw.length);
      continue;
    }
    const clean = raw.normalize('NFKC').replace(INVISIBLE, '').replace(APOSTROPHE, '').toLowerCase();
    const place = wordIn(raw, start);
    for (const part of clean.matchAll(PART)) push(part[0], place.start, place.end);
  }
  function push(word: string, start: number, end: number): void {
    hashes.push(hashOf(word));
    places.push({ start, end });
    telling.push(COMMON.has(word) ? 0 : 1);
  }
  const tokens = Int32Array.from(hashes);
  return {
    key: keyOf(tokens, 0, tokens.length),
    tokens,
    places,
    telling: Uint8Array.from(telling),
    sentences: sentencesIn(prose, tokens, places, sentenceWords),
    prose,
  };
}

// The word without the quotes, brackets and stops around it: what a message shows.
function wordIn(raw: string, start: number): Span {
  const lead = /^[^\p{L}\p{N}%$€£¥°]*/u.exec(raw)?.[0].length ?? 0;
  const trail = /[^\p{L}\p{N}\p{M}%$€£¥°]*$/u.exec(raw)?.[0].length ?? 0;
  return { start: start + lead, end: start + Math.max(lead, raw.length - trail) };
}

function sentencesIn(
  prose: Prose,
  tokens: Int32Array,
  places: readonly Span[],
  atLeast: number,
): Passage['sentences'] {
  const sentences: { key: string; span: Span; words: number }[] = [];
  let first = 0;
  for (const span of prose.sentences) {
    while (first < places.length && (places[first]?.start ?? 0) < span.start) first += 1;
    let last = first;
    while (last < places.length && (places[last]?.start ?? 0) < span.end) last += 1;
    if (last - first >= atLeast)
      sentences.push({ key: keyOf(tokens, first, last), span, words: last - first });
    first = last;
  }
  return sentences;
}

/** FNV-1a over UTF-16 units (Fowler, Noll and Vo). */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i += 1) {
    hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  }
  return hash | 0;
}

// Two hashes and the length: a chance match of different passages is out of the question in one draft.
function keyOf(tokens: Int32Array, from: number, to: number): string {
  let a = 0x811c9dc5;
  let b = 0x9e3779b9;
  for (let i = from; i < to; i += 1) {
    const token = tokens[i] ?? 0;
    a = Math.imul(a ^ token, 0x01000193);
    b = Math.imul((b << 13) | (b >>> 19), 5) + Math.imul(token, 0x85ebca6b);
  }
  return `${a >>> 0}.${b >>> 0}.${to - from}`;
}

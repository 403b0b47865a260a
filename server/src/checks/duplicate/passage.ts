import type { Prose } from '../../draft/prose.ts';
import type { Span } from '../../draft/span.ts';
import { addChar, HASH_START } from '../../language/hash.ts';
import { createWordReader, hashOf } from '../../reuse/words.ts';

/**
 * The words of a paragraph as they are compared: case, quotes, dashes, apostrophes, white space and Unicode form count
 * for nothing, figures and signs such as % and £ count.
 */
export interface Passage {
  /** The same for passages with the same words. */
  readonly key: number;
  /** A hash of each word. */
  readonly tokens: Int32Array;
  /** How many tokens at its start are the label before it: a speaker's name, a region. */
  readonly label: number;
  /** Sentences long enough to matter, by their words. */
  readonly sentences: readonly { readonly key: number; readonly span: Span; readonly words: number }[];
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

// The speaker's name before an answer, or the region before its weather, tells apart but does not make alike.
const LABEL = /^\p{Lu}[\p{L}.’']*(?: \p{Lu}[\p{L}.’']*){0,3}:\s/u;

/** Works out passages. */
export interface PassageReader {
  /** The passage of a paragraph. Sentences shorter than `sentenceWords` words are left out. */
  passageOf(prose: Prose, sentenceWords: number): Passage;
  /** Where the words of each token of a paragraph stand in its text. */
  placesOf(prose: Prose): readonly Span[];
}

/** Makes a reader of passages. */
export function createPassageReader(): PassageReader {
  const read = createWordReader();

  return {
    passageOf(prose, sentenceWords) {
      const { count, hashes, starts } = read(prose.text);
      const tokens = hashes.slice(0, count);
      const labelEnd = LABEL.exec(prose.text)?.[0].length ?? 0;
      let label = 0;
      while (label < count && (starts[label] ?? 0) < labelEnd) label += 1;
      const sentences = sentencesIn(prose, tokens, starts, sentenceWords);
      return { key: keyOf(tokens, 0, count), tokens, label, sentences, prose };
    },
    placesOf({ text }) {
      const { count, starts, ends } = read(text);
      return Array.from({ length: count }, (_, i) => ({ start: starts[i] ?? 0, end: ends[i] ?? 0 }));
    },
  };
}

/** Whether a token says something, as "the", "of", "said" and the label before a paragraph do not. */
export const isTelling = ({ tokens, label }: Passage, at: number): boolean =>
  at >= label && !COMMON_HASHES.has(tokens[at] ?? 0);

const COMMON_HASHES: ReadonlySet<number> = new Set([...COMMON].map(hashOf));

function sentencesIn(
  prose: Prose,
  tokens: Int32Array,
  starts: Int32Array,
  atLeast: number,
): Passage['sentences'] {
  const sentences: { key: number; span: Span; words: number }[] = [];
  let first = 0;
  for (const span of prose.sentences) {
    while (first < tokens.length && (starts[first] ?? 0) < span.start) first += 1;
    let last = first;
    while (last < tokens.length && (starts[last] ?? 0) < span.end) last += 1;
    if (last - first >= atLeast)
      sentences.push({ key: keyOf(tokens, first, last), span, words: last - first });
    first = last;
  }
  return sentences;
}

// 53 bits of two hashes: a chance match of different passages is out of the question in one draft.
function keyOf(tokens: Int32Array, from: number, to: number): number {
  let a = HASH_START;
  let b = 0x9e3779b9;
  for (let i = from; i < to; i += 1) {
    const token = tokens[i] ?? 0;
    a = addChar(a, token);
    b = Math.imul((b << 13) | (b >>> 19), 5) + Math.imul(token, 0x85ebca6b);
  }
  return (a >>> 0) * 0x200000 + (((b ^ (b >>> 13)) + (to - from)) & 0x1fffff);
}

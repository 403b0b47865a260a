/**
 * Garbles to teach the classifier with: those of `test/corpus/garbles.ts`, and what editing leaves behind besides. Of each the
 * tokens are named that a reader would stumble over, and no more.
 */
import type { WordModel } from '../../server/src/language/model.ts';
import { type Sentence, tagTokens } from '../../server/src/language/tagged.ts';
import { TAG } from '../../server/src/language/tags.ts';
import { tokenise } from '../../server/src/language/tokens.ts';
import {
  type Garble,
  garble,
  joinTokens,
  type Kind,
  type Verb,
  type verbsAmong,
} from '../../test/corpus/garbles.ts';

type Verbs = ReturnType<typeof verbsAmong>;
type Random = () => number;

interface Taught {
  readonly tokens: readonly string[];
  readonly from: number;
  readonly to: number;
}

const pick = <T>(items: readonly T[], random: Random): T => items[Math.floor(random() * items.length)] as T;
const STRAY =
  'the the a of of to to to in in and for for on with by at as that that it it he they is was has have had be been were are which who will would not from its his their or but also'.split(
    ' ',
  );

/** The tokens at fault, without the neighbours that a made garble counts in. */
function narrow({ kind, tokens, from, to }: Garble): Taught {
  if (kind === 'wrong verb form' || kind === 'agreement') return { tokens, from: to - 1, to };
  if (kind === 'words swapped') return { tokens, from: to - 2, to };
  if (kind === 'pasted word') return { tokens, from: from + 1, to: to - 1 };
  return { tokens, from, to };
}

const isVerb = (tag: number | undefined): boolean => tag !== undefined && tag >= TAG.VB && tag <= TAG.VBG;
const isNoun = (tag: number | undefined): boolean => tag !== undefined && tag <= TAG.NNPS;

/** The places in a sentence that fit, of which one is drawn. */
function place(s: Sentence, random: Random, fits: (i: number) => boolean): number | undefined {
  const found: number[] = [];
  for (let i = 1; i < s.size - 1; i += 1) if (s.raw[i] === s.words[i] && fits(i)) found.push(i);
  return found.length === 0 ? undefined : pick(found, random);
}

type Make = (s: Sentence, verbs: Verbs, common: readonly Verb[], random: Random) => Taught | undefined;

const made =
  (kind: Kind): Make =>
  (s, verbs, common, random) => {
    const one = garble(s, kind, verbs, common, random);
    return one && narrow(one);
  };

const put = (s: Sentence, i: number, gone: number, ...words: readonly string[]): string[] => [
  ...s.raw.slice(0, i),
  ...words,
  ...s.raw.slice(i + gone),
];

/** A function word of another kind anywhere: "the idea of who it was it". */
const stray: Make = (s, _verbs, _common, random) => {
  const i = place(s, random, () => true);
  if (i === undefined) return undefined;
  const word = pick(STRAY, random);
  return word === s.words[i] || word === s.words[i - 1]
    ? undefined
    : { tokens: put(s, i, 0, word), from: i, to: i + 1 };
};

/** A verb that does not go with its subject: "the plan cost", "which weigh". */
const agreement: Make = (s, verbs, _common, random) => {
  const i = place(s, random, (at) => s.tags[at] === TAG.VBZ || s.tags[at] === TAG.VBP);
  if (i === undefined) return undefined;
  const row = verbs.get(s.words[i] ?? '');
  const other =
    row === undefined
      ? { is: 'are', are: 'is', has: 'have', have: 'has', does: 'do', do: 'does' }[s.words[i] ?? '']
      : s.tags[i] === TAG.VBZ
        ? row[0]?.verb.VB
        : row[0]?.verb.VBZ;
  return other === undefined || other === s.words[i]
    ? undefined
    : { tokens: put(s, i, 1, other), from: i, to: i + 1 };
};

/** The subject named twice: "the ministry it said". */
const twice: Make = (s, _verbs, _common, random) => {
  const i = place(s, random, (at) => isVerb(s.tags[at]) && s.tags[at] !== TAG.VB && isNoun(s.tags[at - 1]));
  if (i === undefined) return undefined;
  return {
    tokens: put(s, i, 0, pick(['it', 'they', 'he', 'she', 'who', 'which', 'that'], random)),
    from: i,
    to: i + 1,
  };
};

/** Two auxiliaries of different tense or mood: "will has", "was been". */
const auxiliaries: Make = (s, _verbs, _common, random) => {
  const i = place(s, random, (at) =>
    /^(?:is|are|was|were|has|have|had|been|be|will|would|can|could)$/u.test(s.words[at] ?? ''),
  );
  if (i === undefined) return undefined;
  const other = pick(
    ['is', 'are', 'was', 'were', 'has', 'have', 'had', 'been', 'be', 'will', 'would', 'could'],
    random,
  );
  if (other === s.words[i] || other === s.words[i + 1]) return undefined;
  if (random() < 0.5) return { tokens: put(s, i, 1, other), from: i, to: i + 1 };
  return { tokens: put(s, i, 0, other), from: i, to: i + 2 };
};

/** An infinitive with no "to", or a "to" too many. */
const infinitive: Make = (s, _verbs, _common, random) => {
  const i = place(s, random, (at) => s.tags[at] === TAG.VB && s.raw[at + 1] === s.words[at + 1]);
  if (i === undefined) return undefined;
  if (s.words[i - 1] === 'to') return { tokens: put(s, i - 1, 1), from: i - 1, to: i };
  return { tokens: put(s, i, 0, 'to'), from: i, to: i + 1 };
};

/** What an auxiliary leaves when it goes: "should now treated", "they been asked". */
const bare: Make = (s, _verbs, _common, random) => {
  const i = place(
    s,
    random,
    (at) => /^(?:be|been|is|are|was|were|has|have|had)$/u.test(s.words[at] ?? '') && isVerb(s.tags[at + 1]),
  );
  return i === undefined ? undefined : { tokens: put(s, i, 1), from: i, to: i + 1 };
};

const KINDS: readonly (readonly [number, Make])[] = [
  [2, made('doubled function word')],
  [4, made('function words collide')],
  [2, made('leftover verb')],
  [4, made('verbs collide')],
  [6, made('wrong verb form')],
  [2, made('words swapped')],
  [1, made('pasted word')],
  [3, made('missing word')],
  [1, made('agreement')],
  [2, stray],
  [4, agreement],
  [2, twice],
  [2, auxiliaries],
  [3, infinitive],
  [2, bare],
];
const TOTAL = KINDS.reduce((sum, [share]) => sum + share, 0);

/** Sentences of so many tokens are garbled. */
const SHORTEST = 8;
const LONGEST = 45;

/** A garbled sentence, read anew; the tokens from `from` to `to` are at fault. */
export interface GarbledSentence {
  readonly sentence: Sentence;
  readonly from: number;
  readonly to: number;
}

/** Garbles a sentence in up to so many ways. */
export function garblesFrom(
  sentence: Sentence,
  ways: number,
  model: WordModel,
  { verbs, common }: { readonly verbs: Verbs; readonly common: readonly Verb[] },
  random: Random,
): readonly GarbledSentence[] {
  if (sentence.size < SHORTEST || sentence.size > LONGEST) return [];
  return Array.from({ length: ways }, () => teach(sentence, verbs, common, random)).flatMap((made) => {
    if (made === undefined) return [];
    const text = joinTokens(made.tokens);
    const tokens = tokenise(text, 0, text.length);
    // a garble that reads back in other tokens (a quotation mark, an initial) would be marked in the wrong place
    if (tokens.size !== made.tokens.length) return [];
    return [{ sentence: tagTokens(tokens, model), from: made.from, to: Math.min(made.to, tokens.size) }];
  });
}

/** Garbles a sentence in one of the ways; undefined where it has no place for it. */
function teach(s: Sentence, verbs: Verbs, common: readonly Verb[], random: Random): Taught | undefined {
  let left = random() * TOTAL;
  for (const [share, make] of KINDS) {
    left -= share;
    if (left < 0) return make(s, verbs, common, random);
  }
  return undefined;
}

/**
 * Makes garbled sentences from clean ones, by kind, as editing garbles them. The same seed makes the same garbles. Many stay
 * grammatical by chance ("in the" for "of the"), so no kind can be found whole.
 */
import type { WordModel } from '../../server/src/language/model.ts';
import { readSentence, type Sentence } from '../../server/src/language/tagged.ts';
import { setOf, TAG } from '../../server/src/language/tags.ts';
import { irregularVerbs, possibleBases } from '../../server/src/language/verbs.ts';

export interface Garble {
  readonly kind: Kind;
  readonly tokens: readonly string[];
  /** The tokens at fault, `to` exclusive. */
  readonly from: number;
  readonly to: number;
}

export const KINDS = [
  'doubled function word',
  'function words collide',
  'leftover verb',
  'verbs collide',
  'wrong verb form',
  'words swapped',
  'pasted word',
  'missing word',
  'agreement',
] as const;
export type Kind = (typeof KINDS)[number];

type Random = () => number;
const list = (text: string): readonly string[] => text.split(' ');
const AUXILIARIES = list('is are was were has have had been be will would can could should may do does did');
const PREPOSITIONS = list('of in on at by for with from to into over about against after between');
const DETERMINERS = list('the a an this that its his their these some');
const classOf = (word: string): readonly string[] | undefined =>
  [AUXILIARIES, PREPOSITIONS, DETERMINERS].find((words) => words.includes(word));
const pick = <T>(items: readonly T[], random: Random): T | undefined =>
  items[Math.floor(random() * items.length)];

export interface Verb {
  readonly VB: string;
  readonly VBZ: string;
  readonly VBD: string;
  readonly VBN: string;
  readonly VBG: string;
}
type Form = keyof Verb;

/** The verbs among some words, with their forms, if the words hold all of them. */
export function verbsAmong(
  counts: ReadonlyMap<string, number>,
  mayBe: (word: string) => number,
): Map<string, { verb: Verb; form: Form }[]> {
  const irregular = new Map(irregularVerbs().map((forms) => [forms.base, forms]));
  const byForm = new Map<string, { verb: Verb; form: Form }[]>();
  const known = (word: string, tag: number): boolean => counts.has(word) && (mayBe(word) & tag) !== 0;
  for (const word of counts.keys()) {
    if (
      !/^[a-z]{2,}$/u.test(word) ||
      (mayBe(word) & setOf('VB')) === 0 ||
      /^(?:be|have|do|can|will|may|must)$/u.test(word)
    )
      continue;
    const third = [`${word}s`, `${word}es`, `${word.slice(0, -1)}ies`].find((form) =>
      known(form, setOf('VBZ')),
    );
    const ing = [`${word}ing`, `${word.slice(0, -1)}ing`, `${word}${word.at(-1)}ing`].find(
      (form) => known(form, setOf('VBG')) && possibleBases(form, 'ing').includes(word),
    );
    const ed = [`${word}ed`, `${word}d`, `${word}${word.at(-1)}ed`, `${word.slice(0, -1)}ied`].find(
      (form) => known(form, setOf('VBN')) && possibleBases(form, 'ed').includes(word),
    );
    const forms = irregular.get(word);
    const past = forms?.pasts[0] ?? ed;
    const participle = forms?.participles[0] ?? ed;
    if (third === undefined || ing === undefined || past === undefined || participle === undefined) continue;
    const verb: Verb = { VB: word, VBZ: third, VBD: past, VBN: participle, VBG: ing };
    for (const form of ['VB', 'VBZ', 'VBD', 'VBN', 'VBG'] as const) {
      const rows = byForm.get(verb[form]) ?? [];
      rows.push({ verb, form });
      byForm.set(verb[form], rows);
    }
  }
  return byForm;
}

const isVerb = (tag: number): boolean => tag >= TAG.VB && tag <= TAG.VBG;
const formOf = (tag: number): Form =>
  tag === TAG.VBP || tag === TAG.VB
    ? 'VB'
    : tag === TAG.VBZ
      ? 'VBZ'
      : tag === TAG.VBD
        ? 'VBD'
        : tag === TAG.VBN
          ? 'VBN'
          : 'VBG';

/** Garbles a sentence in one way; undefined if it has no place for it. */
export function garble(
  s: Sentence,
  kind: Kind,
  verbs: ReadonlyMap<string, { verb: Verb; form: Form }[]>,
  common: readonly Verb[],
  random: Random,
): Garble | undefined {
  const T = s.raw;
  const places = (fits: (word: string, i: number) => boolean): number | undefined => {
    const found: number[] = [];
    for (let i = 1; i < s.size - 1; i += 1)
      if (s.raw[i] === s.words[i] && fits(s.words[i] ?? '', i)) found.push(i);
    return pick(found, random);
  };
  const insert = (i: number, word: string): string[] => [...T.slice(0, i), word, ...T.slice(i)];
  const replace = (i: number, word: string): string[] => [...T.slice(0, i), word, ...T.slice(i + 1)];
  switch (kind) {
    case 'doubled function word': {
      const i = places((word) => classOf(word) !== undefined);
      return i === undefined ? undefined : { kind, tokens: insert(i, T[i] ?? ''), from: i, to: i + 2 };
    }
    case 'function words collide': {
      const i = places((word) => classOf(word) !== undefined);
      if (i === undefined) return undefined;
      const other = pick(classOf(T[i] ?? '') ?? [], random);
      if (other === undefined || other === T[i]) return undefined;
      return { kind, tokens: insert(random() < 0.5 ? i : i + 1, other), from: i, to: i + 2 };
    }
    case 'leftover verb':
    case 'verbs collide': {
      const i = places((word, at) => isVerb(s.tags[at] ?? 0) && verbs.has(word));
      if (i === undefined) return undefined;
      const other = pick(common, random)?.[formOf(s.tags[i] ?? 0)];
      if (other === undefined || other === T[i]) return undefined;
      if (kind === 'verbs collide')
        return { kind, tokens: insert(random() < 0.5 ? i : i + 1, other), from: i, to: i + 2 };
      // an old verb left beside its auxiliary: "has announced said"
      const form = pick(['VBD', 'VBZ', 'VBN', 'VB', 'VBG'] as const, random) ?? 'VBD';
      const leftover = pick(common, random)?.[form] ?? other;
      if (leftover === T[i]) return undefined;
      return { kind, tokens: insert(random() < 0.5 ? i : i + 1, leftover), from: i, to: i + 2 };
    }
    case 'wrong verb form': {
      const i = places((word, at) => isVerb(s.tags[at] ?? 0) && verbs.has(word));
      if (i === undefined) return undefined;
      const row = pick(verbs.get(T[i] ?? '') ?? [], random);
      if (row === undefined) return undefined;
      const form = formOf(s.tags[i] ?? 0);
      const finite = s.tags[i] === TAG.VBD || s.tags[i] === TAG.VBZ || s.tags[i] === TAG.VBP;
      const others = (['VB', 'VBZ', 'VBD', 'VBN', 'VBG'] as const).filter(
        (other) =>
          row.verb[other] !== T[i] &&
          other !== form &&
          !(finite && /^(?:VB|VBZ|VBD)$/u.test(other)) &&
          !(finite && row.verb[other] === row.verb.VBD),
      );
      const other = pick(others, random);
      return other === undefined
        ? undefined
        : { kind, tokens: replace(i, row.verb[other]), from: Math.max(0, i - 1), to: i + 1 };
    }
    case 'words swapped': {
      const i = places(
        (word, at) => /^[a-z]+$/u.test(word) && /^[a-z]+$/u.test(T[at + 1] ?? '') && T[at + 1] !== word,
      );
      if (i === undefined) return undefined;
      return {
        kind,
        tokens: [...T.slice(0, i), T[i + 1] ?? '', T[i] ?? '', ...T.slice(i + 2)],
        from: Math.max(0, i - 1),
        to: i + 3,
      };
    }
    case 'pasted word': {
      const i = places((word) => /^[a-z]+$/u.test(word));
      const j = places((word) => /^[a-z]+$/u.test(word));
      if (i === undefined || j === undefined || Math.abs(i - j) < 3) return undefined;
      return { kind, tokens: insert(j, T[i] ?? ''), from: j - 1, to: j + 2 };
    }
    case 'missing word': {
      const i = places((word) => classOf(word) !== undefined);
      return i === undefined
        ? undefined
        : { kind, tokens: [...T.slice(0, i), ...T.slice(i + 1)], from: i - 1, to: i + 1 };
    }
    case 'agreement': {
      const other: Readonly<Record<string, string>> = {
        is: 'are',
        are: 'is',
        was: 'were',
        were: 'was',
        has: 'have',
        have: 'has',
        does: 'do',
        do: 'does',
      };
      const i = places((word, at) => Object.hasOwn(other, word) && s.tags[at] !== TAG.VB);
      return i === undefined
        ? undefined
        : { kind, tokens: replace(i, other[T[i] ?? ''] ?? ''), from: i - 1, to: i + 1 };
    }
  }
}

/** Joins tokens as they stand in print. */
export function joinTokens(tokens: readonly string[]): string {
  let text = '';
  let open = false;
  for (const token of tokens) {
    const tight =
      text === '' || open || /^(?:[,.;:?!)%\]”’]|n['’]t|['’](?:s|re|ve|ll|d|m)|\.{2,})$/iu.test(token);
    if (token === '"') {
      const opening = !/"[^"]*$/u.test(text);
      text += opening && text !== '' ? ` ${token}` : token;
      open = opening;
      continue;
    }
    text += (tight ? '' : ' ') + token;
    open = /^[([“‘£$€]$/u.test(token);
  }
  return text;
}

/** The sentences of a text that garbles can be made of: whole ones of 8 to 40 tokens. */
export function usable(
  line: string,
  spans: readonly { start: number; end: number }[],
  model: WordModel,
): Sentence[] {
  return spans
    .map((span) => readSentence(line, span, model))
    .filter(
      (s) =>
        s.size >= 8 &&
        s.size <= 40 &&
        /^[A-Z]/u.test(s.raw[0] ?? '') &&
        /^[.]$/u.test(s.raw[s.size - 1] ?? ''),
    );
}

/** The verbs of sentences, and the common ones. */
export function verbsOf(
  sentences: readonly Sentence[],
  model: Pick<WordModel, 'lexicon'>,
): { verbs: ReturnType<typeof verbsAmong>; common: Verb[] } {
  const counts = new Map<string, number>();
  for (const { raw, words } of sentences) {
    for (let i = 0; i < raw.length; i += 1)
      if (raw[i] === words[i]) counts.set(words[i] ?? '', (counts.get(words[i] ?? '') ?? 0) + 1);
  }
  const verbs = verbsAmong(counts, (word) => model.lexicon.possibleTags(word));
  const common = new Set<Verb>();
  for (const rows of verbs.values())
    for (const { verb } of rows) if ((counts.get(verb.VBD) ?? 0) >= 20) common.add(verb);
  return { verbs, common: [...common].sort((a, b) => (a.VB < b.VB ? -1 : 1)) };
}

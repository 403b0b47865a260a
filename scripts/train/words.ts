import { hashWord } from '../../server/src/language/hash.ts';
import { lexiconKey } from '../../server/src/language/lexicon.ts';
import { setOf, TAG, TAGS_IN_SET, type WordTag } from '../../server/src/language/tags.ts';
import { irregularVerbs, isOnlyParticiple, isOnlyPast } from '../../server/src/language/verbs.ts';
import { pushNumber } from './perceptron.ts';

/** How often a word stood with each tag. */
export type Counts = Map<string, Uint32Array>;

export function count(counts: Counts, word: string, tag: number, by = 1): void {
  let row = counts.get(word);
  if (row === undefined) {
    row = new Uint32Array(64);
    counts.set(word, row);
  }
  row[tag] = (row[tag] as number) + by;
}

export interface Entry {
  readonly word: string;
  readonly may: number;
  readonly sure: number;
  readonly common: number;
}

const NOUNS = setOf('NN', 'NNS');
const VERB_TAGS = [TAG.VB, TAG.VBP, TAG.VBZ, TAG.VBD, TAG.VBN];
const VERBAL = setOf('VB', 'VBP', 'VBZ', 'VBD', 'VBN', 'VBG');

/**
 * The words and their possible tags: what the treebanks say of them, and what the tagger said often enough in the raw text.
 * A tagger errs most on rare readings, so these need a share of 1.5 %.
 */
export function buildLexicon(
  gold: Counts,
  raw: Counts,
  asNoun: ReadonlyMap<string, number>,
  afterArticle: ReadonlyMap<string, number>,
  leastCommon: number,
): Entry[] {
  const entries = new Map<string, Entry>();
  const words = new Set([...gold.keys(), ...raw.keys()]);
  for (const word of words) {
    if (/\d/u.test(word.charAt(0))) continue;
    const g = gold.get(word);
    const r = raw.get(word);
    const goldTotal = g?.reduce((a, b) => a + b, 0) ?? 0;
    const rawTotal = r?.reduce((a, b) => a + b, 0) ?? 0;
    if (rawTotal < leastCommon && goldTotal < 3) continue;
    let may = 0;
    for (let tag = 0; tag < TAGS_IN_SET; tag += 1) {
      const inGold = g?.[tag] ?? 0;
      const inRaw = r?.[tag] ?? 0;
      const share = tag === TAG.NNP || tag === TAG.NNPS ? 0.1 : 0.015;
      if (inGold >= 2 && inGold >= goldTotal * 0.01) may |= 1 << tag;
      else if (inGold >= 1 && goldTotal < 10 && inRaw >= 1) may |= 1 << tag;
      else if (inRaw >= Math.max(2, rawTotal * share) || (inRaw >= 1 && rawTotal < 6)) may |= 1 << tag;
    }
    // a verb that no article ever stands before is no noun, whatever the tagger said ("agree", "considers")
    const verbShare =
      rawTotal === 0 ? 0 : VERB_TAGS.reduce((sum, tag) => sum + (r?.[tag] ?? 0), 0) / rawTotal;
    const nouns = NOUNS & may;
    if (nouns !== 0 && verbShare > 0.2 && !/ing$/u.test(word)) {
      const single = /[^s]s$/u.test(word)
        ? (asNoun.get(word.slice(0, -1)) ?? 0) + (asNoun.get(word.slice(0, -2)) ?? 0)
        : 0;
      const evidence = (asNoun.get(word) ?? 0) + single;
      const goldNoun = (g?.[TAG.NN] ?? 0) + (g?.[TAG.NNS] ?? 0);
      if (evidence < Math.max(2, rawTotal * 0.001) && goldNoun < Math.max(2, goldTotal * 0.05)) may &= ~NOUNS;
    }
    // a noun in -ing has an article somewhere ("the building"), or it is only a verb's form ("responding")
    if (
      /...ing$/u.test(word) &&
      (may & setOf('VBG')) !== 0 &&
      (afterArticle.get(word) ?? 0) < Math.max(3, rawTotal * 0.02) &&
      (r?.[TAG.NN] ?? 0) < rawTotal * 0.25
    ) {
      may &= ~NOUNS;
    }
    // only -ed forms and the irregular verbs are past forms, only -s forms third persons, whatever the tagger said
    if (!/ed$/u.test(word) && !IRREGULAR.has(word)) {
      for (const tag of [TAG.VBD, TAG.VBN])
        if ((g?.[tag] ?? 0) < Math.max(2, goldTotal * 0.05)) may &= ~(1 << tag);
    }
    if (!/s$/u.test(word) && (g?.[TAG.VBZ] ?? 0) < 2) may &= ~setOf('VBZ');
    // a base form that is seldom called an adjective is none
    if (
      verbShare > 0.6 &&
      !/(?:ed|ing)$/u.test(word) &&
      (r?.[TAG.JJ] ?? 0) < rawTotal * 0.06 &&
      (g?.[TAG.JJ] ?? 0) < Math.max(2, goldTotal * 0.05)
    ) {
      may &= ~setOf('JJ');
    }
    may = complete(word, may);
    let sure = 255;
    if (goldTotal >= 30 && g !== undefined) {
      for (let tag = 0; tag < 64; tag += 1) if ((g[tag] as number) >= goldTotal * 0.997) sure = tag;
      if (sure < TAGS_IN_SET && may !== 1 << sure) sure = 255;
      if (sure === TAG.NNP || sure === TAG.NN || sure === TAG.NNS) sure = 255;
    }
    const common = Math.min(15, Math.floor(Math.log2(rawTotal + goldTotal)));
    if (may !== 0 || sure !== 255) entries.set(word, { word, may, sure, common });
  }
  return [...entries.values()].sort((a, b) => key(a) - key(b) || (a.word < b.word ? -1 : 1));
}

const key = (entry: Entry): number => lexiconKey(hashWord(entry.word));

function complete(word: string, set: number): number {
  let may = set;
  const has = (...tags: readonly WordTag[]): boolean => (may & setOf(...tags)) !== 0;
  if (has('VB', 'VBP') && !/ed$|ing$/u.test(word)) may |= setOf('VB', 'VBP');
  if (/..ed$/u.test(word) && has('VBD', 'VBN')) may |= setOf('VBD', 'VBN');
  if (isOnlyPast(word)) may = (may & ~(VERBAL | setOf('NN', 'JJ', 'NNS'))) | setOf('VBD');
  if (isOnlyParticiple(word)) may = (may & ~setOf('VBD', 'VB', 'VBP')) | setOf('VBN');
  const alike = IRREGULAR.get(word);
  if (alike !== undefined) may |= alike;
  return may;
}

const IRREGULAR = new Map<string, number>();
for (const { base, pasts, participles } of irregularVerbs()) {
  const add = (word: string, set: number): void => void IRREGULAR.set(word, (IRREGULAR.get(word) ?? 0) | set);
  add(base, setOf('VB', 'VBP'));
  for (const past of pasts) add(past, setOf('VBD'));
  for (const participle of participles) add(participle, setOf('VBN'));
}

/** Packs the lexicon; see `unpackLexicon`. */
export function packLexicon(entries: readonly Entry[]): Uint8Array {
  const uses = new Map<number, number>();
  for (const { may } of entries) uses.set(may, (uses.get(may) ?? 0) + 1);
  const sets = [...uses.keys()].sort((a, b) => (uses.get(b) ?? 0) - (uses.get(a) ?? 0) || a - b);
  const numbers = new Map(sets.map((set, index) => [set, index]));
  const out: number[] = [];
  pushNumber(out, sets.length);
  for (const set of sets) out.push(set & 255, (set >>> 8) & 255, (set >>> 16) & 255, (set >>> 24) & 255);
  const body: number[] = [];
  let written = 0;
  let last = 0;
  for (const entry of entries) {
    const number = numbers.get(entry.may);
    const step = key(entry) - last;
    if (number === undefined || step === 0) continue;
    pushNumber(body, step);
    last += step;
    pushNumber(body, number);
    body.push(entry.sure === 255 ? 128 + entry.common : entry.sure);
    written += 1;
  }
  pushNumber(out, written);
  return Uint8Array.from(out.concat(body));
}

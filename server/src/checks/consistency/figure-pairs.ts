import { memoizeWeak } from '../../draft/memoize.ts';
import { wordModel } from '../../language/model.ts';
import { wordsOf } from '../../language/words.ts';
import { amountIn, type Statement } from './figure-derived.ts';
import type { Fact } from './figure-facts.ts';
import { figureModel } from './figure-model.ts';
import { isHuman } from './figure-read.ts';
import { agree, NUMBER } from './quantities.ts';

// What a pair of figures looks like to what was learnt of pairs (scripts/figures): a row of numbers. The same code makes the rows that it
// is trained on, so a change here means training anew.

/** Words on either side of a figure that are beside it. */
const BESIDE = 10;
/** Words right before or after it. */
const NEXT_TO = 4;
const WEIGHTLESS = 14;

/** The words before and after a figure, by their kind; a place of its own means what stands beside it here. */
const BEFORE = placesOf(
  'the all both those these this that its their his her a an one another other further more additional extra about around nearly almost some over than least of from to by for at in on into up under between with per and or after was were is are had has have said only last first next aged',
);
const AFTER = placesOf(
  'people men women children others other more of who that which were was are is had have has in at from to by on for with out and or as after when will would said years year months weeks days miles million per percent points votes times the a',
);

function placesOf(words: string): ReadonlyMap<string, number> {
  return new Map(words.split(' ').map((word, i) => [word, i + 1]));
}

const UNITS: Readonly<Record<string, number>> = {
  count: 0,
  $: 1,
  '£': 1,
  '€': 1,
  p: 1,
  '%': 2,
  days: 3,
  metres: 4,
  mph: 4,
  kilos: 5,
  acres: 6,
  degrees: 7,
  points: 8,
  clock: 10,
  date: 11,
  dated: 11,
  score: 12,
  tally: 12,
  votes: 13,
};

/** The words about one figure, as the pairs that it is part of need them. */
interface Mention {
  readonly near: Float32Array;
  readonly before: Float32Array;
  readonly after: Float32Array;
  readonly all: Float32Array;
  readonly head: Float32Array;
  readonly stems: ReadonlyMap<string, number>;
  readonly capitals: ReadonlySet<string>;
  readonly beside: ReadonlySet<string>;
  readonly years: ReadonlySet<string>;
  readonly previous: string;
  readonly next: string;
}

/** The beginning of a word, by which its forms are one. */
const stemOf = (word: string): string => (word.length > 5 ? word.slice(0, 5) : word.replace(/s$/u, ''));
const isYear = (word: string): boolean => /^(?:19|20)\d\d$/u.test(word);

/** A word of a figure's sentence. */
interface Known {
  readonly text: string;
  readonly lower: string;
  /** How much it says: one that stands everywhere says nothing, nor does a number. */
  readonly weight: number;
  /** Its place among the words whose direction is known; -1 for none. */
  readonly place: number;
}

function knownOf(text: string): Known {
  const lower = text.toLowerCase();
  const weight = /^\d/u.test(lower) ? 0 : Math.max(0, WEIGHTLESS - wordModel().lexicon.logFrequency(lower));
  return { text, lower, weight, place: weight > 0 ? figureModel().placeOf(lower) : -1 };
}

const A_NUMBER = `${NUMBER}\\b`;
const IN_SO_MANY = new RegExp(`^\\sin\\s${A_NUMBER}`);
const SO_MANY_IN = new RegExp(`\\b${A_NUMBER}\\sin\\s$`, 'i');
const GOES_ON = new RegExp(`^[\\s-]${A_NUMBER}`);
/** “BBC One”, a minute behind a player's name. */
const NAMED = /\S\s+\p{Lu}\S*\s$/u;
/** Longer than what these look for, in UTF-16 units. */
const AROUND = 32;

/** “One of them”, “six in ten”, “Channel 4”, the first half of “nine thousand four hundred”, a day that some months lack: no quantity of its own. */
const isLoose = memoizeWeak(({ unit, head, form, stated, sentence, sentenceAt }: Fact): boolean => {
  if (/^dated?$/u.test(unit)) return stated.amount.value % 100 > 28;
  if (unit !== 'count') return false;
  if (stated.amount.value === 1) return true;
  const [start, end] = [stated.start - sentenceAt, stated.end + form.length - sentenceAt];
  const before = sentence.slice(Math.max(0, start - AROUND), start);
  const after = sentence.slice(end, end + AROUND);
  return (
    IN_SO_MANY.test(after) ||
    SO_MANY_IN.test(before) ||
    (head === '' && NAMED.test(before)) ||
    (GOES_ON.test(after) && !/\d/u.test(sentence.slice(start, end)))
  );
});

const mentionOf = memoizeWeak((fact: Fact): Mention => {
  const { sentence, sentenceAt, stated, form, head, marks } = fact;
  const [start, end] = [stated.start - sentenceAt, stated.end + form.length - sentenceAt];
  const words = wordsOf(sentence);
  const before = words.filter((word) => word.end <= start).map(({ text }) => knownOf(text));
  const after = words.filter((word) => word.start >= end).map(({ text }) => knownOf(text));
  const [left, right] = [before.slice(-BESIDE).reverse(), after.slice(0, BESIDE)];
  const near = [...left, ...right];
  const nearness = [...left.keys(), ...right.keys()].map((far) => 1 / (1 + 0.2 * far));
  const stems = new Map<string, number>();
  near.forEach(({ lower, weight }, i) => {
    const here = weight * (nearness[i] as number);
    const stem = stemOf(lower);
    if (here > (stems.get(stem) ?? 0)) stems.set(stem, here);
  });
  const namesIn = (of: readonly Known[]): ReadonlySet<string> =>
    new Set(of.flatMap(({ text, lower, weight }) => (weight > 0 && /^\p{Lu}/u.test(text) ? [lower] : [])));
  return {
    near: meaningOf(near, nearness),
    before: meaningOf(before.slice(-NEXT_TO)),
    after: meaningOf(after.slice(0, NEXT_TO)),
    all: meaningOf([...before, ...after]),
    head:
      head === ''
        ? meaningOf(after.slice(0, 3), [1, 1 / 2, 1 / 3])
        : meaningOf([head, ...marks].map(knownOf), [1, ...marks.map(() => 0.3)]),
    stems,
    capitals: namesIn([...before.slice(1), ...after]),
    beside: namesIn([...before.slice(-5), ...after.slice(0, 5)]),
    years: new Set(words.map(({ text }) => text).filter(isYear)),
    previous: before.at(-1)?.lower ?? '',
    next: after[0]?.lower ?? '',
  };
});

/** What words mean together, as a direction. */
function meaningOf(words: readonly Known[], by?: readonly number[]): Float32Array {
  const { size, addVector } = figureModel();
  const sum = new Float32Array(size);
  words.forEach(({ weight, place }, i) => {
    if (place >= 0) addVector(place, weight * (by?.[i] ?? 1), sum);
  });
  let norm = 0;
  for (const one of sum) norm += one * one;
  if (norm > 0) {
    const scale = 1 / Math.sqrt(norm);
    for (let i = 0; i < size; i += 1) sum[i] = (sum[i] as number) * scale;
  }
  return sum;
}

function cosine(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

/** How many of the fewer are among the others, as a share; -1 where one side has none. */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return -1;
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const one of few) if (many.has(one)) shared += 1;
  return shared / few.size;
}
const overlapOf = (a: readonly string[], b: readonly string[]): number => overlap(new Set(a), new Set(b));

/** The weight of the words that both have, as a share of all. */
function sharedWeight(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let [shared, all] = [0, 0];
  for (const [stem, weight] of a) {
    const other = b.get(stem) ?? 0;
    shared += Math.min(weight, other);
    all += Math.max(weight, other);
  }
  for (const [stem, weight] of b) if (!a.has(stem)) all += weight;
  return all > 0 ? shared / all : -1;
}

/** How alike the words of two figures are: what most of a row is made from, kept for as long as both are there. */
interface Likeness {
  readonly shared: number;
  readonly near: number;
  readonly before: number;
  readonly after: number;
  readonly all: number;
  readonly head: number;
  readonly capitals: number;
  readonly beside: number;
  readonly tail: number;
  readonly marks: number;
  /** The best of it in one number, by which figures are ranked as what another one may mean. */
  readonly rank: number;
}

const likenesses = memoizeWeak((_: Fact) => new WeakMap<Fact, Likeness>());

function likenessOf(a: Fact, b: Fact): Likeness {
  const known = likenesses(a);
  let found = known.get(b);
  if (found === undefined) {
    const [x, y] = [mentionOf(a), mentionOf(b)];
    const shared = sharedWeight(x.stems, y.stems);
    const head = cosine(x.head, y.head);
    const all = cosine(x.all, y.all);
    found = {
      shared,
      near: cosine(x.near, y.near),
      before: cosine(x.before, y.before),
      after: cosine(x.after, y.after),
      all,
      head,
      capitals: overlap(x.capitals, y.capitals),
      beside: overlap(x.beside, y.beside),
      tail: overlapOf(a.tail, b.tail),
      marks: overlapOf(a.marks, b.marks),
      rank: shared + 0.5 * head + all,
    };
    known.set(b, found);
  }
  return found;
}

const HEDGES = { about: 1, least: 2, most: 3 } as const;
const hedgeOf = ({ stated: { hedge } }: Fact): number => (hedge === undefined ? 0 : HEDGES[hedge]);

const digitsOf = (value: number): string =>
  Number.isInteger(value) && value < 1e15 ? String(value) : String(value).replace(/\D/gu, '');
const zerosOf = (digits: string): number => digits.length - digits.replace(/0+$/u, '').length;
const sortedOf = (digits: string): string => [...digits.replace(/0+$/u, '')].sort().join('');

/** Paragraphs over which a figure is held against another. */
const REACH = 30;
/** Paragraphs that say what a story is about. */
const TOP = 1;
/** Paragraphs in which a story tells its main figures. */
const EARLY = 3;

/** Longer numbers are those of messages and parcels. */
const GREATEST = 1e14;

/** Whether a statement tells a quantity by a figure of its own. */
export const isMention = ({ said, kind }: Statement): boolean =>
  kind !== 'dateline' &&
  said.unit in UNITS &&
  said.stated.amount.value < GREATEST &&
  said.parts === undefined &&
  said.listed === undefined &&
  !isLoose(said);

/** Figures of its unit before and after it that a figure is held against: more are a table, and each costs. */
const NEAREST = 16;
/** As many of those before it as fit its words best are judged. */
const FITTING = 5;

/** A smaller difference is often told of something else. */
const LEAST_REST = 3;

/** What the rows of one figure with those before it have in common. */
interface Against {
  /** The figures of its unit near to it, in order, itself among them. */
  readonly like: readonly Statement[];
  readonly values: ReadonlySet<number>;
  /** How well each of those before it fits its words. */
  readonly ranks: ReadonlyMap<Statement, number>;
  /** The figures that say the same as it does. */
  readonly equals: readonly Statement[];
  readonly closest: number;
  readonly topic: number;
}

const closestTo = (of: Fact, among: readonly Statement[]): number =>
  Math.max(-1, ...among.map(({ said }) => likenessOf(said, of).rank));

/**
 * The rows of a figure with those before it that it contradicts.
 * @param all the figures of its unit, in order, itself among them.
 * @param top the figures of the draft's first paragraphs.
 */
export function rowsOf(
  one: Statement,
  all: readonly Statement[],
  top: readonly Statement[],
): readonly { readonly other: Statement; readonly row: readonly number[] }[] {
  const { said } = one;
  const place = all.indexOf(one);
  const before = all.slice(Math.max(0, place - NEAREST), place).filter(({ at }) => one.at - at <= REACH);
  const like = [...before, ...all.slice(place, place + NEAREST)];
  const values = new Set(like.map(amountIn));
  // a part, its whole and the rest
  const isRest = (other: Statement): boolean => {
    const rest = Math.abs(amountIn(other) - amountIn(one));
    return rest >= LEAST_REST && values.has(rest);
  };
  const isInSentence = (other: Statement): boolean =>
    other.at === one.at && other.said.sentenceAt === said.sentenceAt;
  const against = before.filter(
    (other) => !agree(other.said.stated, said.stated) && !isRest(other) && !isInSentence(other),
  );
  if (against.length === 0) return [];
  const equals = like.filter((other) => other !== one && agree(other.said.stated, said.stated));
  const ranks = new Map(before.map((other) => [other, likenessOf(other.said, said).rank]));
  const topics = top.map((other) =>
    other.said === said ? -1 : cosine(mentionOf(other.said).all, mentionOf(said).all),
  );
  const beside: Against = {
    like,
    values,
    ranks,
    equals,
    closest: closestTo(said, equals),
    topic: Math.max(-1, ...topics),
  };
  const fits = (other: Statement): number => ranks.get(other) ?? 0;
  return against
    .toSorted((a, b) => fits(b) - fits(a))
    .slice(0, FITTING)
    .map((other) => ({ other, row: rowOf(other, one, beside) }));
}

function rowOf(
  first: Statement,
  second: Statement,
  { like, values, ranks, equals, closest, topic }: Against,
): readonly number[] {
  const [a, b] = [first.said, second.said];
  const [x, y] = [mentionOf(a), mentionOf(b)];
  const likeness = likenessOf(a, b);
  let [best, better] = [-1, 0];
  for (const [other, rank] of ranks) {
    if (other !== first && rank > best) best = rank;
    if (rank > likeness.rank) better += 1;
  }
  const [u, v] = [amountIn(first), amountIn(second)];
  const [few, many] = [Math.min(u, v), Math.max(u, v)];
  const [du, dv] = [digitsOf(u), digitsOf(v)];
  const ten = few > 0 ? Math.log10(many / few) : 9;
  const sames = like.filter(({ said }) => said !== a && said !== b && agree(said.stated, a.stated));
  return [
    UNITS[a.unit] ?? 15,
    Number(a.definite),
    Number(b.definite),
    Number(a.apart),
    Number(b.apart),
    hedgeOf(a),
    hedgeOf(b),
    Number(a.head === b.head && a.head !== ''),
    Number(a.head !== ''),
    Number(b.head !== ''),
    Number(isHuman(a.head) && isHuman(b.head)),
    Number(a.events.length > 0 && b.events.length > 0),
    a.events.filter((event) => b.events.includes(event)).length,
    likeness.shared,
    likeness.near,
    likeness.before,
    likeness.after,
    likeness.all,
    likeness.head,
    likeness.capitals,
    likeness.beside,
    likeness.tail,
    likeness.marks,
    b.marks.length,
    b.tail.length,
    y.beside.size,
    Number(a.lead === b.lead && a.lead !== ''),
    second.at - first.at,
    Number(first.at === second.at),
    Number(first.kind === 'headline' || first.kind === 'field'),
    Number(first.at < EARLY),
    Number(x.next === y.next && x.next !== ''),
    Number(x.previous === y.previous && x.previous !== ''),
    BEFORE.get(x.previous) ?? 0,
    BEFORE.get(y.previous) ?? 0,
    AFTER.get(x.next) ?? 0,
    AFTER.get(y.next) ?? 0,
    Number(a.quoted),
    Number(b.quoted),
    Number(a.form.replace(/^[\s-]|s$/gu, '') === b.form.replace(/^[\s-]|s$/gu, '')),
    Number(b.rest ?? false),
    Number(a.share !== undefined),
    Number(b.share !== undefined),
    Number(a.from !== undefined),
    Number(b.from !== undefined),
    x.years.size + y.years.size === 0 ? -1 : overlap(x.years, y.years),
    like.length,
    like.filter(({ said }) => said.head === b.head).length,
    ranks.size,
    better,
    likeness.rank,
    likeness.rank - best,
    topic,
    Number(like[0] === first),
    few > 0 ? Math.log(many / few) : 9,
    Number(du.length === dv.length && sortedOf(du) === sortedOf(dv)),
    Number(du.length === dv.length && [...du].filter((digit, i) => digit !== dv[i]).length === 1),
    Number(Math.abs(ten - Math.round(ten)) < 1e-6),
    Math.min(4, many - few),
    Number(few < 13),
    du.length,
    dv.length,
    zerosOf(du),
    zerosOf(dv),
    sames.length,
    equals.length,
    closestTo(a, sames),
    closest,
    2 * Number(values.has(many - few)) + Number(values.has(u + v)),
    Number(few > 1 && values.has(many / few)),
    Number(u < v),
  ];
}

/** The statements of a draft's first paragraphs. */
export const topOf = (all: readonly Statement[]): readonly Statement[] =>
  all.filter((one) => one.at <= TOP && isMention(one));

/** What a figure was held against, and which of it was told. */
interface Judged {
  readonly like: readonly Statement[];
  readonly top: readonly Fact[];
  /** Its place in `like`, or -1. */
  readonly found: number;
  readonly odds: number;
}

const judgements = new WeakMap<Fact, { readonly one: Statement; readonly judged: Judged }>();

/** Whether a figure stands among the same ones as before: a key in a paragraph without figures changes nothing. */
function isAsBefore(
  old: Statement,
  { like, top }: Judged,
  one: Statement,
  now: Pick<Judged, 'like' | 'top'>,
): boolean {
  return (
    like.length === now.like.length &&
    top.length === now.top.length &&
    top.every((fact, i) => fact === now.top[i]) &&
    like.every((other, i) => {
      const next = now.like[i] as Statement;
      return (
        other.said === next.said &&
        old.at - other.at === one.at - next.at &&
        Math.min(other.at, EARLY) === Math.min(next.at, EARLY)
      );
    })
  );
}

/** A statement that another one most likely tells again with another value, and how likely that is, as log odds. */
export interface Told {
  readonly other: Statement;
  readonly odds: number;
}

/** The statement before this one that it tells again with another value, where that is likely enough to be told. */
export function toldAgain(
  one: Statement,
  before: readonly Statement[],
  after: readonly Statement[],
  tops: readonly Statement[],
): Told | undefined {
  if (!isMention(one)) return undefined;
  const isLike = (other: Statement): boolean => other.said.unit === one.said.unit && isMention(other);
  const earlier = before.filter(isLike).slice(-NEAREST);
  if (earlier.length === 0) return undefined;
  const like = [...earlier, one, ...after.filter(isLike).slice(0, NEAREST)];
  const top = topOf(tops);
  const now = { like, top: top.map(({ said }) => said) };
  const known = judgements.get(one.said);
  let judged = known?.judged;
  if (known === undefined || judged === undefined || !isAsBefore(known.one, judged, one, now)) {
    const { judge, least } = figureModel();
    let [found, odds] = [-1, least];
    for (const { other, row } of rowsOf(one, like, top)) {
      const these = judge(row);
      if (these >= odds) [found, odds] = [like.indexOf(other), these];
    }
    judged = { ...now, found, odds };
    judgements.set(one.said, { one, judged });
  }
  const other = like[judged.found];
  return other && { other, odds: judged.odds };
}

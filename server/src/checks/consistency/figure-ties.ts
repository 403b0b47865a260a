import type { Amount } from './quantities.ts';
import { amountOf, NUMBER } from './quantities.ts';

/** A quantity tied to what is counted by the sentence's own words; offsets are UTF-16 units of the sentence. */
export interface Tie {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly amount: Amount;
  readonly definite: boolean;
  /** The sides of a score. */
  readonly names?: readonly string[];
  /** Told by a list of names, which nobody mends by changing a figure. */
  readonly listed?: true;
  /** Of whoever the paragraph before it counts: “they”. */
  readonly they?: true;
  /** The beginnings of the words that the sentence is about; told of what is compared by them. */
  readonly about?: readonly string[];
  /** The words between a count and what it counts: “the nine grounded jets”. */
  readonly marks?: readonly string[];
  /** “All nine jets”, “the nine jets”: not of some of them. */
  readonly whole?: true;
  /** Added up from parts that the sentence lists: “the Royal will lose 55 beds and St Bride’s 45”. */
  readonly parts?: readonly number[];
}

/** Finds counts of things, sums of money, results of games, and people named one by one. */
export function tiesIn(sentence: string, counted: readonly string[]): readonly Tie[] {
  const ties = [...countsIn(sentence), ...partsIn(sentence), ...sumsIn(sentence), ...topsIn(sentence)];
  const about = ties.length > 0 ? stemsIn(sentence) : [];
  return [
    ...ties.map((tie) => ({ ...tie, about })),
    ...sexesIn(sentence),
    ...scoresIn(sentence),
    ...listsIn(sentence, counted),
  ];
}

/** The beginning of a word, by which “grounded” and “grounds” are one. */
const stemOf = (word: string): string => word.toLowerCase().slice(0, 4);

// words of four letters and more; those that any sentence may have say nothing
const COMMON =
  /^(?:after|about|their|there|would|could|which|while|where|these|those|other|first|being|have|from|with|that|this|they|will|were|been|more|than|over|said|says|when|into|last|year|years|people|also|just|only|million|billion|percent)$/iu;
/** The beginnings of the words that a sentence is about. */
export const stemsIn = (sentence: string): readonly string[] => [
  ...new Set((sentence.match(/\p{L}{4,}/gu) ?? []).filter((word) => !COMMON.test(word)).map(stemOf)),
];

// what measures, and does not count
const MEASURE =
  /^(?:years?|months|weeks|days|nights|hours|minutes|seconds|miles|kilometres|kilometers|metres|meters|feet|yards|inches|points|goals|runs|wickets|overs|sets|games|times|degrees|pounds|dollars|euros|pence|cents|percentages|seats|votes|others|lives|its|was|has|is|this|plus|series|species|tonnes|tons|litres|acres|hectares|decades|centuries|minutes|teens|successes|rounds|stages|sizes|stars|ways|things|parts|halves|quarters|thirds|fifths)$/u;
const COUNT = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,£$€-])(?<the>(?:all\s+)?(?:(?:of\s+)?the|its|their|his|her|these|those)\s+|all\s+)?(?<n>${NUMBER})\s+(?:of\s+(?:the|its|their|his|her)\s+(?=\p{Ll}))?(?<marks>(?:(?!and\b|or\b|of\b|to\b|in\b|per\b)\p{Ll}[\p{Ll}-]+\s){0,2}?)(?<noun>\p{Ll}{3,}s|people|\p{Ll}*men|\p{Ll}*women|children|staff|crew)\b(?!-|’s|'s)`,
  'dgiu',
);
// nine of its 26 jets: both are counts of jets
const PART_OF = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,£$€-])(?<n>${NUMBER})\s+(?:out\s+)?of\s+(?:(?:the|its|their|his|her)\s+)?${NUMBER}\s+(?<noun>\p{Ll}{3,}s|people|\p{Ll}*men|\p{Ll}*women|children|staff|crew)\b(?!-|’s|'s)`,
  'dgiu',
);
const VERB_LIKE = /(?:^(?:was|were|has|have|had|is|are|more|others?|who|that|which|say|says)$|ly$)/u;

function countsIn(sentence: string): readonly Tie[] {
  return [...sentence.matchAll(COUNT), ...sentence.matchAll(PART_OF)].flatMap((match) => {
    const at = match.indices?.groups?.n;
    const { n = '', noun = '', the, marks: between = '' } = match.groups ?? {};
    const amount = amountOf(n);
    const marks = between.split(/\s+/u).filter((word) => word !== '');
    if (at === undefined || amount === undefined || MEASURE.test(noun) || noun !== noun.toLowerCase())
      return [];
    if (marks.some((word) => VERB_LIKE.test(word) || MEASURE.test(word))) return [];
    return [
      {
        key: `count ${noun}`,
        start: at[0],
        end: at[1],
        amount,
        definite: the !== undefined,
        ...(marks.length > 0 ? { marks } : {}),
        ...(/^(?:all|the)\b/iu.test(the ?? '') ? { whole: true as const } : {}),
      },
    ];
  });
}

const BARE = `(?:${NUMBER})`;
// 55 beds and St Bride’s 45 · 55 beds, St Bride’s 45 and the annex 20
const SHARED_NOUN = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,£$€-])(?<list>${BARE}\s+(?<noun>\p{Ll}{3,}s)(?:,\s+(?:\p{L}[\p{L}’'.-]*\s+){1,4}${BARE})*,?\s+and\s+(?:\p{L}[\p{L}’'.-]*\s+){1,4}${BARE})(?=[.;]|,\s|$)`,
  'dgiu',
);
// 120 houses for sale, 110 flats and 60 homes for rent
const MIXED = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,£$€-])(?<list>${BARE}\s+(?:\p{Ll}+\s){0,2}?\p{Ll}{3,}s(?:\s+(?:for|at|in|with|of)\s[^,.;\d]{1,24})?(?:,\s+${BARE}\s+(?:\p{Ll}+\s){0,2}?\p{Ll}{3,}s(?:\s+(?:for|at|in|with|of)\s[^,.;\d]{1,24})?)+,?\s+and\s+${BARE}\s+(?:\p{Ll}+\s){0,2}?\p{Ll}{3,}s)\b`,
  'dgiu',
);
const EACH = new RegExp(String.raw`(?<![\p{L}\p{N}.,-])${NUMBER}(?![\p{L}\p{N}%]|[-.,]\d)`, 'giu');
/** The list is not of all, or its figures are not of one kind. */
const NOT_ALL =
  /\b(?:includ\p{L}*|among|others?|more|another|further|rest|remain\p{L}*|about|around|nearly|almost|least|over|up to|some|each|per|respectively|first|already|later|of (?:them|whom|which)|years?|hours?|days?|minutes?|weeks?|months?)\b|[$£€%]/iu;

/** Lists of parts, added up, under each noun that may also be said of the whole. */
function partsIn(sentence: string): readonly Tie[] {
  if (!sentence.includes(' and ') || NOT_ALL.test(sentence)) return [];
  return [...sentence.matchAll(SHARED_NOUN), ...sentence.matchAll(MIXED)].flatMap((match) => {
    const at = match.indices?.groups?.list;
    const { list = '', noun } = match.groups ?? {};
    const parts = [...list.matchAll(EACH)].map((one) => amountOf(one[0])?.value ?? Number.NaN);
    const value = parts.reduce((all, one) => all + one, 0);
    if (at === undefined || parts.length < 2 || !Number.isFinite(value)) return [];
    const nouns =
      noun === undefined
        ? [...list.matchAll(/\p{Ll}{3,}s\b/gu)].map((one) => one[0]).filter((one) => !MEASURE.test(one))
        : [noun];
    const amount = { value, slack: 0, unit: '' };
    return nouns
      .filter((one) => !MEASURE.test(one))
      .map((one) => ({ key: `count ${one}`, start: at[0], end: at[1], amount, definite: true, parts }));
  });
}

const SEX = '(?:men|women|boys|girls|adults|children)';
const BOTH_SEXES = new RegExp(
  String.raw`(?<list>\b(?<a>${NUMBER})\s+${SEX}\s+and\s+(?<b>${NUMBER})\s+${SEX})\s+(?:were|are|have been|had been)\s+(?:(?:also|later|all)\s+)?(?<verb>killed|injured|hurt|wounded|arrested|detained)\b|(?<verb2>killed|injured|arrested|detained)\s+(?<list2>(?<a2>${NUMBER})\s+${SEX}\s+and\s+(?<b2>${NUMBER})\s+${SEX})\b`,
  'dgiu',
);
const VERBS: Readonly<Record<string, string>> = { hurt: 'injured', wounded: 'injured', detained: 'arrested' };

/** Men and women of whom the same is told, added up: “Seven men and six women were arrested.” */
export function sexesIn(sentence: string): readonly Tie[] {
  return [...sentence.matchAll(BOTH_SEXES)].flatMap((match) => {
    const { a, b, a2, b2, verb, verb2 } = match.groups ?? {};
    const at = match.indices?.groups?.list ?? match.indices?.groups?.list2;
    const parts = [a ?? a2 ?? '', b ?? b2 ?? ''].map((one) => amountOf(one)?.value ?? Number.NaN);
    const value = parts.reduce((all, one) => all + one, 0);
    const done = (verb ?? verb2 ?? '').toLowerCase();
    if (at === undefined || !Number.isFinite(value) || NOT_ALL.test(sentence)) return [];
    const amount = { value, slack: 0, unit: '' };
    return [{ key: VERBS[done] ?? done, start: at[0], end: at[1], amount, definite: true, parts }];
  });
}

const MONEY = String.raw`[$£€]\d[\d,]*(?:\.\d+)?(?:[\s-]?(?:million|billion|trillion|bn|mn|m|b|k)\b)?`;
// raised £26,000 … the £62,000 raised
const SUM_DONE = new RegExp(
  String.raw`\b(?<verb>rais|donat|collect|stole|steal|won|paid|pay|sav|lost|los|spen|award|borrow|owe)(?:e|es|ed|ing|t|n|s)?\s+(?:about\s+|more than\s+|nearly\s+|almost\s+|over\s+)?(?<n>${MONEY})(?!\s+(?:a|an|per|each)\b)`,
  'dgiu',
);
const SUM_POINTED = new RegExp(
  String.raw`\b(?:the|that|all the)\s+(?<n>${MONEY})\s+(?:that\s+(?:was|has been|had been)\s+|it\s+|they\s+)?(?<verb>rais|donat|collect|stole|won|paid|sav|lost|spen|award|borrow|owe)(?:e?d|t|n)?\b`,
  'dgiu',
);
// a £12m wing … the £14m cost of the wing · the new wing, which cost £14m
const COST_OF = new RegExp(
  String.raw`\b(?:the|its)\s+(?<n>${MONEY})\s+(?:cost|price|bill|value)\s+(?:of|for)\s+(?:the|its|this|that)\s+(?:new\s|whole\s|old\s)?(?<thing>\p{Ll}{4,})\b`,
  'dgiu',
);
// a £12m wing … the £14m wing
const THING_AT = new RegExp(
  String.raw`\b(?<article>a|an|the|its|this|that)\s+(?<n>${MONEY})[\s-]+(?:\p{Ll}+\s)??(?<thing>\p{Ll}{4,})\b`,
  'dgiu',
);
const HARDLY_THING =
  /\p{L}{2}(?:ed|ly)$|^(?:year|month|week|million|profit|loss|rise|increase|fall|drop|gain|more|which|that|from|with|into|over|paid|spent|cost|price|bill|value|won|mark|level|line|each)$/u;
const THING_COST = new RegExp(
  String.raw`\bthe\s+(?:\p{Ll}+\s)??(?<thing>\p{Ll}{4,}),?\s+(?:which\s+|that\s+)?(?:(?:has|had)\s+)?(?:costs?|costing)\s+(?:about\s+|more than\s+|nearly\s+|almost\s+|over\s+)?(?<n>${MONEY})`,
  'dgiu',
);
const VERB_KEYS: Readonly<Record<string, string>> = { steal: 'stole', pay: 'paid', los: 'lost' };

function sumsIn(sentence: string): readonly Tie[] {
  if (!/[$£€]/u.test(sentence)) return [];
  const read = (pattern: RegExp, definite: boolean): readonly Tie[] =>
    [...sentence.matchAll(pattern)].flatMap((match) => {
      const at = match.indices?.groups?.n;
      const amount = amountOf((match.groups?.n ?? '').replace('-', ' '));
      const { verb, thing } = match.groups ?? {};
      const what = verb === undefined ? thing : (VERB_KEYS[verb.toLowerCase()] ?? verb);
      if (at === undefined || amount === undefined || what === undefined) return [];
      return [{ key: `money ${what.toLowerCase()}`, start: at[0], end: at[1], amount, definite }];
    });
  return [
    ...read(SUM_DONE, false),
    ...read(SUM_POINTED, true),
    ...read(COST_OF, true),
    ...read(THING_COST, true),
    ...[...sentence.matchAll(THING_AT)].flatMap((match) => {
      const at = match.indices?.groups?.n;
      const { n = '', thing = '', article = '' } = match.groups ?? {};
      const amount = amountOf(n.replace('-', ' '));
      if (at === undefined || amount === undefined || HARDLY_THING.test(thing)) return [];
      const definite = !/^an?$/iu.test(article);
      return [{ key: `money ${thing}`, start: at[0], end: at[1], amount, definite }];
    }),
  ];
}

const TOP_MONEY = new RegExp(String.raw`(?<![\p{L}\p{N}])(?<n>${MONEY})`, 'dgu');
const TOP_SHARE = /(?<![\p{L}\p{N}.,])(?<n>\d+(?:\.\d+)?)\s?(?:%|per\s?cent\b|percent\b)/dgu;

// sums and shares of any kind, by which a headline is held against what the story opens with
function topsIn(sentence: string): readonly Tie[] {
  const read = (pattern: RegExp, kind: string): readonly Tie[] =>
    [...sentence.matchAll(pattern)].flatMap((match) => {
      const at = match.indices?.groups?.n;
      const amount = amountOf((match.groups?.n ?? '').replace('-', ' '));
      return at === undefined || amount === undefined
        ? []
        : [{ key: `top ${kind}${amount.unit}`, start: at[0], end: at[1], amount, definite: false }];
    });
  return [
    ...(/[$£€]/u.test(sentence) ? read(TOP_MONEY, '') : []),
    ...(/%|per\s?cent/u.test(sentence) ? read(TOP_SHARE, '%') : []),
  ];
}

const WIN = 'win|victory|defeat|loss|draw|triumph|thrashing|rout|success';
const SCORE = [
  String.raw`\b(?:won|lost|drew|beat|beaten|defeated|thrashed|edged|overcame|win|lose|went down)\b(?:\s+[\p{L}’'-]+){0,4}?\s+(?<s>\d{1,2}[-–]\d{1,2})(?![-–\d%])`,
  String.raw`^\p{Lu}[\p{L}’' -]{2,30}\s(?<s>\d{1,2}\s?[-–]\s?\d{1,2})\s\p{Lu}[\p{L}’' -]{2,30}$`,
  String.raw`\b(?<the>[Tt]he|[Tt]his|[Tt]hat|[Tt]heir|[Ii]ts)\s+(?<s>\d{1,2}[-–]\d{1,2})\s+(?:\p{Ll}+\s)?(?:${WIN})\b(?<over>(?:\s(?:over|against|at|by|to|of|for)\s(?:the\s)?(?:\p{Lu}[\p{L}’'-]+\s?)+)*)`,
].map((one) => new RegExp(one, 'dgu'));

function scoresIn(sentence: string): readonly Tie[] {
  if (!/\d[-–\s]/u.test(sentence)) return [];
  return SCORE.flatMap((pattern) =>
    [...sentence.matchAll(pattern)].flatMap((match) => {
      const at = match.indices?.groups?.s;
      if (at === undefined) return [];
      const [a = 0, b = 0] = (match.groups?.s ?? '').split(/[-–]/u).map(Number);
      // whoever is named first: 3-1 and 1-3 are one result
      const value = Math.max(a, b) * 100 + Math.min(a, b);
      // of a result that is pointed back to, only whom it was won from; “two points behind Oru” is no side of it
      const sides = match.groups?.over ?? sentence;
      const names = sides.match(/\p{Lu}[\p{L}’'-]+/gu) ?? [];
      return [
        {
          key: 'score',
          start: at[0],
          end: at[1],
          amount: { value, slack: 0, unit: '' },
          definite: match.groups?.the !== undefined,
          names,
        },
      ];
    }),
  );
}

const NAMED =
  /^(?:“?)(?<who>(?:The|All|Those|They|the)\b[^,;]{0,40}?)\s+(?:were|have been|are)\s+(?:(?:later|all|since)\s+)?(?:named|identified)\b[^,;:]{0,40}?\bas:?\s+(?<list>.+)$/dsu;
const WHO: readonly (readonly [string, RegExp])[] = [
  ['injured', /\b(?:injured|wounded|hurt)\b/u],
  ['killed', /\b(?:dead|killed|died|victims)\b/u],
  ['arrested', /\b(?:arrested|detained)\b/u],
];
// a first name and a surname where an item of the list begins
const ITEM =
  /(?:^|[,;]\s+(?:and\s+)?|\band\s+)(?:\p{Lu}\p{Ll}+\s)?\p{Lu}[\p{L}’'-]+\s(?:\p{Lu}\.?\s)?\p{Lu}[\p{L}’'-]+/gu;

/** People named one by one: “They were named as Ann Lee, Bo Lind and Di Roth.” `counted` says what the paragraph counts. */
function listsIn(sentence: string, counted: readonly string[]): readonly Tie[] {
  const match = NAMED.exec(sentence);
  const at = match?.indices?.groups?.list;
  if (match === null || at === undefined) return [];
  const { who = '', list = '' } = match.groups ?? {};
  const said = WHO.find(([, pattern]) => pattern.test(who))?.[0];
  const they = said === undefined && /^They\b/u.test(who);
  const own = they && counted.length === 1 ? counted[0] : said;
  const names = list.match(ITEM)?.length ?? 0;
  if (names < 2 || /\b(?:including|among|others?)\b/u.test(sentence)) return [];
  const end = at[0] + list.replace(/[.”"\s]+$/u, '').length;
  const amount = { value: names, slack: 0, unit: '' };
  const tie = { start: at[0], end, amount, definite: true, listed: true } as const;
  if (own !== undefined) return [{ key: own, ...tie }];
  return they && counted.length === 0 ? WHO.map(([key]) => ({ key, ...tie, they: true })) : [];
}

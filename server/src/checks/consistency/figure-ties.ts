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
}

/** Finds counts of things, results of games, and people named one by one. */
export function tiesIn(sentence: string, counted: readonly string[]): readonly Tie[] {
  return [...countsIn(sentence), ...scoresIn(sentence), ...listsIn(sentence, counted)];
}

// what measures, and does not count
const MEASURE =
  /^(?:years?|months|weeks|days|nights|hours|minutes|seconds|miles|kilometres|kilometers|metres|meters|feet|yards|inches|points|goals|runs|wickets|overs|sets|games|times|degrees|pounds|dollars|euros|pence|cents|percentages|seats|votes|others|lives|its|was|has|is|this|plus|series|species|tonnes|tons|litres|acres|hectares|decades|centuries|minutes|teens|successes|rounds|stages|sizes|stars|ways|things|parts|halves|quarters|thirds|fifths)$/u;
const COUNT = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,£$€-])(?<the>(?:all\s+)?(?:the|its|their|his|her|these|those)\s+|all\s+)?(?<n>${NUMBER})\s+(?<noun>(?:\p{Ll}+ing\s)?\p{Ll}{3,}s|people|men|women|children|staff)\b(?!-)`,
  'dgiu',
);

function countsIn(sentence: string): readonly Tie[] {
  return [...sentence.matchAll(COUNT)].flatMap((match) => {
    const at = match.indices?.groups?.n;
    const { n = '', noun = '', the } = match.groups ?? {};
    const amount = amountOf(n);
    if (at === undefined || amount === undefined || MEASURE.test(noun) || noun !== noun.toLowerCase())
      return [];
    return [{ key: `count ${noun}`, start: at[0], end: at[1], amount, definite: the !== undefined }];
  });
}

const WIN = 'win|victory|defeat|loss|draw|triumph|thrashing|rout|success';
const SCORE = [
  String.raw`\b(?:won|lost|drew|beat|beaten|defeated|thrashed|edged|overcame|win|lose|went down)\b(?:\s+[\p{L}’'-]+){0,4}?\s+(?<s>\d{1,2}[-–]\d{1,2})(?![-–\d%])`,
  String.raw`^\p{Lu}[\p{L}’' -]{2,30}\s(?<s>\d{1,2}\s?[-–]\s?\d{1,2})\s\p{Lu}[\p{L}’' -]{2,30}$`,
  String.raw`\b(?<the>[Tt]he|[Tt]his|[Tt]hat|[Tt]heir|[Ii]ts)\s+(?<s>\d{1,2}[-–]\d{1,2})\s+(?:\p{Ll}+\s)?(?:${WIN})\b`,
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
      const names = sentence.match(/\p{Lu}[\p{L}’'-]+/gu) ?? [];
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

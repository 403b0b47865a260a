import { type Draft, isUnbroken, type Paragraph, toSource } from '../../draft/draft.ts';
import type { Fix, Raised } from '../check.ts';
import { keepGroups } from '../groups.ts';
import {
  isBefore,
  isCompass,
  isFullName,
  isNear,
  keepPairs,
  type Mention,
  type Pair,
  type Spelling,
} from './name-pairs.ts';
import { COURTESY, type NameWord, namesIn, sameName } from './names.ts';
import { KNOWN_GROUP } from './spellings.ts';

export const NAME_CODE = 'consistency/name';

/** What the house writes: a spelling, and the ones it stands in place of. */
export interface HouseSpelling {
  readonly right: string;
  readonly wrong: readonly string[];
}

/** Reads the option: “Kyiv = Kiev, Kiyv”, or “Zelenskyy” for any spelling close to it. */
export const houseSpellings = (entries: readonly string[]): readonly HouseSpelling[] =>
  entries.flatMap((entry) => {
    const [right = '', wrong = ''] = entry.split('=').map((part) => part.trim());
    return right === ''
      ? []
      : [
          {
            right,
            wrong: wrong
              .split(',')
              .map((one) => one.trim())
              .filter((one) => one !== '' && one !== right),
          },
        ];
  });

/** What is wrong with the names of a draft, wherever they stand in their paragraphs. */
export interface Names {
  readonly house: readonly { readonly mention: Mention; readonly right: string }[];
  readonly pairs: readonly Pair[];
  readonly titles: readonly { readonly name: string; readonly odd: Mention; readonly other: Mention }[];
  readonly early: readonly { readonly name: string; readonly early: Mention; readonly full: Mention }[];
  readonly roles: readonly { readonly name: string; readonly later: Mention; readonly other: Mention }[];
}

/** Follows a draft and judges its names; only those that an edit speaks of are judged again. */
export function keepNames(house: readonly HouseSpelling[]): (draft: Draft) => Names {
  const groups = keepGroups({
    summarise: namesIn,
    itemsOf: ({ words }) => words,
    keyOf: ({ text }: NameWord) => text,
    isSame: sameName,
    isSameKind: (a, b) => a.kind === b.kind && a.family === b.family && a.roster === b.roster,
  });
  const pairs = keepPairs();
  const faults = new Map<string, Omit<Names, 'pairs'>>();
  const rights = new Set(house.map(({ right }) => right));
  let names: Names | undefined;
  return (draft) => {
    const { byKey, changed } = groups(draft);
    if (names !== undefined && changed.size === 0) return names;
    const spellings = [...changed].map((text) => spellingOf(text, byKey.get(text) ?? []));
    pairs.renew(spellings);
    for (const spelling of spellings) {
      const own = {
        house: rights.has(spelling.text) ? [] : houseFaults(spelling, house),
        titles: titleFault(spelling),
        early: earlyFault(spelling),
        roles: roleFault(spelling),
      };
      if (Object.values(own).some((list) => list.length > 0)) faults.set(spelling.text, own);
      else faults.delete(spelling.text);
    }
    const all = [...faults.values()];
    names = {
      house: all.flatMap((one) => one.house),
      pairs: pairs.all(),
      titles: all.flatMap((one) => one.titles),
      early: all.flatMap((one) => one.early),
      roles: all.flatMap((one) => one.roles),
    };
    return names;
  };
}

const spellingOf = (text: string, mentions: readonly Mention[]): Spelling => ({
  text,
  mentions,
  firsts: new Set(mentions.flatMap(({ said }) => said.first ?? [])),
});

/** A mention as it stands in the draft now. */
interface Placed {
  readonly word: NameWord;
  readonly paragraph: Paragraph;
}

/** Finds names that the draft spells in two ways, or brings in the wrong way round. */
export function* nameFindings(
  draft: Draft,
  names: Names,
  hasWord: (word: string) => boolean,
): Iterable<Raised> {
  const place = ({ said, spot }: Mention): Placed => ({
    word: said,
    paragraph: draft.paragraphs[spot.at] as Paragraph,
  });
  const told = new Set<string>();
  for (const { mention, right } of names.house) {
    told.add(mention.said.text);
    yield houseFinding(place(mention), right);
  }
  for (const { keep, change, byLikeness } of names.pairs) {
    if (told.has(change.text) || told.has(keep.text)) continue;
    // “Brown” beside “brown” is no slip
    if (byLikeness && (hasWord(keep.text.toLowerCase()) || hasWord(change.text.toLowerCase()))) continue;
    told.add(change.text);
    yield variantFinding(placesOf(keep, place), placesOf(change, place));
  }
  for (const { name, odd, other } of names.titles) yield titleFinding(name, place(odd), place(other));
  for (const { name, early, full } of names.early) yield earlyFinding(name, place(early), place(full));
  for (const { name, later, other } of names.roles) {
    if (!told.has(later.said.first ?? '') && !told.has(other.said.first ?? ''))
      yield roleFinding(name, place(later), place(other));
  }
}

function houseFaults({ text, mentions }: Spelling, house: readonly HouseSpelling[]): Names['house'] {
  const rule = house.find(
    ({ right, wrong }) => wrong.includes(text) || (wrong.length === 0 && isNear(right, text)),
  );
  return rule === undefined ? [] : mentions.map((mention) => ({ mention, right: rule.right }));
}

function houseFinding({ word, paragraph }: Placed, right: string): Raised {
  const span = toSource(paragraph, word);
  return {
    code: NAME_CODE,
    span,
    message: `House style spells this name “${right}”.`,
    fixes: isUnbroken(paragraph, word)
      ? [{ title: `Replace with “${right}”`, edits: [{ span, text: right }], safe: false, preferred: true }]
      : [],
  };
}

const placeOf = ({ word, paragraph }: Placed) => toSource(paragraph, word);

/** A name is changed everywhere at once only where every place can be shown with the finding. */
const MOST_PLACES = 12;

interface Places {
  readonly text: string;
  readonly shown: readonly Placed[];
  /** Whether those shown are all there are. */
  readonly all: boolean;
}

const placesOf = ({ text, mentions }: Spelling, place: (mention: Mention) => Placed): Places => ({
  text,
  shown: mentions.slice(0, MOST_PLACES).map(place),
  all: mentions.length <= MOST_PLACES,
});

function variantFinding(keep: Places, change: Places): Raised {
  const [first, ...others] = change.shown as readonly [Placed, ...Placed[]];
  const fixes: Fix[] = [];
  const replace = (places: readonly Placed[], text: string, title: string) => {
    if (!places.every((one) => isUnbroken(one.paragraph, one.word))) return;
    fixes.push({ title, edits: places.map((one) => ({ span: placeOf(one), text })), safe: false });
  };
  replace(
    [first],
    keep.text,
    others.length > 0 ? `Replace with “${keep.text}” here` : `Replace with “${keep.text}”`,
  );
  if (others.length > 0 && change.all) replace(change.shown, keep.text, `Use “${keep.text}” everywhere`);
  if (keep.all) replace(keep.shown, change.text, `Use “${change.text}” everywhere`);
  return {
    code: NAME_CODE,
    span: placeOf(first),
    message: `This name is spelled “${change.text}” here and “${keep.text}” elsewhere. If they are the same, please use one spelling.`,
    related: [
      ...keep.shown.map((one) => ({ span: placeOf(one), message: `Spelled “${keep.text}” here` })),
      ...others.map((one) => ({ span: placeOf(one), message: `Spelled “${change.text}” here too` })),
    ],
    fixes,
  };
}

/** “Mr” and “Ms” before the one surname, where the draft brings in only one person of that name. */
function titleFault({ text, mentions, firsts }: Spelling): Names['titles'] {
  if (firsts.size > 1 || mentions.length < 3) return [];
  const titled = mentions.filter(({ said: word }) => COURTESY.has(word.title ?? '') && !word.goesOn);
  const men = titled.filter(({ said: word }) => word.title === 'Mr');
  const women = titled.filter(({ said: word }) => word.title !== 'Mr');
  const [man] = men;
  const [woman] = women;
  if (man === undefined || woman === undefined) return [];
  const menAreFew = men.length < women.length || (men.length === women.length && isBefore(woman, man));
  const [few, odd, other] = menAreFew ? [men, man, woman] : [women, woman, man];
  if (few.length > 1 || mentions.some(({ spot }) => spot.summary.family)) return [];
  return [{ name: text, odd, other }];
}

function titleFinding(name: string, odd: Placed, other: Placed): Raised {
  const title = odd.word.title ?? '';
  const right = other.word.title ?? '';
  const from = odd.paragraph.prose.text.lastIndexOf(title, odd.word.start);
  const span = { start: from, end: odd.word.end };
  const edit = { span: toSource(odd.paragraph, { start: from, end: from + title.length }), text: right };
  return {
    code: NAME_CODE,
    span: toSource(odd.paragraph, span),
    message: `${name} is “${title}” here and “${right}” elsewhere. If it is the same person, please check which is right.`,
    related: [{ span: placeOf(other), message: `“${right} ${name}” here` }],
    fixes: isUnbroken(odd.paragraph, span)
      ? [{ title: `Replace “${title}” with “${right}”`, edits: [edit], safe: false }]
      : [],
  };
}

/** Paragraphs at the top in which names may stand for themselves: the headline and what is told at a glance. */
const AT_A_GLANCE = 2;

/** A surname that stands in the story before anybody is brought in by it: “Umerov said”, and “Rustem Umerov” only later. */
function earlyFault({ text, mentions, firsts }: Spelling): Names['early'] {
  const [early] = mentions;
  if (firsts.size !== 1 || early === undefined || early.spot.at < AT_A_GLANCE || KNOWN_GROUP.has(text))
    return [];
  const { said: word } = early;
  if (
    early.spot.summary.kind !== 'body' ||
    word.first !== undefined ||
    word.goesOn ||
    word.quoted ||
    word.owned
  )
    return [];
  if (!COURTESY.has(word.title ?? '') && !(word.title === undefined && word.says)) return [];
  const full = mentions.find(isFullName);
  if (
    full === undefined ||
    full.spot.at <= early.spot.at ||
    full.spot.summary.kind !== 'body' ||
    full.said.quoted
  )
    return [];
  if (isCompass(full.said.first ?? '') || (full.said.startsSentence && !full.said.acts)) return [];
  if (mentions.some((one) => one.said.placed || one.spot.summary.kind === 'headline')) return [];
  return [{ name: text, early, full }];
}

const earlyFinding = (name: string, early: Placed, full: Placed): Raised => ({
  code: NAME_CODE,
  span: placeOf(early),
  message: `${name} is named here before readers are told who that is: “${full.word.first} ${name}” comes in only later. Please bring in the full name first.`,
  related: [{ span: placeOf(full), message: 'The full name comes here' }],
});

/** Words before a name that say nothing of who it is. */
const NO_ROLE =
  /^(?:said|says|told|with|from|that|former|actor|actress|singer|brother|sister|brothers|sisters|their|including|after|before|like|then|also|when|while|where|both|star|stars|candidate|nominee|senator)\b/u;

/** “Defence minister Rustem Umerov” and “defence minister Ruslan Umerov”: one post and surname, two first names. */
function roleFault({ text, mentions, firsts }: Spelling): Names['roles'] {
  if (firsts.size < 2) return [];
  const people: Mention[] = [];
  for (const later of mentions) {
    const { role = '', first = '' } = later.said;
    if (!isFullName(later) || role === '' || NO_ROLE.test(role) || first.length <= 2) continue;
    const inPost = people.filter(({ said }) => said.role === role);
    if (inPost.some(({ said }) => said.first === first)) continue;
    people.push(later);
    const [other] = inPost;
    const name = other?.said.first ?? '';
    if (other !== undefined && !isShortFor(name, first) && !isNickname(name, first))
      return [{ name: text, later, other }];
  }
  return [];
}

function roleFinding(name: string, later: Placed, other: Placed): Raised {
  const [a, b] = [other.word.first ?? '', later.word.first ?? ''];
  const start = later.paragraph.prose.text.lastIndexOf(b, later.word.end);
  const own = { start, end: start + b.length };
  const span = toSource(later.paragraph, own);
  return {
    code: NAME_CODE,
    span,
    message: `The ${later.word.role} is ${b} ${name} here and ${a} ${name} elsewhere. Please check the first name.`,
    related: [{ span: placeOf(other), message: `“${a} ${name}” here` }],
    fixes: isUnbroken(later.paragraph, own)
      ? [{ title: `Replace with “${a}”`, edits: [{ span, text: a }], safe: false }]
      : [],
  };
}

// Rob and Robert, Steve and Stephen
function isShortFor(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return short.length <= 5 && short.length < long.length && short.slice(0, 2) === long.slice(0, 2);
}

const NICKNAMES: readonly (readonly string[])[] = [
  ['William', 'Bill', 'Will', 'Billy'],
  ['Robert', 'Bob', 'Bobby', 'Rob'],
  ['Richard', 'Dick', 'Rick'],
  ['James', 'Jim', 'Jimmy'],
  ['Elizabeth', 'Liz', 'Beth', 'Betty'],
  ['Edward', 'Ted', 'Ned'],
  ['John', 'Jack', 'Johnny'],
  ['Margaret', 'Maggie', 'Peggy', 'Meg'],
  ['Thomas', 'Tom', 'Tommy'],
  ['Anthony', 'Tony'],
  ['Charles', 'Chuck', 'Charlie'],
  ['Henry', 'Harry'],
  ['Katherine', 'Kate', 'Kathy'],
  ['Michael', 'Mike', 'Mick'],
  ['Rafael', 'Ted'],
];
const isNickname = (a: string, b: string): boolean =>
  NICKNAMES.some((names) => names.includes(a) && names.includes(b));

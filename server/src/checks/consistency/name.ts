import { type Draft, isUnbroken, type Paragraph, toSource } from '../../draft/draft.ts';
import { inQuote } from '../../draft/quotes.ts';
import type { Fix, Raised } from '../check.ts';
import type { Summaries } from '../summaries.ts';
import { COURTESY, distance, type NameSummary, type NameWord, plainForm, soundForm } from './names.ts';

export const NAME_CODE = 'consistency/name';

/** A word of a name in the draft. */
interface Mention {
  readonly word: NameWord;
  readonly paragraph: Paragraph;
  readonly index: number;
}

/** One spelling and all that the draft says with it. */
interface Spelling {
  readonly text: string;
  readonly mentions: readonly Mention[];
  /** Words that stand before it in names. */
  readonly firsts: ReadonlySet<string>;
}

/** Spellings that are the same place or person in different transliterations; the words' sounds alone do not tell. */
const KNOWN: readonly (readonly string[])[] = [
  ['Kyiv', 'Kiev', 'Kyev', 'Kiyv'],
  ['Odesa', 'Odessa'],
  ['Kharkiv', 'Kharkov'],
  ['Lviv', 'Lvov'],
  ['Mykolaiv', 'Nikolaev', 'Nikolayev'],
  ['Dnipro', 'Dnepr', 'Dnieper'],
  ['Chornobyl', 'Chernobyl'],
  ['Luhansk', 'Lugansk'],
  ['Zaporizhzhia', 'Zaporozhye', 'Zaporizhia', 'Zaporizhzhya'],
  ['Chisinau', 'Kishinev'],
  ['Gaddafi', 'Qaddafi', 'Gadhafi', 'Kadhafi', 'Qadhafi', 'Gadafi'],
  ['Volodymyr', 'Vladimir'],
  ['Oleksandr', 'Alexander', 'Aleksandr'],
  ['Lukashenko', 'Lukashenka'],
  ['Hezbollah', 'Hizbollah', 'Hizbullah', 'Hezbullah'],
  ['Houthi', 'Huthi'],
  ['Houthis', 'Huthis'],
  ['Beijing', 'Peking'],
  ['Tehran', 'Teheran'],
  ['Mecca', 'Makkah'],
  ['Kathmandu', 'Katmandu'],
  ['Marseille', 'Marseilles'],
  ['Lyon', 'Lyons'],
  ['Timbuktu', 'Timbuctoo'],
  ['Muhammad', 'Mohammed', 'Mohammad', 'Mohamed', 'Muhammed', 'Mohamad'],
  ['Qaeda', 'Qaida', 'Kaida', 'Qa’ida'],
  ['Jon', 'John'],
  ['Steven', 'Stephen'],
  ['Catherine', 'Katherine', 'Kathryn', 'Catharine'],
  ['Sergei', 'Sergey', 'Serhiy'],
  ['Geoff', 'Jeff'],
  ['Alan', 'Allan', 'Allen'],
  ['Brian', 'Bryan'],
  ['Ian', 'Iain'],
  ['Hussein', 'Hussain', 'Husain'],
  ['Ahmed', 'Ahmad'],
];
const KNOWN_GROUP = new Map(KNOWN.flatMap((group, i) => group.map((name) => [name, i] as const)));
/** Of those, the ones that stand alone as places; the first names need the same surname. */
const PLACES = new Set(
  'Kyiv Kiev Kyev Kiyv Odesa Odessa Kharkiv Kharkov Lviv Lvov Mykolaiv Nikolaev Nikolayev Chornobyl Chernobyl Luhansk Lugansk Zaporizhzhia Zaporozhye Zaporizhia Zaporizhzhya Chisinau Kishinev Gaddafi Qaddafi Gadhafi Kadhafi Qadhafi Gadafi Lukashenko Lukashenka Hezbollah Hizbollah Hizbullah Hezbullah Houthi Huthi Houthis Huthis Beijing Peking Tehran Teheran Mecca Makkah Kathmandu Katmandu Marseille Marseilles Lyon Lyons'.split(
    ' ',
  ),
);
/** Names of dishes, clubs and works keep the old spelling. */
const FIXED_NAMES =
  /\b(?:[Cc]hicken|Dynamo|Dinamo|FC|Great Gate of|[Kk]ievan|Radio|University|Peking (?:duck|University|opera)|Texas)\b/u;

/** What the house writes: a spelling, and the ones it stands in place of. */
interface HouseSpelling {
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

/** Finds names that the draft spells in two ways, or brings in the wrong way round. */
export function* nameFindings(
  draft: Draft,
  summaryOf: Summaries<NameSummary>,
  house: readonly HouseSpelling[],
): Iterable<Raised> {
  const mentions: Mention[] = [];
  const lower: ReadonlySet<string>[] = [];
  draft.paragraphs.forEach((paragraph, index) => {
    const summary = summaryOf(paragraph.prose);
    lower.push(summary.lower);
    for (const word of summary.words) mentions.push({ word, paragraph, index });
  });
  const told = new Set<string>();
  for (const raised of houseFindings(mentions, house)) {
    told.add(raised.wrong);
    yield raised.finding;
  }
  const spellings = spellingsOf(mentions);
  const isCommon = (name: string) => lower.some((words) => words.has(name.toLowerCase()));
  for (const [a, b] of pairsOf(spellings, isCommon)) {
    const [keep, change] = inOrder(a, b);
    if (told.has(change.text) || told.has(keep.text)) continue;
    told.add(change.text);
    yield variantFinding(keep, change);
  }
  yield* titleFindings(spellings);
  yield* surnameFirstFindings(spellings);
  yield* roleFindings(spellings, told);
}

function* houseFindings(
  mentions: readonly Mention[],
  house: readonly HouseSpelling[],
): Iterable<{ finding: Raised; wrong: string }> {
  if (house.length === 0) return;
  const rights = new Set(house.map(({ right }) => right));
  for (const mention of mentions) {
    const { text } = mention.word;
    if (rights.has(text)) continue;
    const rule = house.find(
      ({ right, wrong }) => wrong.includes(text) || (wrong.length === 0 && isNear(right, text)),
    );
    if (rule === undefined) continue;
    const span = toSource(mention.paragraph, mention.word);
    yield {
      wrong: text,
      finding: {
        code: NAME_CODE,
        span,
        message: `House style spells this name “${rule.right}”.`,
        fixes: isUnbroken(mention.paragraph, mention.word)
          ? [
              {
                title: `Change to “${rule.right}”`,
                edits: [{ span, text: rule.right }],
                safe: false,
                preferred: true,
              },
            ]
          : [],
      },
    };
  }
}

function isNear(right: string, text: string): boolean {
  if (right.charAt(0) !== text.charAt(0) || right.length < 5) return false;
  if (plainForm(right) === plainForm(text) || soundForm(right) === soundForm(text)) return true;
  return !isInflected(right, text) && distance(right, text, 1) <= 1;
}

function spellingsOf(mentions: readonly Mention[]): readonly Spelling[] {
  const byText = new Map<string, Mention[]>();
  for (const mention of mentions) {
    const own = byText.get(mention.word.text);
    if (own === undefined) byText.set(mention.word.text, [mention]);
    else own.push(mention);
  }
  return [...byText].map(([text, own]) => ({
    text,
    mentions: own,
    firsts: new Set(own.flatMap(({ word }) => (word.first === undefined ? [] : [word.first]))),
  }));
}

/** Pairs of spellings that are most likely one name. */
function* pairsOf(
  spellings: readonly Spelling[],
  isCommon: (name: string) => boolean,
): Iterable<readonly [Spelling, Spelling]> {
  for (let i = 0; i < spellings.length; i += 1) {
    const a = spellings[i] as Spelling;
    if (a.text.length < 3) continue;
    for (let j = i + 1; j < spellings.length; j += 1) {
      const b = spellings[j] as Spelling;
      if (b.text.length < 3 || Math.abs(a.text.length - b.text.length) > 3) continue;
      if (areOneName(a, b, isCommon)) yield [a, b];
    }
  }
}

function areOneName(a: Spelling, b: Spelling, isCommon: (name: string) => boolean): boolean {
  const group = KNOWN_GROUP.get(a.text);
  if (group !== undefined && KNOWN_GROUP.get(b.text) === group) {
    if (PLACES.has(a.text) && PLACES.has(b.text)) return !isFixed(a) && !isFixed(b);
    return shareNext(a, b);
  }
  const initials = a.text.charAt(0).toLowerCase() === b.text.charAt(0).toLowerCase();
  const articles = ARTICLE.test(a.text) && ARTICLE.test(b.text);
  if (!initials && !articles && !DIFFERENT_STARTS.test(a.text.charAt(0) + b.text.charAt(0))) return false;
  const least = Math.min(a.text.length, b.text.length);
  if (least < 4 || isCommon(a.text) || isCommon(b.text)) return false;
  const plain = plainForm(a.text) === plainForm(b.text);
  if (plain) return isSetOtherwise(a, b);
  if (isInflected(a.text, b.text)) return false;
  const sounds = soundForm(a.text.replace(ARTICLE, '')) === soundForm(b.text.replace(ARTICLE, ''));
  if ((!initials && !sounds) || ARTICLE.test(a.text) !== ARTICLE.test(b.text)) return false;
  const apart = sounds ? 0 : distance(a.text, b.text, 2);
  if (apart > 2 || (apart === 2 && least < 7)) return false;
  return (
    isSurnameTwice(a, b, apart) || isFirstNameTwice(a, b, sounds, apart) || isPlaceTwice(a, b, sounds, apart)
  );
}

const ARTICLE = /^(?:al|el|ul)[ -]/iu;
/** Letters that stand for each other at the start of a name from another alphabet. */
const DIFFERENT_STARTS = /^(?:[QKCG]{2}|[YJI]{2}|[SZ]{2}|[VW]{2}|[FP]{2})$/u;

const isFixed = (spelling: Spelling): boolean =>
  spelling.mentions.every(({ word, paragraph }) =>
    FIXED_NAMES.test(paragraph.prose.text.slice(Math.max(0, word.start - 20), word.end + 12)),
  );

// Peña and Pena, McCain and Mccain; the same letters in capitals only are a headline's
function isSetOtherwise(a: Spelling, b: Spelling): boolean {
  if (a.text.length < 4) return false;
  if (a.text.toLowerCase() === b.text.toLowerCase()) {
    const inner = (text: string) => /^\p{Lu}\p{Ll}+\p{Lu}\p{Ll}+$/u.test(text);
    return a.text.slice(1) !== b.text.slice(1) && (inner(a.text) || inner(b.text)) && sameCompany(a, b);
  }
  return sameCompany(a, b);
}

/** Whether no first name parts them: two people have two first names. */
function sameCompany(a: Spelling, b: Spelling): boolean {
  if (a.firsts.size === 0 || b.firsts.size === 0) return true;
  for (const first of a.firsts) if (b.firsts.has(first)) return true;
  return false;
}

// Plurals, peoples and languages: Clinton and Clintons, Korea and Korean
function isInflected(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (
    /^(?:s|es|n|an|ian|r|er|ers|ese|ish|ist|ists|ism|i|is|ns|ans|ly|d|ed|ing|y|ic)$/u.test(
      long.slice(short.length),
    ) &&
    long.startsWith(short) &&
    // Zelensky and Zelenskyy are no inflection
    !(/y$/u.test(short) && /^[yi]/u.test(long.slice(short.length)))
  )
    return true;
  const stem =
    /^(.{2,}?)(?:y|ies|ia|ian|ians|ish|an|ans|ese|ic|ist|ists|ism|al|e|a|o|os|as|es|s|ed|ing|er|ers)$/u;
  const x = stem.exec(a)?.[1];
  const y = stem.exec(b)?.[1];
  if (x !== undefined && x === y)
    return (
      /(?:s|n|sh|se|c|st|m|l|d|g|r)$/u.test(a) ||
      /(?:s|n|sh|se|c|st|m|l|d|g|r)$/u.test(b) ||
      (/(?:a|o|e)$/u.test(a) && /(?:a|o|e)$/u.test(b))
    );
  return /^(.+)(?:man|woman|men|women)$/u.test(a) && /^(.+)(?:man|woman|men|women)$/u.test(b);
}

/** Persons: “Vladimir Medinsky” and “Vladimir Medinski”, or “Medinsky” with a first name and “Medinski” never. */
function isSurnameTwice(a: Spelling, b: Spelling, apart: number): boolean {
  const fullA = a.mentions.filter(isFullName);
  const fullB = b.mentions.filter(isFullName);
  for (const one of fullA) {
    for (const other of fullB) {
      if (one.word.first === other.word.first && (apart <= 1 || isPerson(a) || isPerson(b)))
        return !isCompass(one.word.first ?? '');
    }
  }
  if (fullA.length > 0 && fullB.length > 0) return false;
  const [named, alone] = fullA.length > 0 ? [a, b] : [b, a];
  if (!named.mentions.some(isFullName)) {
    // neither has a first name: both are Mr, Ms, Dr
    return (
      apart <= 1 &&
      [a, b].every((one) =>
        one.mentions.some(({ word }) => word.title !== undefined && COURTESY.has(word.title) && !word.goesOn),
      )
    );
  }
  const spoken = alone.mentions.every(({ word }) => word.says || COURTESY.has(word.title ?? ''));
  if (!isPerson(named) && !(spoken && !named.mentions.some(({ word }) => isCompass(word.first ?? ''))))
    return false;
  return alone.mentions.every((mention) => {
    const { word } = mention;
    if (word.goesOn || word.first !== undefined) return false;
    return COURTESY.has(word.title ?? '') || (word.acts && !word.placed);
  });
}

const isCompass = (word: string): boolean =>
  /^(?:North|South|East|West|New|Northern|Southern|Eastern|Western|San|Santa|Los|Las|Saint|St|Great|The|Old|Upper|Lower|Prime|First|Second|Third|Foreign|National|Senate|House|World|Democratic|Republican|Social|Labour|Supreme|High|Special|Central)$/u.test(
    word,
  );

const isFullName = ({ word }: Mention): boolean =>
  word.first !== undefined && !word.goesOn && word.leads >= 1 && word.leads <= 2;

/** Whether the spelling also stands alone beside a verb or a title, as surnames do. */
const isPerson = (spelling: Spelling): boolean =>
  spelling.mentions.some(
    ({ word }) => (word.acts || COURTESY.has(word.title ?? '')) && (word.first === undefined || !word.goesOn),
  );

/** First names: “Sergei Lavrov” and “Sergey Lavrov”. */
function isFirstNameTwice(a: Spelling, b: Spelling, sounds: boolean, apart: number): boolean {
  if (!sounds && (apart > 1 || Math.min(a.text.length, b.text.length) < 5)) return false;
  if (!shareNext(a, b)) return false;
  const [short, long] = a.text.length <= b.text.length ? [a.text, b.text] : [b.text, a.text];
  // Louis and Louise, Simon and Simone
  if (sounds) return !long.startsWith(short) || !/^(?:e|ne|le|te)$/u.test(long.slice(short.length));
  return !/(?:a|e|o|ie|ine|i|ia)$/u.test(ending(a.text, b.text));
}

// Paul and Paula, Francis and Frances, Carlo and Carla are two people
function ending(a: string, b: string): string {
  let same = 0;
  while (same < a.length && a.charAt(same) === b.charAt(same)) same += 1;
  const rest = a.length >= b.length ? a.slice(same) : b.slice(same);
  return rest.length <= 3 && same >= Math.min(a.length, b.length) - 1 ? rest : '';
}

function shareNext(a: Spelling, b: Spelling): boolean {
  const after = (spelling: Spelling) =>
    new Set(
      spelling.mentions.flatMap(({ word, paragraph }) => {
        if (!word.goesOn || word.first !== undefined) return [];
        const next = /^\s(?:\p{Lu}\.\s)?(?<surname>[\p{L}’'-]{3,})/u.exec(
          paragraph.prose.text.slice(word.end, word.end + 40),
        );
        return next?.groups?.['surname'] === undefined
          ? []
          : [next.groups['surname'].replace(/[’']s?$/u, '')];
      }),
    );
  const ofB = after(b);
  for (const next of after(a)) if (ofB.has(next)) return true;
  return false;
}

/** Places and other names of one long word, a letter apart. */
function isPlaceTwice(a: Spelling, b: Spelling, sounds: boolean, apart: number): boolean {
  if (Math.min(a.text.length, b.text.length) < 7 || (!sounds && apart > 1)) return false;
  const single = (spelling: Spelling) =>
    spelling.mentions.every(
      ({ word }) => word.first === undefined && !word.goesOn && word.title === undefined,
    ) && spelling.mentions.some(({ word }) => word.placed && !word.startsSentence);
  return single(a) && single(b);
}

// the rarer one is to be changed; of two that are as frequent, the later
function inOrder(a: Spelling, b: Spelling): readonly [Spelling, Spelling] {
  if (a.mentions.length !== b.mentions.length) return a.mentions.length > b.mentions.length ? [a, b] : [b, a];
  const first = (spelling: Spelling) => placeOf(spelling.mentions[0] as Mention).start;
  return first(a) <= first(b) ? [a, b] : [b, a];
}

const placeOf = (mention: Mention) => toSource(mention.paragraph, mention.word);

/** A name is changed everywhere at once only where every place can be shown with the finding. */
const MOST_PLACES = 12;

function variantFinding(keep: Spelling, change: Spelling): Raised {
  const [first, ...others] = change.mentions as readonly [Mention, ...Mention[]];
  const fixes: Fix[] = [];
  const replace = (mentions: readonly Mention[], text: string, title: string) => {
    if (mentions.length > MOST_PLACES || !mentions.every((one) => isUnbroken(one.paragraph, one.word)))
      return;
    fixes.push({ title, edits: mentions.map((one) => ({ span: placeOf(one), text })), safe: false });
  };
  replace(
    [first],
    keep.text,
    others.length > 0 ? `Change to “${keep.text}” here` : `Change to “${keep.text}”`,
  );
  if (others.length > 0) replace(change.mentions, keep.text, `Use “${keep.text}” everywhere`);
  replace(keep.mentions, change.text, `Use “${change.text}” everywhere`);
  return {
    code: NAME_CODE,
    span: placeOf(first),
    message: `This name is spelled “${change.text}” here and “${keep.text}” elsewhere. If they are the same, please use one spelling.`,
    related: [
      ...keep.mentions
        .slice(0, MOST_PLACES)
        .map((one) => ({ span: placeOf(one), message: `Spelled “${keep.text}” here` })),
      ...others
        .slice(0, MOST_PLACES)
        .map((one) => ({ span: placeOf(one), message: `Spelled “${change.text}” here too` })),
    ],
    fixes,
  };
}

/** “Mr” and “Ms” before the one surname, where the draft brings in only one person of that name. */
function* titleFindings(spellings: readonly Spelling[]): Iterable<Raised> {
  for (const spelling of spellings) {
    const titled = spelling.mentions.filter(({ word }) => COURTESY.has(word.title ?? '') && !word.goesOn);
    const men = titled.filter(({ word }) => word.title === 'Mr');
    const women = titled.filter(({ word }) => word.title !== 'Mr');
    if (men.length === 0 || women.length === 0 || spelling.firsts.size > 1) continue;
    const [few, many] =
      men.length < women.length ||
      (men.length === women.length && placeOf(men[0] as Mention).start > placeOf(women[0] as Mention).start)
        ? [men, women]
        : [women, men];
    if (few.length > 1 || spelling.mentions.length < 3) continue;
    const family =
      /\b(?:wife|husband|widow|couple|married|brother|sister|son|daughter|father|mother|parents|family|spouse|Mr and Mrs|cousin|uncle|aunt|twins?)\b/iu;
    if (spelling.mentions.some(({ paragraph }) => family.test(paragraph.prose.text))) continue;
    const odd = few[0] as Mention;
    const other = many[0] as Mention;
    const { start } = odd.word;
    const title = odd.word.title ?? '';
    const { text } = odd.paragraph.prose;
    const from = text.lastIndexOf(title, start);
    const span = { start: from, end: odd.word.end };
    const right = other.word.title ?? '';
    yield {
      code: NAME_CODE,
      span: toSource(odd.paragraph, span),
      message: `${spelling.text} is “${title}” here and “${right}” elsewhere. If it is the same person, please check which is right.`,
      related: [{ span: placeOf(other), message: `“${right} ${spelling.text}” here` }],
      fixes: isUnbroken(odd.paragraph, span)
        ? [
            {
              title: `Change “${title}” to “${right}”`,
              edits: [
                { span: toSource(odd.paragraph, { start: from, end: from + title.length }), text: right },
              ],
              safe: false,
            },
          ]
        : [],
    };
  }
}

/** A surname that stands in the story before anybody is brought in by it: “Umerov said”, and “Rustem Umerov” only later. */
function* surnameFirstFindings(spellings: readonly Spelling[]): Iterable<Raised> {
  for (const spelling of spellings) {
    if (spelling.firsts.size !== 1 || KNOWN_GROUP.has(spelling.text)) continue;
    const inBody = spelling.mentions.filter(({ paragraph }) => paragraph.prose.kind === 'body');
    const early = spelling.mentions[0];
    const full = spelling.mentions.find(isFullName);
    if (early === undefined || full === undefined || early !== inBody[0] || full.index <= early.index)
      continue;
    const { word } = early;
    if (early.index < 2 || word.first !== undefined || word.goesOn) continue;
    if (!COURTESY.has(word.title ?? '') && !(word.title === undefined && word.says)) continue;
    if (isCompass(full.word.first ?? '') || (full.word.startsSentence && !full.word.acts)) continue;
    if (spelling.mentions.some((one) => one.word.placed || one.paragraph.prose.kind === 'headline')) continue;
    if (full.paragraph.prose.kind !== 'body' || inQuote(full.paragraph.prose.quotes, full.word)) continue;
    if (inQuote(early.paragraph.prose.quotes, word)) continue;
    if (/\b(?:of|the|The)\s$/u.test(early.paragraph.prose.text.slice(0, word.start))) continue;
    const name = `${full.word.first} ${spelling.text}`;
    yield {
      code: NAME_CODE,
      span: placeOf(early),
      message: `${spelling.text} is named here before readers are told who that is: “${name}” comes in only later. Please bring in the full name first.`,
      related: [{ span: placeOf(full), message: 'The full name comes here' }],
      fixes: [],
    };
  }
}

/** Words before a name that say nothing of who it is. */
const NO_ROLE =
  /^(?:said|says|told|with|from|that|former|actor|actress|singer|brother|sister|brothers|sisters|their|including|after|before|like|then|also|when|while|where|both|star|stars|candidate|nominee|senator)\b/u;

/** “Defence minister Rustem Umerov” and “defence minister Ruslan Umerov”: one post and surname, two first names. */
function* roleFindings(spellings: readonly Spelling[], told: ReadonlySet<string>): Iterable<Raised> {
  for (const spelling of spellings) {
    if (spelling.firsts.size < 2) continue;
    const full = spelling.mentions.filter(
      (mention) =>
        isFullName(mention) &&
        mention.word.role !== undefined &&
        !NO_ROLE.test(mention.word.role) &&
        (mention.word.first?.length ?? 0) > 2,
    );
    for (const [i, later] of full.entries()) {
      const other = full
        .slice(0, i)
        .find(({ word }) => word.role === later.word.role && word.first !== later.word.first);
      const [a, b] = [other?.word.first ?? '', later.word.first ?? ''];
      if (other === undefined || told.has(a) || told.has(b) || isShortFor(a, b) || isNickname(a, b)) continue;
      const end = later.word.end;
      const start = later.paragraph.prose.text.lastIndexOf(b, end);
      const span = toSource(later.paragraph, { start, end: start + b.length });
      yield {
        code: NAME_CODE,
        span,
        message: `The ${later.word.role} is ${b} ${spelling.text} here and ${a} ${spelling.text} elsewhere. Please check the first name.`,
        related: [{ span: placeOf(other), message: `“${a} ${spelling.text}” here` }],
        fixes: isUnbroken(later.paragraph, { start, end: start + b.length })
          ? [{ title: `Change to “${a}”`, edits: [{ span, text: a }], safe: false }]
          : [],
      };
      break;
    }
  }
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

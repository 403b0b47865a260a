import { ANY_MONTH, MONTHS } from '../../language/calendar.ts';
import { wordSet } from '../../language/closed-class.ts';
import { type Fact, type SumFault, UNSAID } from './figure-facts.ts';
import { shareBefore } from './figure-made.ts';
import { partOf } from './parts.ts';
import { type Amount, amountOf, hedgeBefore, NUMBER, type Stated, WORD_NUMBER } from './quantities.ts';

// words of four letters and more; those that any sentence may have say nothing
const COMMON = wordSet(
  'after about their there would could which while where these those other first being have from with that this they will were been more than over said says when into last year years people also just only million billion percent still most some many much before during since because',
);

/** The beginnings of the words that a text is about: by them “grounded” and “grounds” are one. */
export const stemsIn = (text: string): readonly string[] => [
  ...new Set(
    (text.match(/\p{L}{4,}/gu) ?? [])
      .map((word) => word.toLowerCase())
      .filter((word) => !COMMON.has(word))
      .map((word) => word.slice(0, 4)),
  ),
];

/** Words by which copy tells of one event or one thing in several ways; of two in a row both stand for the event. */
const TOLD_AS: readonly (readonly [string, RegExp])[] = [
  [
    'dead',
    /\b(?:kill\p{L}*|dead|die[sd]?|dying|deaths?|fatalit\p{L}*|death toll|lost their lives|claim\p{L}* the lives)\b/iu,
  ],
  ['hurt', /\b(?:injur\p{L}*|wound\p{L}*|hurt\p{L}*|taken to hospital|hospitali[sz]ed)\b/iu],
  ['held', /\b(?:arrest\p{L}*|detain\p{L}*|held)\b/iu],
  ['charged', /\b(?:charged?)\b/i],
  ['jobs', /\b(?:jobs|posts|roles|positions|redundan\p{L}*)\b/iu],
  ['rescued', /\b(?:rescu\p{L}*|lifted from|saved|winched)\b/iu],
  ['fined', /\b(?:fined?|fines|penalt\p{L}*)\b/iu],
  ['jailed', /\b(?:jail\p{L}*|sentenced?|prison|behind bars|term)\b/iu],
  ['start', /\b(?:begins?|began|starts?|opens?|kicks? off|kick-off|curtain|start)\b/i],
  ['end', /\b(?:ends?|closes?|closing date|deadline|last day|finish\p{L}*|expires?)\b/iu],
  ['cost', /\b(?:costs?|costing|price\p{L}*|bill|value)\b/iu],
  ['raised', /\b(?:rais(?:e|es|ed|ing)|donat\p{L}*|collected)\b/iu],
  ['lost', /\b(?:stole\p{L}*|steal\p{L}*|theft|stolen|defraud\p{L}*)\b/iu],
  ['won', /\b(?:won|wins?|award\p{L}*|prize)\b/iu],
  ['paid', /\b(?:pay|pays|paid|paying|payment|borrow\p{L}*|owed?|owes|saved?|saving|spent|spend\p{L}*)\b/iu],
];
const eventsIn = (text: string): readonly string[] =>
  TOLD_AS.filter(([, pattern]) => pattern.test(text)).map(([event]) => event);

/** The count has moved on, or is of a part, another time or another place. */
const APART =
  /\b(?:rose|risen|rising|climb(?:ed|s)?|increas(?:ed|es|ing)|jumped|grew|grown|up from|down from|fell|fallen|earlier|initial(?:ly)?|previous(?:ly)?|originally|first (?:reported|time)|revised|updated|so far|another|further|additional|more|others?|including|among|of them|of whom|of those|each|every|per(?! cent)|average|typical|ago|last (?:year|month|week|summer|winter|spring|autumn|season)|(?:in|of) (?:19|20)\d\d|annual(?:ly)?|a year(?! (?:late|old|after|before))|a day|a month|a week|daily|if|might|may(?! \d)|similar|separate(?:ly)?|elsewhere|(?:a|the) second|anniversary|between|versus|compared|instead|denied|disputed|record|at one point|by then|decade|century|once had|used to|usual(?:ly)?|normal(?:ly)?|hoped|asked for|rather than|first \p{Ll}+ since)\b/iu;
const OTHER_GAME =
  /\b(?:last(?! night\b)|previous(?:ly)?|earlier|first leg|second leg|half-?time|aggregate|seasons?|months?|weeks?|reverse|year|ago|would|could|if|when|followed|in (?:19|20)\d\d|meeting|september|october|cup)\b/i;
/** How far around a figure its own words reach, in UTF-16 units. */
const BESIDE = 48;

// the words around a figure, as far as the next clause: “the £62,000 raised would pay for half a year” is of £62,000
function besideOf(sentence: string, start: number, end: number): string {
  const before = sentence.slice(Math.max(0, start - BESIDE), start);
  const after = sentence.slice(end, end + BESIDE / 2);
  const cut = Math.max(
    before.search(/[;:—(][^;:—(]*$/u),
    before.search(/,\s(?:and|but|while|which|who|with)\s(?!.*,\s(?:and|but|while)\s)/u),
  );
  const stop = after.search(/[;:—)]|,\s(?:and|but|while|which|who|with|where)\s/u);
  const part = `${cut < 0 ? before : before.slice(cut)}${sentence.slice(start, end)}${stop < 0 ? after : after.slice(0, stop)}`;
  return part.replace(/\bMay\b/gu, '');
}

const LENGTHS: Readonly<Record<string, readonly [string, number]>> = {
  year: ['days', 365.25],
  month: ['days', 365.25 / 12],
  week: ['days', 7],
  day: ['days', 1],
  hour: ['days', 1 / 24],
  minute: ['days', 1 / 1440],
  mile: ['metres', 1609],
  kilometre: ['metres', 1000],
  kilometer: ['metres', 1000],
  km: ['metres', 1000],
  metre: ['metres', 1],
  meter: ['metres', 1],
  yard: ['metres', 0.914],
  foot: ['metres', 0.305],
  feet: ['metres', 0.305],
  point: ['points', 1],
  acre: ['acres', 1],
  hectare: ['acres', 2.47],
  degree: ['degrees', 1],
  kilogram: ['kilos', 1],
  kilo: ['kilos', 1],
  kg: ['kilos', 1],
  tonne: ['kilos', 1000],
  ton: ['kilos', 1000],
  pound: ['kilos', 0.4536],
  mph: ['mph', 1],
  kph: ['mph', 0.621],
};
const MEASURES = Object.keys(LENGTHS).join('|');
const HEDGED = String.raw`(?:(?:about|around|nearly|almost|some|more than|over|at least|up to|roughly|just over|just under)\s+)?`;
const FIGURE = new RegExp(
  [
    String.raw`(?<age>\d{1,3}|${WORD_NUMBER})(?<aform>-year-old)\b`,
    String.raw`(?<votes>(?<=\bvot(?:e|ed|es|ing)\s(?:\p{L}+\s)?)\d{1,3}[-–]\d{1,3}|\d{1,3}[-–]\d{1,3}(?=\s+(?:vote|against|in favou?r)\b)|${NUMBER}\svotes\sto\s${NUMBER}|(?<=\bvot(?:e|ed|es|ing)\s(?:by\s)?)${NUMBER}\sto\s${NUMBER})`,
    String.raw`(?<score>\d{1,2}[-–]\d{1,2})(?![-–\d%])`,
    String.raw`(?<clock>\d{1,2}(?:[.:]\d\d)?)(?<cform>\s?[ap]\.?m\b)`,
    String.raw`(?<date>\d{1,2}\s(?:${ANY_MONTH})|(?:${ANY_MONTH}|(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.)\s\d{1,2})\b(?<dated>,?\s\d{4})?`,
    String.raw`(?<money>[$£€]\s?\d+(?:,\d+)*(?:\.\d+)?(?:[\s-]?(?:million|billion|trillion|bn|mn|m|b|k)\b)?|\d+(?=p\b))`,
    String.raw`(?<share>${NUMBER})(?<sform>\s?%|\sper\s?cent\b)`,
    String.raw`(?<minus>minus\s)?(?<heat>\d{1,3}(?:\.\d)?)(?:\s?°)?(?<hform>\s?[CF])\b`,
    String.raw`(?<below>minus\s)(?<deg>${NUMBER})(?<dform>(?:[\s-]degrees?)?)`,
    String.raw`(?<size>${NUMBER})(?<form>[\s-]?(?<measure>${MEASURES})s?)\b`,
    `(?<n>${NUMBER})(?!%|\\s?(?:%|per\\s?cent))`,
  ]
    .map((one) => `(?:${one})`)
    .join('|')
    .replace(/^/u, String.raw`(?<![\p{L}\p{N}.,£$€-])(?:`)
    .concat(String.raw`)(?![\p{N}]|[.,:]\d|(?:st|nd|rd|th)\b)`),
  'diuy',
);
/** What a figure begins with: to look for that, and for the figure there alone, takes a fraction of the time. */
const BEGINS = new RegExp(
  String.raw`(?<![a-z\d])(?:[$£€¥\d]|a dozen|minus|${WORD_NUMBER}|${ANY_MONTH}|(?:jan|feb|aug|sept|oct|nov|dec)\.)`,
  'gi',
);

function figuresIn(sentence: string): readonly RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  BEGINS.lastIndex = 0;
  for (let begins = BEGINS.exec(sentence); begins !== null; begins = BEGINS.exec(sentence)) {
    FIGURE.lastIndex = begins.index;
    const match = FIGURE.exec(sentence);
    if (match !== null) found.push(match);
    BEGINS.lastIndex = match === null ? begins.index + 1 : FIGURE.lastIndex;
  }
  return found;
}

const DEFINITE =
  /\b(?:all(?:\s+(?:of\s+)?(?:the|its|their|her|his))?|the|these|those|its|their|his|her|this|that)\s+(?:(?:full|whole|entire|extra|same)\s+)?$/i;
// “the trust’s £580,000 fine”
const OWNED = /\p{Ll}[’']s\s$/u;
const INDEFINITE =
  /\b(?:other|another|further|more|first|last|next|past|remaining|previous|new|old|original|additional|final|earlier|next|only|top|best|late|not)\s+$/i;
const REST = /\b(?:the|other)\s+(?:other|remaining|rest,?)\s+$/i;
const PEOPLE =
  'people|persons?|men|women|children|civilians|soldiers|officers|passengers|workers|students|pupils|protesters|policemen|firefighters|fishermen|miners|tourists|residents|villagers|patients|troops|victims|migrants|fans|boys|girls|teenagers|sailors|employees|suspects|staff|crew|crew members|guests|customers|shoppers|dead|injured|wounded|survivors|defendants|brothers|sisters|friends|climbers|walkers|drivers|teachers|nurses|doctors';
const HUMAN = new RegExp(`^(?:${PEOPLE})$`, 'u');
/** Whether a count of the one may be a count of the other: three men, the three victims. */
export const isHuman = (head: string): boolean => HUMAN.test(head);

// what stands between a count and what it counts; no verb, no other figure
const NOUN =
  /^\s+(?:of\s+(?:the|its|their|his|her)\s+)?(?<marks>(?:(?!and\b|or\b|of\b|to\b|in\b|per\b|on\b|by\b|at\b|for\b|from\b)\p{L}[\p{Ll}-]+\s+){0,2}?)(?<noun>\p{Ll}{3,}s(?:\s(?!was\b|is\b|has\b|does\b|across|towards|always|perhaps|besides|unless|plus\b|this\b)\p{Ll}{4,}s)?|people|\p{Ll}*men|\p{Ll}*women|children|staff|crew|sheep|fish|cattle|dead|injured|wounded|jobs)\b(?!-|’s|'s)/u;
// “a 400-seat theatre”: of seats
const HYPHENED = /^-(?<noun>\p{Ll}{3,})(?<marks>)\s+\p{Ll}+/u;
const THING =
  /^[\s-]+(?<marks>(?:(?!(?:was|were|is|are|ha[sd]|and|or|of|to|in|on|at|by|for)\b)\p{Ll}[\p{Ll}-]+\s+){0,1}?)(?<noun>\p{Ll}{4,})\b/u;
const NO_HEAD =
  /^(?:was|were|has|have|had|is|are|its|his|this|plus|lives|does|as|less|others|years|series|species|across|towards|besides|perhaps|always|unless|yes|was|says|thus|times|points|goals|degrees|votes|parts|things|ways|sides|sets|which|that|from|with|into|over|paid|spent|raised|each|when|after|before|because|while|who|will|would|more|than)$|(?:ly|ed)$/u;
const TAIL =
  /^\s+(?:who|that|which|whose|in|at|from|on|of|with|for|near|under|aboard|to|out|left (?:behind|over|out|in|on)|still|named|\p{Ll}{3,}(?:ed|en|ing))\b[^.,;:—)]*/u;

const WEEKDAY = /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:yesterday|today|tomorrow|tonight)\b/gu;

const HOLDS_MONEY = new RegExp(
  String.raw`\b(?<the>the|its|their|his|her|an?)\s(?:\p{Ll}+\s)?(?<what>(?!(?:total|loss|profit|cost|value|rise|increase|fall)s?\b)\p{Ll}{4,})\s+of\s+${HEDGED}$`,
  'u',
);
const HOLDER = new RegExp(
  String.raw`\b(?<the>the|its|their|his|her|a|an|no)?\s?(?<what>majority|turnout|crowd|audience|attendance|workforce|population|lead|shortfall|deficit|margin)\s+of\s+${HEDGED}$`,
  'iu',
);

// “when it opens on 8 May” · “the hearing on 19 July”
const POINTS_TO_DATE =
  /\b(?:when|until|till|before)\b[^.;]*$|\b(?:the|its|their|his|her)\s(?:\p{Ll}+\s){0,1}?\p{Ll}{4,}\s(?:on|of)\s$/iu;

// “the seven who voted against”
const VOTED = /^\s+(?:\p{Ll}+\s)?(?:who|that)\s(?:voted|were)\s(?<side>against|for|in favou?r)\b/u;
// “the number 9 bus”, “junction 14”: no count
const NUMBERED =
  /\b(?:number|no|route|junction|page|chapter|room|flat|section|article|platform|gate|precinct)\.?\s$/iu;
// the figure that something fell or rose to is what it is now
const NOW_AT =
  /\b(?:rose|risen|rising|climb(?:ed|s)?|increased|jumped|grew|grown|fell|fallen|dropped)\sto\s(?:just\s|about\s)?$/iu;

// who says it is no part of what is told
const SPEAKER =
  /(?:\p{Lu}[\p{L}’'-]+\s){1,3}(?:said|says|told)\b|\b(?:said|says)\s(?:\p{Lu}[\p{L}’'-]+\s?){1,3}/gu;

/** Finds the quantities of a sentence; offsets are added to `from`, in UTF-16 units. */
export function quantitiesIn(sentence: string, from: number): readonly Fact[] {
  const stems = stemsIn(sentence);
  const found = figuresIn(sentence).flatMap((match): Fact[] => {
    const groups = match.groups ?? {};
    const read = readFigure(groups);
    if (read === undefined) return [];
    const { name, unit, amount, form } = read;
    const at = match.indices?.groups?.[name];
    if (at === undefined) return [];
    const [start, end] = at;
    const before = sentence.slice(Math.max(0, start - 40), start);
    if (NUMBERED.test(before)) return [];
    const after = sentence.slice(end + form.length);
    const isCount = unit === 'count';
    const hyphened = isCount ? HYPHENED.exec(after) : null;
    const noun = hyphened ?? (isCount ? NOUN : THING).exec(after);
    // “300 cannabis plants”
    const nouns = (noun?.groups?.noun ?? '').split(' ');
    const head = `${nouns.at(-1) ?? ''}${hyphened === null ? '' : 's'}`;
    const named = unit !== 'age' && head !== '' && !NO_HEAD.test(head);
    const marks = named
      ? [...(noun?.groups?.marks ?? '').split(/\s+/u), ...nouns.slice(0, -1)].filter((word) => word !== '')
      : [];
    // “the £14m cost of the wing”, “a turnout of 31%”
    const of = /^\s+of\s+(?:the|its|this|that)\s+(?:\p{Ll}+\s)??(?<thing>\p{Ll}{4,})/u.exec(
      after.slice(noun?.[0].length ?? 0),
    );
    const isMoney = /^[$£€]$/u.test(unit);
    const holder = (isMoney ? HOLDS_MONEY : HOLDER).exec(before);
    const what =
      holder?.groups?.what ??
      (of?.groups?.thing !== undefined && /^(?:cost|price|bill|value)$/u.test(head) ? of.groups.thing : head);
    const near = besideOf(sentence, start, end + form.length + (named ? (noun?.[0].length ?? 0) : 0));
    const rest = after.slice(named ? (noun?.[0].length ?? 0) : 0);
    const tail = TAIL.exec(rest)?.[0] ?? '';
    const article =
      holder === null
        ? DEFINITE.test(before) ||
          (isMoney && head !== '' && OWNED.test(before) && eventsIn(head).length > 0) ||
          (unit === 'date' && POINTS_TO_DATE.test(before))
        : /^(?:the|its|their|his|her)$/i.test(holder.groups?.the ?? '');
    const stated = { start: from + start, end: from + end, amount, hedge: hedgeBefore(before) };
    const voted = VOTED.exec(after);
    const beforeVerb = isCount ? before.slice(-28) : before;
    const share = isCount
      ? shareBefore(sentence.slice(Math.max(0, start - 60), start), amount.value)
      : undefined;
    return [
      {
        stated,
        sentence,
        sentenceAt: from,
        quoted: false,
        unit:
          holder !== null && !isMoney
            ? `${unit} of`
            : unit === 'score' && !isResult(near, sentence)
              ? 'tally'
              : isCount && voted !== null
                ? `voters ${voted.groups?.side === 'against' ? 'against' : 'for'}`
                : unit,
        form,
        head: named || holder !== null || what !== head ? what.toLowerCase() : '',
        marks,
        definite: article && !INDEFINITE.test(before),
        apart:
          (unit === 'score' ? OTHER_GAME : APART).test(
            isCount && NOW_AT.test(before) ? near.replace(before.trimStart(), '') : near,
          ) ||
          (isCount && !article && /^\s+of\s+(?:the|its|his|her|their|these|those)\b/u.test(after)) ||
          /\bnot (?:the )?$/i.test(before),
        events: eventsIn(isCount ? `${beforeVerb}|${after.slice(0, 45)}` : near),
        about: stems,
        lead:
          /(?<lead>\b\p{Ll}{4,})\s(?:(?:by|from|of|to|in|on|at|for)\s)?$/u.exec(before)?.groups?.lead ?? '',
        tail:
          isCount || /^[$£€%]/u.test(unit)
            ? stemsIn(tail.replace(WEEKDAY, '').replace(/^\s*on board.*/su, ''))
            : [],
        names: [...new Set(near.replace(SPEAKER, '').match(/(?<!^)\p{Lu}[\p{L}’'-]+/gu) ?? [])],
        ...(REST.test(before) ? { rest: true as const } : {}),
        ...(share === undefined ? {} : { share }),
      },
    ];
  });
  return found.map((fact, i) => {
    const old = found[i - 1];
    const between = old === undefined ? '' : sentence.slice(old.stated.end - from, fact.stated.start - from);
    return old !== undefined &&
      old.unit === fact.unit &&
      /^p?\D{0,24}\bto\s$/u.test(between) &&
      /\bfrom\s+\D{0,3}$/u.test(sentence.slice(0, old.stated.start - from))
      ? { ...fact, from: old.stated.amount.value }
      : fact;
  });
}

/** A figure as one of the patterns has it: what kind it is, what it counts in, and what it comes to. */
interface ReadFigure {
  readonly name: string;
  readonly unit: string;
  readonly amount: Amount;
  readonly form: string;
}

type Groups = Readonly<Record<string, string | undefined>>;

const exact = (value: number): Amount => ({ value, slack: 0, unit: '' });

function readFigure(groups: Groups): ReadFigure | undefined {
  const { age, votes, score, clock, date, money, heat, deg } = groups;
  if (age !== undefined)
    return { name: 'age', unit: 'age', amount: exact(amountOf(age)?.value ?? 0), form: groups.aform ?? '' };
  if (heat !== undefined)
    return { name: 'heat', unit: 'degrees', amount: exact(Number(heat)), form: groups.hform ?? '' };
  if (deg !== undefined)
    return {
      name: 'deg',
      unit: 'degrees',
      amount: exact(amountOf(deg)?.value ?? 0),
      form: groups.dform ?? '',
    };
  if (votes !== undefined) return pairOf('votes', votes);
  if (score !== undefined) return pairOf('score', score);
  if (clock !== undefined) {
    const [h = 0, m = 0] = clock.split(/[.:]/u).map(Number);
    const form = groups.cform ?? '';
    const half = /p/i.test(form) ? 12 : 0;
    return { name: 'clock', unit: 'clock', amount: exact(((h % 12) + half) * 60 + m), form };
  }
  if (date !== undefined) {
    const day = Number(/\d+/u.exec(date)?.[0]);
    const month = MONTHS.findIndex((one) => date.includes(one.slice(0, 3)));
    const unit = groups.dated === undefined ? 'date' : 'dated';
    return { name: 'date', unit, amount: exact(month * 100 + day), form: '' };
  }
  if (money !== undefined) {
    const amount = amountOf(money.replace('-', ' '));
    if (amount === undefined) return undefined;
    const pence = amount.unit === '' ? 'p' : '';
    return { name: 'money', unit: pence || amount.unit, amount, form: pence };
  }
  return quantityOf(groups);
}

/** Votes for and against, or a score. Whoever is named first: 3-1 and 1-3 are one result. */
function pairOf(name: string, pair: string): ReadFigure | undefined {
  const [a, b] = pair.split(/[-–]|\s(?:votes\s)?to\s/u).map((one) => amountOf(one)?.value ?? Number.NaN);
  if (a === undefined || b === undefined || !Number.isFinite(a + b)) return undefined;
  return { name, unit: name, amount: exact(Math.max(a, b) * 1000 + Math.min(a, b)), form: '' };
}

/** A share, a length, or a count of something. */
function quantityOf({ share, size, measure, n, sform, form: sized }: Groups): ReadFigure | undefined {
  const [text, unit, by, form, name] =
    share !== undefined
      ? [share, '%', 1, sform ?? '', 'share']
      : size !== undefined && measure !== undefined
        ? [size, ...(LENGTHS[measure.toLowerCase()] ?? (['', 1] as const)), sized ?? '', 'size']
        : [n ?? '', 'count', 1, '', 'n'];
  const amount = amountOf(text);
  if (
    amount === undefined ||
    (unit === 'count' && /^(?:1[89]|20)\d\d$|\d[mkb]$/u.test(text)) ||
    amount.unit !== ''
  )
    return undefined;
  return { name, unit, amount: by === 1 ? amount : exact(Math.round(amount.value * by * 100) / 100), form };
}

/** How a result is told, so that “4-4-2” and “a 3-1 favourite” are none. */
const RESULT =
  /\b(?:won|lost|drew|fell|falling|beat|beaten|beating|defeated|thrashed|edged|overcame|win|lose|went down|victory|defeat|loss|draw|triumph|thrashing|rout|success)\b/i;
const RESULT_LINE = /^\p{Lu}[\p{L}’' -]{2,30}\s\d{1,2}\s?[-–]\s?\d{1,2}\s\p{Lu}[\p{L}’' -]{2,30}$/u;
const isResult = (near: string, sentence: string): boolean => RESULT.test(near) || RESULT_LINE.test(sentence);

// “… and a baby”, “with their driver”: one more, who is not counted
const ONE_MORE = new RegExp(
  String.raw`\b(?:an?|one|the|its|their)\s(?:\p{Ll}+\s)?(?:man|woman|child|baby|toddler|pilot|guide|captain|skipper|${PEOPLE.replace(/s\b/gu, '')})\b`,
  'iu',
);
const SEX = /^(?:men|women|boys|girls|children|adults|males|females)$/u;
/** What stands between two figures shows that they are no parts of one list, or not all of them. */
const NO_LIST =
  /\b(?:among|more|another|further|about|around|nearly|almost|least|over|up to|than|some|each|per|every|times|respectively|already|later|between|against|while|but|after|before|since|compared|of (?:them|whom|which))\b|[“”"();:%]/iu;
const NOT_ALL = /\b(?:rest|others?|remain\w*|includ\w*|the (?:first|last) \p{Ll}+ since)\b/iu;
const ONE = /^an? \p{Ll}+(?: \p{Ll}+)?$/u;
/** What stands between two parts of a list is shorter, in UTF-16 units. */
const ITEM = 80;
// nine animals: two sows, … · 12 people – five men, … · a team made up of six men …
const TOLD_IN = /:\s[^:]*$|\bof which\b|\s[–—-]\s|\(|\b(?:comprising|made up of|consisting of)\s/u;
// five men, four women and two children, a total of 12 · … 12 in all
const TOLD_AFTER = /^[^,.;–—(]{0,40}(?:,|\s[-–—]|\s?\()\s*(?:or\s+)?(?<total>a total of\s|making\s)?$/u;
const IN_ALL = /^\s+(?:\p{L}+\s+)?(?:in\s+(?:all|total)|altogether)\b/u;

/** Lists of quantities of one kind, added up: parts of what the story may also give as a whole. `told` are the quantities of the sentence. */
export function partsIn(sentence: string, from: number, told: readonly Fact[]): readonly Fact[] {
  if (told.length < 2 || !sentence.includes(' and ') || NOT_ALL.test(sentence)) return [];
  const between = (a: Fact, b?: Fact): string =>
    sentence.slice(a.stated.end + a.form.length - from, b === undefined ? undefined : b.stated.start - from);
  // how many stand between two parts that are counted by “a” alone; undefined where they are no parts of one list
  const joined = (a: Fact, b: Fact | undefined): number | undefined => {
    if (b === undefined || a.unit !== b.unit || b.stated.hedge !== undefined) return undefined;
    const gap = between(a, b);
    if (gap.length > ITEM || !/,|\sand\s/u.test(gap) || NO_LIST.test(gap)) return undefined;
    const items = gap
      .split(/,\s(?:and\s)?|\sand\s/u)
      .slice(1, -1)
      .filter((item) => item !== '');
    return items.every((item) => ONE.test(item)) ? items.length : undefined;
  };
  const found: Fact[] = [];
  for (let i = 0; i < told.length; ) {
    let parts = [told[i] as Fact];
    let ones = 0;
    for (;;) {
      const more = joined(parts.at(-1) as Fact, told[i + parts.length]);
      if (more === undefined) break;
      parts.push(told[i + parts.length] as Fact);
      ones += more;
    }
    const before = told[i - 1];
    let whole = before;
    i += parts.length;
    // ten islanders, six men and five women, had come
    const [head, ...sexes] = parts as [Fact, ...Fact[]];
    if (sexes.length > 1 && !SEX.test(head.head) && sexes.every((one) => SEX.test(one.head)))
      [whole, parts] = [head, sexes];
    else if (whole === undefined || whole.unit !== head.unit || !TOLD_IN.test(between(whole, head))) {
      const next = told[i];
      const after = next === undefined ? null : TOLD_AFTER.exec(between(parts.at(-1) as Fact, next));
      whole =
        next !== undefined &&
        after !== null &&
        (after.groups?.total !== undefined || IN_ALL.test(between(next)))
          ? next
          : undefined;
    }
    const [first, last] = [parts[0] as Fact, parts.at(-1) as Fact];
    if (
      parts.length < 2 ||
      !/^(?:count|[$£€])$/u.test(first.unit) ||
      first.stated.hedge !== undefined ||
      !/\sand\s/u.test(between(parts.at(-2) as Fact, last)) ||
      /^[^,.;:]{0,30}?\sand\s(?:an?|one|the|its|their|his|her)\s/u.test(between(last))
    )
      continue;
    const heads = [...new Set(parts.map((one) => one.head).filter((one) => one !== ''))];
    const areHuman = heads.length > 0 && heads.every(isHuman);
    const isOfMore =
      before !== undefined && before !== whole && before.unit === first.unit && before.head === first.head;
    if (
      whole === undefined
        ? isOfMore || (areHuman && ONE_MORE.test(sentence))
        : parts.length + ones < 3 && !areHuman && first.unit === 'count'
    )
      continue;
    const noun = last.head === '' ? -1 : sentence.indexOf(last.head, last.stated.end - from);
    const rough = parts.map(({ stated: { amount } }) => (amount.slack > 0.5 ? amount.slack : 0));
    const fact: Fact = {
      ...UNSAID,
      stated: {
        start: first.stated.start,
        end: noun < 0 ? last.stated.end : from + noun + last.head.length,
        amount: {
          value: parts.reduce((all, one) => all + one.stated.amount.value, ones),
          slack: Math.min(...rough),
          unit: first.stated.amount.unit,
        },
        hedge: undefined,
      },
      unit: first.unit,
      apart: APART.test(sentence.slice(0, last.stated.start - from).replace(/\bsecond\b/gu, '')),
      about: first.about,
      opens: first.stated.start - from < 4 || /^Of (?:the|these|them|those)/u.test(sentence),
      parts: parts.map((one) => one.stated.amount.value),
      ...(whole === undefined ? {} : { whole: whole.stated.start }),
    };
    const kinds = first.unit !== 'count' || heads.length === 0 || whole !== undefined ? [''] : heads;
    found.push(...(areHuman ? ['people'] : kinds).map((kind) => ({ ...fact, head: kind })));
  }
  return found;
}

const TELLS_NAMES =
  /(?<who>\b(?:The|All|Those|They|the|they)\b[^,;:.]{0,40}?)\s+(?:were|have been|are)(?:\s+(?:(?:later|all|since)\s+)?(?:named|identified)\b[^,;:]{0,40}?\bas)?:?\s+(?<list>(?:\p{Lu}\p{Ll}+\s)?\p{Lu}\p{L}[^.]*\band\s+\p{Lu}.*)$/dsu;
const COUNTED_NAMES = new RegExp(
  String.raw`\b(?<n>${NUMBER})\s+(?:\p{Ll}+\s){0,2}?(?<who>\p{Ll}+)(?:\s[—–-]|:|,)\s(?<list>\p{Lu}\p{Ll}+\s\p{Lu}[^;:.—–]*?\band\s\p{Lu}\p{Ll}+\s\p{Lu}[\p{L}’'-]+)`,
  'dsu',
);
const VOTERS =
  /\b(?:[Vv]oting|[Vv]oted|[Tt]hose)\s+(?<side>against|in favou?r|for)\s+(?:it\s+|the \p{Ll}+\s+)?(?:were|was)\s+(?<list>\p{Lu}.*)$/dsu;
const PLACE = /^\p{Lu}[\p{L}’'-]*(?: (?:\p{Lu}[\p{L}’'-]*|of|on|the)){0,3}$/u;
// The schools are at Oru, Marat and Harl.
const TELLS_PLACES =
  /\b(?:The|These) (?:\p{Ll}+ )?(?<who>\p{Ll}{3,}s) (?:are|were)(?: (?:at|in|from))?:? (?<list>\p{Lu}[^.;:]*\band \p{Lu}[\p{L}’' -]*)\.?$/dsu;
// Dean Carr, 31, and Joseph Hilton, 28, will appear …
const LEADS_NAMES =
  /^(?<list>\p{Lu}[\p{L}’'-]+\s\p{Lu}[^.;:“”"]*?,\s\d{1,2},?\s[^.;:“”"]*?\band\s\p{Lu}[^.;:“”",]*,\s\d{1,2}),?(?:\s(?:all|both)\s[^,.]*,)?\s(?:will|were|are|have|had|all|both|appeared|pleaded|denied|died|face)\b/dsu;
const PERSON =
  /^(?:and\s+)?(?:(?:Mr|Mrs|Ms|Dr|Sir|Councillor|Cllr|Commissioner)\.?\s)?\p{Lu}[\p{L}.’'-]+(?:\s(?:\p{Lu}\.|[a-z]{2,3}|\p{Lu}[\p{L}’'-]+)){1,3}(?=$|\s\(|,|\s(?:of|from|who|and)\b)/u;

/** How many people a list names; undefined where it cannot be told. */
function peopleIn(list: string): number | undefined {
  const plain = list.replace(/,?\s+(?:who|which|all|both|where)\b.*$/su, '').replace(/[.”"\s]+$/u, '');
  if (/\b(?:including|among|others?)\b/u.test(list)) return undefined;
  if (plain.includes(';')) {
    const items = plain.split(/;\s*(?:and\s+)?/u);
    return items.every((item) => PERSON.test(item)) ? items.length : undefined;
  }
  const items = plain.split(/,\s+(?:and\s+)?|\s+and\s+/u);
  const ages = items.filter((item) => /^(?:aged\s)?\d{1,2}$/u.test(item)).length;
  const people = items.filter((item) => PERSON.test(item)).length;
  if (ages > 0) return Math.abs(ages - people) <= 1 || people >= ages ? ages : undefined;
  return people === items.length ? people : undefined;
}

/** People named one by one: “They were named as Ann Lee, Bo Lind and Di Roth.” */
export function listsIn(sentence: string, from: number): readonly Fact[] {
  const listing = (fact: Pick<Fact, 'stated' | 'unit' | 'events' | 'head'>): Fact => ({
    ...UNSAID,
    ...fact,
    definite: true,
    about: stemsIn(sentence),
    listed: true,
  });
  const make = (match: RegExpExecArray, unit: string, events: readonly string[], head: string): Fact[] => {
    const at = match.indices?.groups?.list;
    const list = match.groups?.list ?? '';
    const value = peopleIn(list);
    if (at === undefined || value === undefined || value < 2) return [];
    const end =
      at[0] + list.replace(/,?\s+(?:who|which|all|both|where)\b.*$/su, '').replace(/[.”"\s]+$/u, '').length;
    const stated: Stated = {
      start: from + at[0],
      end: from + end,
      amount: { value, slack: 0, unit: '' },
      hedge: undefined,
    };
    return [listing({ stated, unit, events, head })];
  };
  const voters = VOTERS.exec(sentence);
  if (voters !== null)
    return make(voters, `voters ${voters.groups?.side === 'against' ? 'against' : 'for'}`, [], '');
  const places = TELLS_PLACES.exec(sentence);
  if (places !== null && !isHuman(places.groups?.who ?? '')) {
    const items = (places.groups?.list ?? '').split(/,\s+(?:and\s+)?|\s+and\s+/u);
    const at = places.indices?.groups?.list;
    if (at === undefined || !items.every((item) => PLACE.test(item))) return [];
    const stated: Stated = {
      start: from + at[0],
      end: from + at[1],
      amount: { value: items.length, slack: 0, unit: '' },
      hedge: undefined,
    };
    return [listing({ stated, unit: 'names', events: [], head: places.groups?.who ?? '' })];
  }
  const leads = LEADS_NAMES.exec(sentence);
  if (leads !== null) return make(leads, 'names', [], 'aged');
  const told = TELLS_NAMES.exec(sentence);
  if (told === null || hasFigure(told.groups?.who ?? '')) return [];
  return make(
    told,
    'names',
    eventsIn(told.groups?.who ?? ''),
    /^they$/i.test(told.groups?.who ?? '') ? 'they' : '',
  );
}

const A_FIGURE = new RegExp(String.raw`\b${NUMBER}\b`, 'i');
const hasFigure = (text: string): boolean => A_FIGURE.test(text);

/** Finds a number of people with their names after it, which is not how many are named: “three men, Bo Lind and Cal Orr”. */
export function namedFault(sentence: string): SumFault | undefined {
  const match = COUNTED_NAMES.exec(sentence.charAt(0).toLowerCase() + sentence.slice(1));
  const [n, list] = match === null ? [] : [partOf(match, 'n'), partOf(match, 'list')];
  const count = peopleIn(list?.text ?? '');
  if (n === undefined || list === undefined || count === undefined || !isHuman(match?.groups?.who ?? ''))
    return undefined;
  const value = amountOf(n.text)?.value ?? 0;
  if (count < 2 || value < 2 || count === value || hedgeBefore(sentence.slice(0, n.start)) !== undefined)
    return undefined;
  return {
    span: { start: list.start, end: list.end },
    message: `${count} people are named here, after “${n.text}”. Please check the figure and the names.`,
    related: [{ span: { start: n.start, end: n.end }, message: `“${n.text}” here` }],
  };
}

const TIMES: Readonly<Record<string, number>> = {
  doubled: 2,
  trebled: 3,
  tripled: 3,
  quadrupled: 4,
  halved: 0.5,
};

/** How many times as much something became, told without its figures: “cases tripled”. */
export function timesIn(sentence: string, from: number): readonly Fact[] {
  const match = /\b(?:doubled|trebled|tripled|quadrupled|halved)\b(?!.*\d)(?!.*\bfrom\b)/u.exec(sentence);
  if (match === null) return [];
  const amount = { value: TIMES[match[0]] ?? 1, slack: 0, unit: '' };
  const stated = {
    start: from + match.index,
    end: from + match.index + match[0].length,
    amount,
    hedge: undefined,
  };
  return [
    {
      ...UNSAID,
      stated,
      unit: 'times',
      about: stemsIn(sentence),
    },
  ];
}

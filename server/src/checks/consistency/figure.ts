import { type Draft, isUnbroken, type Paragraph, toSource } from '../../draft/draft.ts';
import { once } from '../../draft/memoize.ts';
import type { ParagraphKind, Prose } from '../../draft/prose.ts';
import type { Span } from '../../draft/span.ts';
import type { Fix, Raised } from '../check.ts';
import type { Marked } from '../summaries.ts';
import { lifeIn } from './ages.ts';
import type { Conflict, Statement } from './figure-conflicts.ts';
import type { Fact, FigureSummary, Life, SumFault } from './figure-facts.ts';
import { sumFaultsIn } from './figure-sums.ts';
import { sexesIn, stemsIn, tiesIn } from './figure-ties.ts';
import { amountOf, hasNumber, hedgeBefore, NUMBER, type Stated } from './quantities.ts';

export const FIGURE_CODE = 'consistency/figure';

const PEOPLE =
  'people|persons?|men|women|children|civilians|soldiers|officers|passengers|workers|students|pupils|protesters|demonstrators|police officers|policemen|firefighters|miners|tourists|residents|villagers|patients|troops|others|victims|migrants|fans|boys|girls|teenagers|sailors|employees|bystanders|pedestrians|suspects|militants|rebels|journalists|Palestinians|Israelis|Americans|Britons|Iraqis|Afghans|Ukrainians|Russians|Syrians|staff|staff members|crew|crew members|guests|shoppers|worshippers|commuters';
const ADJ = String.raw`(?:(?!and\b|or\b)\p{L}+(?:-\p{L}+)?\s+){0,2}`;
const N = `(?<n>${NUMBER})`;

// Patterns by what is counted; each has the number as `n`.
const COUNTED: readonly { readonly key: string; readonly patterns: readonly RegExp[] }[] = [
  {
    key: 'killed',
    patterns: [
      String.raw`\b${N}\s+(?:${ADJ}(?:${PEOPLE})\s+)?(?:were\s+|was\s+|are\s+|have\s+been\s+|had\s+been\s+|has\s+been\s+|have\s+|has\s+|had\s+|being\s+|are\s+confirmed\s+|was\s+confirmed\s+)?(?:shot\s+|also\s+)?(?:killed|dead\b|die\b|died|dies\b)`,
      String.raw`\b(?:killed|kills?|killing|claimed\s+the\s+lives\s+of)\s+(?:at least\s+|more than\s+|over\s+|about\s+|around\s+|nearly\s+|up to\s+|some\s+|all\s+|the\s+)?${N}\b(?!\s*(?:years?|months?|weeks?|days?|hours?|minutes?|per cent|percent|%|goals?|points?|seats?|of\b|and\s+(?:wounded|injured)))(?=\s+${ADJ}(?:${PEOPLE})\b|\s+dead\b|[,.]|$|\s+(?:and|in|on|at|when|as|near|after|people)\b)`,
      String.raw`\b(?:left|leaves|leaving)\s+(?:at least\s+|more than\s+|about\s+|up to\s+)?${N}\s+(?:${ADJ}(?:${PEOPLE})\s+)?dead\b`,
      String.raw`\b(?:shot dead|shoots dead|shooting dead)\s+(?:at least\s+)?${N}\b`,
      String.raw`\bclaim(?:s|ed|ing)?\s+(?:at least\s+|more than\s+|about\s+)?${N}\s+lives\b`,
      String.raw`\bdeath toll\s+(?:\p{L}+\s+){0,3}(?:at|to|of|is|was|reached|stands at|stood at)\s+(?:at least\s+|more than\s+|about\s+)?${N}\b`,
      String.raw`\b${N}\s+(?:deaths|fatalities)\b`,
      String.raw`\b(?:the|all|all the|all of the)\s+${N}\s+(?:dead\b|victims\b|${ADJ}(?<who>\p{L}+)\s+who\s+(?:were\s+killed|died|lost\s+their\s+lives))`,
    ].map((one) => new RegExp(one, 'dgiu')),
  },
  {
    key: 'injured',
    patterns: [
      String.raw`\b${N}\s+(?:${ADJ}(?:${PEOPLE})\s+)?(?:were\s+|was\s+|are\s+|have\s+been\s+|had\s+been\s+|being\s+)?(?:also\s+|seriously\s+|badly\s+|slightly\s+|critically\s+)?(?:injured|wounded|hurt)\b`,
      String.raw`\b(?:injured|injuring|injures|wounded|wounding|wounds|hurting)\s+(?:at least\s+|more than\s+|over\s+|about\s+|around\s+|nearly\s+|up to\s+|some\s+|another\s+|the\s+)?${N}\b(?=\s+${ADJ}(?:${PEOPLE})\b|[,.]|$|\s+(?:and|in|on|at|when|as|near|after|more)\b)`,
      String.raw`\bthe\s+${N}\s+(?:injured|wounded)\b`,
    ].map((one) => new RegExp(one, 'dgiu')),
  },
  {
    key: 'arrested',
    patterns: [
      String.raw`\b${N}\s+(?:${ADJ}(?:${PEOPLE})\s+)?(?:were\s+|was\s+|are\s+|have\s+been\s+|had\s+been\s+)?(?:arrested|detained)\b`,
      String.raw`\b(?:arrest|arrested|arresting|detained|detaining)\s+(?:at least\s+|more than\s+|about\s+)?${N}\b(?=\s+${ADJ}(?:${PEOPLE})\b|[,.]|\s+(?:in|on|at|after|over)\b)`,
    ].map((one) => new RegExp(one, 'dgiu')),
  },
  {
    key: 'jobs',
    patterns: [
      String.raw`\b(?:cut|cuts|cutting|axe|axes|axed|axing|shed|sheds|shedding|lose|loses|losing|lost|slash|slashes|slashing|loss of|create|creates|creating|created)\s+(?:the\s+|up to\s+|more than\s+|about\s+|around\s+|some\s+|nearly\s+|another\s+|a further\s+)?${N}\s+(?:\p{L}+\s+)?(?:jobs|staff|posts|positions|workers|employees|roles)\b`,
      String.raw`\b${N}\s+(?:\p{L}+\s+)?(?:jobs?\s+(?:losses|cuts|will\s+go|to\s+go|are\s+to\s+go|will\s+be\s+(?:lost|cut)|would\s+be\s+(?:lost|cut)|at\s+risk|are\s+at\s+risk)|redundancies)\b`,
      String.raw`\b(?:the\s+)?${N}\s+(?:(?:${PEOPLE})\s+)?(?:who\s+|that\s+)?(?:will|would|are\s+to|are\s+set\s+to|stand\s+to)\s+lose\s+their\s+(?:jobs|posts)\b`,
    ].map((one) => new RegExp(one, 'dgiu')),
  },
  {
    key: 'fined',
    patterns: [
      /\bfined\s+(?:a\s+record\s+|a\s+total\s+of\s+|more\s+than\s+|about\s+)?(?<n>[$£€¥]\d[\d,]*(?:\.\d+)?(?:\s?(?:million|billion|bn|mn|m|k)\b)?)/dgiu,
    ],
  },
  {
    key: 'majority',
    patterns: [
      new RegExp(
        String.raw`\b(?:wins?|won|hold|held|passed|backed?|carried|lost|beaten)\b[^.;]{0,40}?\bby\s+${N}\s+votes\b(?!\s+to)`,
        'dgiu',
      ),
    ],
  },
];

const THINGS =
  'deal|takeover|bid|contract|loan|project|fund|fine|settlement|package|merger|bailout|grant|scheme|investment|sale|programme|program|plan|offer|stadium|bridge|lawsuit|donation|ransom|prize|transfer|contract|sentence|term|report|ban|ceasefire|truce|strike|inquiry|study|lease|reward|bond|refund|bill|acquisition|purchase|payout|award|aid package|rescue package|stake';
const MONEY = String.raw`[$£€¥]\d[\d,]*(?:\.\d+)?(?:[\s-]?(?:million|billion|trillion|bn|mn|m|b|k)\b)?`;
// “a £3bn deal … the £4bn deal”, “a three-year ban … the four-year ban”
const THING_MONEY = new RegExp(
  String.raw`(?:\b(?<article>a|an|the|its|his|her|their|this|that)\s+|^)(?<n>${MONEY})[\s-]+(?:(?:\p{L}+-?){1,2}\s+)?(?<thing>${THINGS})\b`,
  'dgiu',
);
const THING_LONG = new RegExp(
  String.raw`\b(?<article>a|an|the|its|his|her|their|this|that)\s+(?<n>${NUMBER})-(?<unit>year|month|week|day|page|mile|storey|story|seat|bed|hour|point)[\s-]+(?:(?:\p{L}+-?){1,2}\s+)?(?<thing>${THINGS})\b`,
  'dgiu',
);
// “Labour won 312 seats”, “the motion got 220 votes”
const WON = new RegExp(
  String.raw`(?<who>\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+){0,2})\s+(?<verb>won|took|secured|gained|got|lost|holds|received|polled)\s+(?:the\s+|all\s+|about\s+|more than\s+|at least\s+)?(?<n>${NUMBER})\s+(?:of\s+the\s+)?(?:\p{L}+\s+)?(?<noun>seats|votes|medals|delegates|constituencies|councillors)\b`,
  'dgu',
);
const BY = new RegExp(
  String.raw`\b(?<key>majority|turnout|crowd|audience|attendance|workforce|population|lead|shortfall|deficit)\s+of\s+(?:about\s+|around\s+|more than\s+|nearly\s+|at least\s+|just\s+)?(?<n>${NUMBER})(?<unit>%|\s?per\s?cent|\s?percent|\s\p{L}+)?`,
  'dgiu',
);
// “Jane Smith, 45, …”
const AGED =
  /(?<who>\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+){0,2}),\s+(?:aged\s+)?(?<n>\d{1,2})(?=,\s|\.(?:\s|$)| (?:who|was|has|from)\b)/dgu;

const CAUSE =
  /\b(?:blast|explosion|crash|attack|bombing|fire|shooting|collapse|earthquake|quake|flood|floods|storm|strike|air strike|airstrike|stampede|derailment|accident|collision|raid|clash|clashes|riot|tornado|hurricane|typhoon|cyclone|landslide|massacre|siege|outbreak|protest|march|stabbing|shelling|avalanche|plane|train|bus|ferry|mine|boat)\b/giu;
/** The count has moved on, or is of a part, another time or another place. */
const APART =
  /\b(?:rose|risen|rising|climb(?:ed|s)?|increas(?:ed|es|ing)|jumped|grew|up from|down from|fell|earlier|initial(?:ly)?|previous(?:ly)?|originally|first reported|revised|updated|later|since|now|so far|another|further|additional|a (?:fourth|fifth|sixth|seventh|eighth|ninth|tenth)|more|other|others|including|among|of them|of whom|of those|each|every|per|average|typical|ago|last (?:year|month|week|night|summer|winter|spring|autumn)|in (?:19|20)\d\d|(?:19|20)\d\d|annual(?:ly)?|a year|a day|daily|if|could|might|may|would|similar|separate(?:ly)?|elsewhere|second|(?<!\ba )third|anniversary|history|worst|deadliest|war|expected|between|versus|compared|instead|not|denied|claimed (?:that|only|to)|said (?:only|just)|disputed|record|estimates?|estimated|official(?:ly)? count|at one point|by then|overnight|total|altogether|combined|two incidents|decade|century|month|week|season|yesterday)\b/iu;

/** Another game, or not the end of this one. */
const OTHER_GAME =
  /\b(?:last|previous(?:ly)?|earlier|first leg|second leg|half-?time|aggregate|seasons?|months?|weeks?|reverse|year|ago|since|would|could|if|when|followed|after|before|in (?:19|20)\d\d)\b/iu;

/** How far after a sum its own words reach, in UTF-16 units. */
const BESIDE = 18;

/** Collects what a paragraph says in figures. */
export function figuresOf(prose: Prose): FigureSummary {
  const { text } = prose;
  if (!hasNumber(text)) return { kind: prose.kind, facts: [], faults: [] };
  const facts: Fact[] = [];
  const sentences = prose.sentences.length > 0 ? prose.sentences : [{ start: 0, end: text.length }];
  for (const sentence of sentences) factsIn(text, sentence, facts);
  const life = lifeIn(text);
  return { kind: prose.kind, facts, faults: sumFaultsIn(prose), ...(life === undefined ? {} : { life }) };
}

function factsIn(text: string, sentence: Span, facts: Fact[]): void {
  const own = text.slice(sentence.start, sentence.end);
  if (!hasNumber(own)) return;
  let found: readonly string[] | undefined;
  const causesOf = () => {
    found ??= [...own.matchAll(CAUSE)].map((match) => match[0].toLowerCase());
    return found;
  };
  const stems = once(() => stemsIn(own));
  const add = (key: string, match: RegExpExecArray, definite: boolean, apart: boolean, isCounted = false) => {
    const at = match.indices?.groups?.n;
    if (at === undefined) return;
    const amount = amountOf(own.slice(at[0], at[1]));
    if (amount === undefined) return;
    const stated = {
      start: sentence.start + at[0],
      end: sentence.start + at[1],
      amount,
      hedge: hedgeBefore(own.slice(0, at[0])),
    };
    const who = match.groups?.who?.toLowerCase();
    const of = who === undefined ? {} : { marks: [who] };
    if (!facts.some((fact) => fact.stated.start === stated.start))
      facts.push({
        key,
        stated,
        definite,
        causes: causesOf(),
        apart,
        ...(isCounted ? { about: stems() } : {}),
        ...of,
      });
  };
  const isTheCause = once(() =>
    causesOf().some((cause) => new RegExp(`\\bthe (?:\\p{L}+ )?${cause}`, 'iu').test(own)),
  );
  const sexes = sexesIn(own);
  for (const { key, patterns } of COUNTED) {
    if (!COUNT_HINT[key]?.test(own) || sexes.some((sum) => sum.key === key)) continue;
    const isApart = once(() => APART.test(ownWords(own, key)));
    for (const pattern of patterns) {
      for (const match of own.matchAll(pattern)) {
        const definite = isTheCause() || /^(?:the|all|death toll)\s/iu.test(match[0]);
        add(key, match, definite, isApart(), true);
      }
    }
  }
  const definiteArticle = (match: RegExpExecArray) => !/^an?$/iu.test(match.groups?.article ?? 'a');
  if (/[$£€¥]/u.test(own))
    for (const match of own.matchAll(THING_MONEY))
      add(`money ${match.groups?.thing?.toLowerCase()}`, match, definiteArticle(match), false);
  if (LONG_HINT.test(own))
    for (const match of own.matchAll(THING_LONG))
      add(
        `${match.groups?.unit} ${match.groups?.thing?.toLowerCase()}`,
        match,
        definiteArticle(match),
        false,
      );
  if (WON_HINT.test(own)) {
    for (const match of own.matchAll(WON)) {
      const who = match.groups?.who?.split(' ').at(-1);
      add(`${who} ${match.groups?.verb} ${match.groups?.noun}`, match, true, APART.test(own));
    }
  }
  for (const match of BY_HINT.test(own) ? own.matchAll(BY) : [])
    add(
      `${match.groups?.key?.toLowerCase()}${/%|cent/u.test(match.groups?.unit ?? '') ? ' %' : ''}`,
      match,
      /\b(?:the|its|his|her|their)\s(?:\p{L}+\s)?$/iu.test(
        own.slice(Math.max(0, match.index - 60), match.index),
      ),
      APART.test(own),
    );
  const counts = facts.filter(({ key }) => COUNT_HINT[key] !== undefined).map(({ key }) => key);
  const plain = own.replace(/\bMay\b/gu, '');
  for (const { key, start, end, amount, definite, ...more } of tiesIn(own, [...new Set(counts)])) {
    const hedge = hedgeBefore(own.slice(0, start));
    const stated = { start: sentence.start + start, end: sentence.start + end, amount, hedge };
    // of a sum only what stands beside it: “the £62,000 raised on Sunday would pay for half a year”
    const near = key.startsWith('money ') ? plain.slice(0, end + BESIDE) : plain;
    const apart = more.parts === undefined && (key === 'score' ? OTHER_GAME : APART).test(near);
    facts.push({ key, stated, definite, causes: causesOf(), apart, ...more });
  }
  for (const match of AGED_HINT.test(own) ? own.matchAll(AGED) : [])
    add(`age ${match.groups?.who}`, match, true, false);
}

// what is said of the whole: not “two of them children”, and of jobs also what would or could go
const ownWords = (sentence: string, key: string): string => {
  const whole = sentence.replace(/,\s[^,]{0,30}\bof (?:them|whom)\b[^,]{0,40},/giu, ',');
  return key === 'jobs'
    ? whole.replace(/\b(?:would|could|may|might|expected|by (?:the end of )?20\d\d)\b/gu, '')
    : whole;
};

// Plain words that a pattern needs; most sentences have none of them and are spared the pattern.
const WON_HINT = /seats|votes|medals|delegates|constituencies|councillors/u;
const BY_HINT =
  /\b(?:majority|turnout|crowd|audience|attendance|workforce|population|lead|shortfall|deficit) of\b/iu;
const AGED_HINT = /,\s(?:aged\s)?\d{1,2}[,. ]/u;
const LONG_HINT = /-(?:year|month|week|day|page|mile|storey|story|seat|bed|hour|point)[\s-]/u;
const COUNT_HINT: Readonly<Record<string, RegExp>> = {
  killed: /kill|dead|die|death|left|lea|fatal|victim|lives/iu,
  injured: /injur|wound|hurt/iu,
  arrested: /arrest|detain/iu,
  jobs: /jobs|redundanc|staff|posts|positions|workers|employees|roles/iu,
  fined: /fine/iu,
  majority: /votes/iu,
};

/** The summaries in which a paragraph contradicts itself, or may do so by the year of the draft. */
export const faultyFigures = (summary: FigureSummary): FigureSummary | undefined =>
  summary.faults.length > 0 || summary.life !== undefined ? summary : undefined;

/** Finds figures that disagree: the same quantity twice, parts and wholes, shares, ages. */
export function* figureFindings(
  draft: Draft,
  faulty: readonly Marked<FigureSummary>[],
  conflicts: Iterable<Conflict>,
  yearOf: () => number | undefined,
): Iterable<Raised> {
  for (const { at, value } of faulty) {
    const paragraph = draft.paragraphs[at] as Paragraph;
    for (const fault of value.faults) yield faultFinding(paragraph, fault);
    const fault = value.life === undefined ? undefined : ageFault(value.life, yearOf());
    if (fault !== undefined) yield faultFinding(paragraph, fault);
  }
  const place = ({ said, spot }: Statement): PlacedStatement => ({
    stated: said.stated,
    listed: said.listed === true,
    parts: said.parts,
    paragraph: draft.paragraphs[spot.at] as Paragraph,
    kind: spot.summary.kind,
  });
  for (const { first, second } of conflicts) yield conflictFinding(place(first), place(second));
}

interface PlacedStatement {
  readonly stated: Stated;
  /** People named one by one, who are counted here. */
  readonly listed: boolean;
  /** What it is the sum of. */
  readonly parts: readonly number[] | undefined;
  readonly paragraph: Paragraph;
  readonly kind: ParagraphKind;
}

function ageFault({ age, born }: Life, year: number | undefined): SumFault | undefined {
  if (year === undefined) return undefined;
  const years = year - born.value;
  if (age.value === years || age.value === years - 1 || years < 0 || Math.abs(age.value - years) > 40)
    return undefined;
  return {
    span: age,
    message: `Somebody born in ${born.value} is ${years - 1} or ${years} in ${year}, not ${age.value}. Please check the age and the year.`,
    related: [{ span: born, message: 'Born' }],
  };
}

function conflictFinding(first: PlacedStatement, second: PlacedStatement): Raised {
  const textOf = ({ stated, paragraph }: PlacedStatement) =>
    paragraph.prose.text.slice(stated.start, stated.end);
  const [a, b] = [textOf(first), textOf(second)];
  const spanOf = ({ stated, paragraph }: PlacedStatement) => toSource(paragraph, stated);
  const fix = (target: PlacedStatement, from: string, text: string): Fix[] =>
    isUnbroken(target.paragraph, target.stated)
      ? [{ title: `Replace “${from}” with “${text}”`, edits: [{ span: spanOf(target), text }], safe: false }]
      : [];
  if (first.listed || second.listed) {
    const [list, figure] = first.listed ? [first, second] : [second, first];
    return {
      code: FIGURE_CODE,
      span: spanOf(list),
      message: `${list.stated.amount.value} people are named here, and elsewhere the story says “${textOf(figure)}”. Please check the figure and the names.`,
      related: [{ span: spanOf(figure), message: `“${textOf(figure)}” here` }],
    };
  }
  if (second.parts !== undefined)
    return {
      code: FIGURE_CODE,
      span: spanOf(second),
      message: `The parts listed here add up to ${second.stated.amount.value.toLocaleString('en-GB')}, and elsewhere the story says “${a}”. Please check the figures.`,
      related: [{ span: spanOf(first), message: `“${a}” here` }],
    };
  const where = first.kind === 'headline' ? 'the headline says' : 'elsewhere the story says';
  return {
    code: FIGURE_CODE,
    span: spanOf(second),
    message: `This says “${b}”, and ${where} “${a}” of what seems to be the same thing. Please check which is right.`,
    related: [{ span: spanOf(first), message: `“${a}” here` }],
    fixes: [...fix(second, b, a), ...fix(first, a, b)],
  };
}

function faultFinding(paragraph: Paragraph, fault: SumFault): Raised {
  return {
    code: FIGURE_CODE,
    span: toSource(paragraph, fault.span),
    message: fault.message,
    related: fault.related.map((one) => ({ span: toSource(paragraph, one.span), message: one.message })),
    fixes:
      fault.fix !== undefined && isUnbroken(paragraph, fault.fix.span)
        ? [
            {
              title: `Replace with “${fault.fix.text}”`,
              edits: [{ span: toSource(paragraph, fault.fix.span), text: fault.fix.text }],
              safe: false,
            },
          ]
        : [],
  };
}

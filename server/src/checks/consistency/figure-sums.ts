import type { Prose } from '../../draft/prose.ts';
import type { Span } from '../../draft/span.ts';
import { lifeFault } from './ages.ts';
import { conversionFaultsIn } from './figure-conversions.ts';
import type { SumFault } from './figure-facts.ts';
import { namedFault } from './figure-read.ts';
import { type Part, partOf } from './parts.ts';
import { type Amount, amountOf, hasNumber, hedgeBefore, NUMBER } from './quantities.ts';

const P = String.raw`(?<![\p{N}.,-])(?<p>\d+(?:\.\d+)?)\s?(?:%|per\s?cent|percent)`;
const A = `(?<a>${NUMBER})`;
const B = `(?<b>${NUMBER})`;
const GAP = String.raw`(?:\s+(?!and\b|while\b|but\b)[\p{L}’'-]+){0,4}?`;
const UP = String.raw`rose|rise|risen|rising|up|increas\p{L}*|jump\p{L}*|grew|grow\p{L}*|gain\p{L}*|climb\p{L}*|surg\p{L}*|soar\p{L}*|higher|leap|leapt|advanc\p{L}*`;
const DOWN = String.raw`fell|fall|fallen|falling|down|drop\p{L}*|declin\p{L}*|decreas\p{L}*|slump\p{L}*|lower|tumbl\p{L}*|shr[aiu]nk|slid|slide|plung\p{L}*|cut|reduc\p{L}*|dip\p{L}*`;
const PERCENT = String.raw`\d+(?:\.\d+)?\s?(?:%|per\s?cent|percent)`;
const ROUGH = String.raw`(?:by\s+)?(?:(?:about|around|nearly|almost|more than|over|roughly|some|just over|just under)\s+)?`;

// What a figure was before (b) and after (a): from $96m to $120m · to $120m from $96m · $120m, up from $96m
const PAIRS: readonly RegExp[] = [
  String.raw`\bfrom\s+${B}${GAP}\s+(?:by\s+${PERCENT}\s+)?to\s+${A}\b`,
  String.raw`\bto\s+${A}\b${GAP},?\s*\(?(?:up\s+|down\s+)?(?:from|compared (?:with|to)|against)\s+${B}\b`,
  String.raw`(?<![\p{L}\p{N}.,])${A}\b${GAP},?\s+(?:${UP}|${DOWN})\s+(?:${ROUGH}${PERCENT}\s+)?(?:from|on|compared (?:with|to))\s+(?:the\s+|last year[’']s\s+)?${B}\b`,
].map((one) => new RegExp(one, 'du'));
// 12 of the 48 members · of the 48 members, 12
const SHARES: readonly RegExp[] = [
  String.raw`(?<![\p{L}\p{N}.,])${A}\s+(?:out\s+)?of\s+(?:the\s+|its\s+|their\s+|all\s+)?${B}\b`,
  String.raw`\b[Oo]f\s+(?:the\s+|its\s+|their\s+)${B}\b(?:\s+[\p{L}’'-]+){0,6},\s+(?:only\s+|just\s+)?${A}\b`,
].map((one) => new RegExp(one, 'du'));
const MOVED = new RegExp(String.raw`\b(?<move>${UP}|${DOWN})\b`, 'giu');
const PERCENTS = new RegExp(P, 'dgu');
// (25%) · or 25 per cent · a turnout of 25 per cent
const OF_IT =
  /(?:\(|,\s+or\s+|\s[-–—]\s|\b(?:turnout|share|proportion)\b[^.;,]{0,40}\s)(?:about\s|around\s|nearly\s|almost\s|just over\s|just under\s|more than\s|roughly\s|some\s)?$/u;
const TURNOUT = /\bturnout\b/i;
const ABOUT =
  /\b(?:about|around|nearly|almost|more than|over|roughly|some|just over|just under|approximately|less than|at least|up to)\s+$/u;
const OTHER_CLAUSE = /;|\b(?:while|but|whereas|and|as|after|although|though)\b/u;
/** A word of rising or falling further from its percentage, in UTF-16 units, is of another figure. */
const MOVE_REACH = 30;

// by 52 votes to 48, a majority of four
const MAJORITY = new RegExp(
  String.raw`\b(?<a>\d[\d,]*)\s+(?:votes?\s+)?(?:to|against)\s+(?<b>\d[\d,]*)(?:\s+votes?)?\b[^.;]{0,40}?\b(?:a\s+|the\s+)?(?:majority|margin)\s+of\s+(?<t>${NUMBER})\b`,
  'dgu',
);

const MAJORITY_TOLD = new RegExp(MAJORITY.source, 'u');

/** Finds figures in a paragraph that do not follow from those beside them. */
export function sumFaultsIn(prose: Prose): readonly SumFault[] {
  const faults: SumFault[] = [];
  const { text } = prose;
  const digits = /\d/u.test(text);
  const { sentences } = prose;
  const addRaw = (fault: SumFault | undefined) => {
    if (fault !== undefined) faults.push(fault);
  };
  for (const [i, sentence] of sentences.entries()) {
    const own = text.slice(sentence.start, sentence.end);
    const add = (fault: SumFault | undefined) =>
      addRaw(fault === undefined ? undefined : moved(fault, sentence.start));
    if (digits && /%|per\s?cent/u.test(own) && hasNumber(own, 3)) add(changeFault(own) ?? shareFault(own));
    else if (digits && TURNOUT.test(text) && / of |Of /u.test(own)) addRaw(turnoutFault(text, sentence));
    if (digits) for (const fault of conversionFaultsIn(own)) add(fault);
    if (digits && own.includes(' years') && !/\bborn\b/u.test(own)) add(yearsFault(own));
    if (own.includes(' and ') && hasNumber(own)) add(namedFault(own));
    if (digits && /majority|margin/u.test(own)) {
      const before = sentences[i - 1];
      add(majorityFault(own));
      addRaw(votesFault(text, before, sentence));
    }
  }
  if (digits && /\bborn\b|\(\d{4}/u.test(text)) {
    const fault = lifeFault(text);
    if (fault !== undefined) faults.push(fault);
  }
  return faults;
}

function moved(fault: SumFault, by: number): SumFault {
  const move = (span: Span): Span => ({ start: span.start + by, end: span.end + by });
  return {
    ...fault,
    span: move(fault.span),
    related: fault.related.map((one) => ({ ...one, span: move(one.span) })),
    ...(fault.fix === undefined ? {} : { fix: { ...fault.fix, span: move(fault.fix.span) } }),
  };
}

const isYear = (text: string): boolean => /^(?:1[89]|20)\d\d$/u.test(text);

/** The one percentage of a text; none where there are several. */
function percentOf(text: string): Part | undefined {
  const [one, ...more] = text.matchAll(PERCENTS);
  return one === undefined || more.length > 0 ? undefined : partOf(one, 'p');
}

/** The two figures that the first of these patterns finds. */
function pairOf(
  text: string,
  patterns: readonly RegExp[],
): { readonly a: Part; readonly b: Part } | undefined {
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    const [a, b] = match === null ? [] : [partOf(match, 'a'), partOf(match, 'b')];
    if (a !== undefined && b !== undefined && !isYear(a.text) && !isYear(b.text)) return { a, b };
  }
  return undefined;
}

const isOther = (text: string, { end }: Part): boolean =>
  /^(?:\s?(?:%|per\s?cent|pence|p\b|c\b)|\s\p{Lu}\p{Ll})/u.test(text.slice(end));

function changeFault(own: string): SumFault | undefined {
  const [p, pair] = [percentOf(own), pairOf(own, PAIRS)];
  if (p === undefined || pair === undefined || isOther(own, pair.a) || isOther(own, pair.b)) return undefined;
  const { a, b } = pair;
  const [after, before] = [amountOf(a.text), amountOf(b.text)];
  const ends = [a, b, p].flatMap(({ start, end }) => [start, end]);
  if (OTHER_CLAUSE.test(own.slice(Math.min(...ends), Math.max(...ends)))) return undefined;
  const moves = [...own.matchAll(MOVED)].filter(
    ({ index }) => index > p.start - MOVE_REACH && index < p.end + MOVE_REACH,
  );
  const scaled =
    after === undefined || before === undefined ? undefined : sameScale(before, after, a.text, b.text);
  if (scaled === undefined || moves.length === 0) return undefined;
  const move = moves.at(-1)?.groups?.move ?? '';
  const fault = percentFault(own, p, scaled.before, scaled.after, move, ABOUT.test(own.slice(0, p.start)));
  return fault === undefined
    ? undefined
    : {
        ...fault,
        related: [
          { span: { start: b.start, end: b.end }, message: 'From this' },
          { span: { start: a.start, end: a.end }, message: 'to this' },
        ],
      };
}

// “from 1.2 to 1.5 million”: the first figure shares the second one's scale
function sameScale(
  before: Amount,
  after: Amount,
  a: string,
  b: string,
): { before: Amount; after: Amount } | undefined {
  if (before.unit !== after.unit && before.unit !== '' && after.unit !== '') return undefined;
  const scaleOf = (text: string) => /\p{L}+$/u.exec(text)?.[0];
  if (scaleOf(a) !== undefined && scaleOf(b) === undefined && before.value < 1000 && after.value >= 1e5) {
    const by = after.value / Number.parseFloat(a.replace(/[^\d.]/gu, ''));
    return { before: { ...before, value: before.value * by, slack: before.slack * by }, after };
  }
  return before.value > 0 ? { before, after } : undefined;
}

function percentFault(
  own: string,
  p: Part,
  before: Amount,
  after: Amount,
  move: string,
  rough: boolean,
): Omit<SumFault, 'related'> | undefined {
  const stated = Number(p.text);
  const decimals = p.text.includes('.') ? p.text.length - p.text.indexOf('.') - 1 : 0;
  const share = (from: number, to: number) => (100 * (to - from)) / from;
  const exact = share(before.value, after.value);
  const down = new RegExp(`^(?:${DOWN})$`, 'iu').test(move);
  // beside £2.50, £2 is £2.00
  const [x, y] = [before, after].map(({ slack, value }) =>
    value < 1000 && before.unit !== '' ? Math.min(before.slack, after.slack) : slack,
  ) as [number, number];
  const low = share(before.value + x, after.value - y);
  const high = share(Math.max(before.value - x, 1e-9), after.value + y);
  const signed = (down ? -1 : 1) * stated;
  const slack = 0.5 * 10 ** -decimals + (rough ? Math.max(3, stated * 0.12) : 0.5);
  // “cut by 20% from 100 to 80” with the words the other way round is a matter of grammar, not of arithmetic
  if (signed >= low - slack && signed <= high + slack) return undefined;
  if (exact * signed < 0 && Math.abs(Math.abs(exact) - stated) <= slack + 1) return undefined;
  const right = Math.abs(exact).toFixed(decimals);
  if (Number(right) > 1000) return undefined;
  return {
    span: {
      start: p.start,
      end:
        /^\s?(?:%|per\s?cent|percent)/u.exec(own.slice(p.end))?.[0].length === undefined
          ? p.end
          : p.end + (/^\s?(?:%|per\s?cent|percent)/u.exec(own.slice(p.end))?.[0].length ?? 0),
    },
    message: `The figures beside it make this ${right} per cent, not ${p.text}. Please check which figure is wrong.`,
    fix: { span: { start: p.start, end: p.end }, text: right },
  };
}

const YEARS = /(?<![\p{N}.,£$€–-])(?:19|20)\d\d(?![\p{N}%]|[-–,]\d|\s[–-]\s|s\b)/gu;
const LASTED = new RegExp(
  String.raw`\bafter\s(?:the\s|all of\s)?(?<n>${NUMBER})\syears\b(?!\s(?:ago|of age|old|later|before|earlier|in prison|in jail))`,
  'du',
);

// shut since a fire in 2019, it will open again in 2026 after five years
function yearsFault(own: string): SumFault | undefined {
  const [a, b, ...more] = own.matchAll(YEARS);
  const lasted = LASTED.exec(own);
  const n = lasted === null ? undefined : partOf(lasted, 'n');
  if (a === undefined || b === undefined || more.length > 0 || n === undefined) return undefined;
  const [years, said] = [Math.abs(Number(b[0]) - Number(a[0])), amountOf(n.text)?.value ?? 0];
  if (
    Math.abs(years - said) <= 1 ||
    said > 2 * years ||
    years > 2 * said ||
    hedgeBefore(own.slice(0, n.start)) !== undefined
  )
    return undefined;
  return {
    span: { start: n.start, end: n.end },
    message: `From ${a[0]} to ${b[0]} is ${years} years, not ${n.text}. Please check the figure and the years.`,
    related: [
      {
        span: { start: Math.min(a.index, b.index), end: Math.max(a.index, b.index) + 4 },
        message: 'The years',
      },
    ],
  };
}

function shareFault(own: string): SumFault | undefined {
  const [p, pair] = [percentOf(own), pairOf(own, SHARES)];
  return p === undefined || pair === undefined || !OF_IT.test(own.slice(0, p.start))
    ? undefined
    : shareOf(own, p, pair.a, pair.b);
}

// Turnout was 40 per cent. Of the 60,000 people entitled to vote, 24,000 did so.
function turnoutFault(text: string, { start, end }: Span): SumFault | undefined {
  const [p, pair] = [percentOf(text), pairOf(text.slice(start, end), SHARES)];
  if (p === undefined || pair === undefined || !TURNOUT.test(text.slice(Math.max(0, p.start - 60), p.start)))
    return undefined;
  const [a, b] = [pair.a, pair.b].map((one) => ({
    ...one,
    start: start + one.start,
    end: start + one.end,
  })) as [Part, Part];
  return shareOf(text, p, a, b);
}

function shareOf(text: string, p: Part, a: Part, b: Part): SumFault | undefined {
  const [part, whole] = [amountOf(a.text), amountOf(b.text)];
  if (part === undefined || whole === undefined || part.value > whole.value || whole.value < 3)
    return undefined;
  const exact = (100 * part.value) / whole.value;
  const decimals = p.text.includes('.') ? p.text.length - p.text.indexOf('.') - 1 : 0;
  const slack =
    0.5 * 10 ** -decimals +
    0.5 +
    (ABOUT.test(text.slice(0, p.start)) ? 3 : 0) +
    ((100 * part.slack) / whole.value) * (part.value >= 1000 ? 1 : 0);
  if (Math.abs(exact - Number(p.text)) <= slack) return undefined;
  const right = exact.toFixed(decimals);
  return {
    span: { start: p.start, end: p.end },
    message: `${a.text} of ${b.text} is ${right} per cent, not ${p.text}. Please check which figure is wrong.`,
    related: [
      {
        span: { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) },
        message: 'The share of this',
      },
    ],
    fix: { span: { start: p.start, end: p.end }, text: right },
  };
}

const VOTES =
  /(?<![\p{N}.,£$€])\d{1,3}(?:,\d{3})+(?![\p{N}%]|,\d)|(?<![\p{N}.,£$€])\d{3,}(?![\p{N}%]|[.,]\d)/gu;
const OLD_MAJORITY =
  /\b(?:last|previous\p{L}*|old|than|slash\p{L}*|cut|reduced?|overturn\p{L}*|defend\p{L}*|down|up|from|turnout|electorate|spoil\p{L}*|spoilt|overall|absolute)\b|\b(?:19|20)\d\d\b/iu;

// she took 18,204 votes, and he 15,116, a majority of 3,188 · Her majority of 3,188 …
function votesFault(text: string, before: Span | undefined, sentence: Span): SumFault | undefined {
  const own = text.slice(sentence.start, sentence.end);
  const at = /\b(?:majority|margin)\s+(?:of|was)\s+(?<t>\d{1,3}(?:,\d{3})*)\b(?!\s?(?:%|per|point))/du.exec(
    own,
  );
  const t = at === null ? undefined : partOf(at, 't');
  if (t === undefined || MAJORITY_TOLD.test(own)) return undefined;
  const ownVotes = [...own.slice(0, t.start).matchAll(VOTES)];
  const start = ownVotes.length > 0 ? sentence.start : (before?.start ?? sentence.start);
  const told = text.slice(start, sentence.start + t.start);
  const votes = [...told.matchAll(VOTES)];
  const [a, b] = votes;
  if (
    votes.length !== 2 ||
    a === undefined ||
    b === undefined ||
    [...own.slice(t.end).matchAll(VOTES)].length > 0
  )
    return undefined;
  if (!/\b(?:votes?|polled|ballots)\b/u.test(told) || OLD_MAJORITY.test(text.slice(start, sentence.end)))
    return undefined;
  const [x, y, z] = [a[0], b[0], t.text].map((one) => amountOf(one)?.value ?? Number.NaN) as [
    number,
    number,
    number,
  ];
  const gap = Math.abs(x - y);
  if (!Number.isFinite(gap) || gap === z || gap === 0 || hedgeBefore(own.slice(0, t.start)) !== undefined)
    return undefined;
  const right = gap.toLocaleString('en-GB');
  const span = { start: sentence.start + t.start, end: sentence.start + t.end };
  return {
    span,
    message: `${a[0]} to ${b[0]} is a majority of ${right}, not ${t.text}. Please check the figures.`,
    related: [{ span: { start: start + a.index, end: start + b.index + b[0].length }, message: 'The votes' }],
    fix: { span, text: right },
  };
}

function majorityFault(own: string): SumFault | undefined {
  for (const match of own.matchAll(MAJORITY)) {
    const [t, a, b] = [partOf(match, 't'), partOf(match, 'a'), partOf(match, 'b')];
    if (
      t === undefined ||
      a === undefined ||
      b === undefined ||
      /^\s?(?:%|per|point)/u.test(own.slice(t.end))
    )
      continue;
    const values = [a, b, t].map((one) => amountOf(one.text)?.value ?? Number.NaN) as [
      number,
      number,
      number,
    ];
    const gap = Math.abs(values[0] - values[1]);
    if (!Number.isFinite(gap) || gap === values[2] || gap === 0) continue;
    return {
      span: { start: t.start, end: t.end },
      message: `${a.text} to ${b.text} is a majority of ${gap.toLocaleString('en-GB')}, not ${t.text}. Please check the figures.`,
      related: [{ span: { start: a.start, end: b.end }, message: 'The votes' }],
      fix: { span: { start: t.start, end: t.end }, text: gap.toLocaleString('en-GB') },
    };
  }
  return undefined;
}

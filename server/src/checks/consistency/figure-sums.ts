import type { Prose } from '../../draft/prose.ts';
import type { Span } from '../../draft/span.ts';
import { lifeFault } from './ages.ts';
import type { SumFault } from './figure-facts.ts';
import { namedFault } from './figure-read.ts';
import { type Part, partOf } from './parts.ts';
import { type Amount, amountOf, hasNumber, hedgeBefore, NUMBER } from './quantities.ts';

const P = String.raw`(?<p>\d+(?:\.\d+)?)\s?(?:%|per\s?cent|percent)`;
const A = `(?<a>${NUMBER})`;
const B = `(?<b>${NUMBER})`;
const GAP = String.raw`(?:\s+(?!and\b|while\b|but\b)[\p{L}’'-]+){0,4}?`;
const UP = String.raw`rose|rise|risen|rising|up|increas\p{L}*|jump\p{L}*|grew|grow\p{L}*|gain\p{L}*|climb\p{L}*|surg\p{L}*|soar\p{L}*|higher|leap|leapt|advanc\p{L}*`;
const DOWN = String.raw`fell|fall|fallen|falling|down|drop\p{L}*|declin\p{L}*|decreas\p{L}*|slump\p{L}*|lower|tumbl\p{L}*|shr[aiu]nk|slid|slide|plung\p{L}*|cut|reduc\p{L}*|dip\p{L}*`;
const MOVE = `(?<move>${UP}|${DOWN})`;
const ROUGH = String.raw`(?:by\s+|of\s+|some\s+|a\s+)?(?<rough>(?:about|around|nearly|almost|more than|over|roughly|some|just over|just under|approximately|less than|at least|up to)\s+)?`;

// A change, with what it was before (b) and after (a), and the share it is said to be (p).
const CHANGES: readonly RegExp[] = [
  // rose 25% to $120m from $96m
  String.raw`\b${MOVE}\b${GAP}\s+${ROUGH}${P}${GAP},?\s+to\s+${A}\b${GAP},?\s*\(?(?:up\s+|down\s+)?(?:from|compared (?:with|to)|against)\s+${B}\b`,
  // rose from $96m to $120m, an increase of 25%
  String.raw`\bfrom\s+${B}${GAP}\s+to\s+${A}\b${GAP}(?:,|\s[-–—]|\s\()\s*(?:an?\s+|or\s+)?(?:\p{L}+\s+)?${MOVE}\b\s+${ROUGH}${P}`,
  // rose from $96m to $120m, a 25% increase
  String.raw`\bfrom\s+${B}${GAP}\s+to\s+${A}\b${GAP}(?:,|\s[-–—]|\s\()\s*(?:an?\s+)?${ROUGH}${P}\s+(?:\p{L}+\s+)?${MOVE}\b`,
  // a 25% rise from $96m to $120m
  String.raw`\b${P}\s+(?:\p{L}+\s+)?${MOVE}\b${GAP},?\s+from\s+${B}${GAP}\s+to\s+${A}\b`,
  // rose 25% from $96m to $120m
  String.raw`\b${MOVE}\b${GAP}\s+${ROUGH}${P}${GAP},?\s+from\s+${B}${GAP}\s+to\s+${A}\b`,
  // to $120m, up 25% from $96m
  String.raw`(?<![\p{L}\p{N}.,])${A}\b${GAP},\s+${MOVE}\s+${ROUGH}${P}\s+(?:from|on|compared (?:with|to))\s+(?:the\s+|last year[’']s\s+)?${B}\b`,
  // $120m, up from $96m, an increase of 25%
  String.raw`(?<![\p{L}\p{N}.,])${A}\b${GAP},?\s+(?:up|down)\s+from\s+${B}\b${GAP},\s+(?:an?\s+|or\s+)?(?:\p{L}+\s+)?${MOVE}\s+${ROUGH}${P}`,
  // rose by 25% from $96m last year to $120m · from $96m by 25% to $120m
  String.raw`\bfrom\s+${B}${GAP}\s+by\s+${ROUGH}${P}\s+to\s+${A}\b`,
].map((one) => new RegExp(one, 'dgu'));

// 12 of the 48 members (25%) · 12 out of 48 members, or 25%
const SHARE = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,])${A}\s+(?:out\s+)?of\s+(?:the\s+|its\s+|their\s+|all\s+)?${B}\b(?:\s+[\p{L}’'-]+){0,5}?(?:\s*\(|,\s+or\s+|\s[-–—]\s)(?<rough>(?:about|around|nearly|almost|more than|over|roughly|some|just over|just under|approximately|less than)\s+)?${P}`,
  'dgu',
);

const KIND = String.raw`(?:\p{L}+(?:-\p{L}+)?\s+){0,2}\p{L}+`;
// 12 people – five men, four women and two children
const LISTED = new RegExp(
  String.raw`(?<!\p{L})(?<before>(?:\p{L}+\s+){0,2})\b(?<t>${NUMBER})\s+(?<whole>(?:\p{L}+(?:-\p{L}+)?\s+){0,2}\p{L}+)(?<link>\s*[–—:(]\s*|\s-\s|,\s+(?:comprising|made up of|consisting of)\s+|\s+(?:comprising|made up of|consisting of)\s+)(?<list>${NUMBER}\s+${KIND}(?:,\s+${NUMBER}\s+${KIND}){0,5},?\s+and\s+${NUMBER}\s+\p{L}+(?:-\p{L}+)?)`,
  'dgiu',
);
// five men, four women and two children, a total of 12
const TOTALLED = new RegExp(
  String.raw`(?<list>${NUMBER}\s+${KIND}(?:,\s+${NUMBER}\s+${KIND}){0,5},?\s+and\s+${NUMBER}\s+\p{L}+(?:-\p{L}+)?)\s*(?:,|\s[-–—]|\s?\()\s*(?:or\s+)?(?:a\s+total\s+of\s+(?<t>${NUMBER})|(?<t2>${NUMBER})\s+(?:\p{L}+\s+)?(?:in\s+(?:all|total)|altogether)|making\s+(?<t3>${NUMBER})\b)`,
  'dgiu',
);
// Of the 12 victims, five were men, four were women and six were children
const OF_THE = new RegExp(
  String.raw`\bOf\s+(?:the|its|their|those|these)\s+(?<t>${NUMBER})\s+(?:\p{L}+\s+){0,3}?\p{L}+,\s+(?<list>${NUMBER}\s[^.;:]*?\band\s+${NUMBER}\b[^.;:]*)`,
  'dgu',
);
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
    if (digits && /%|per\s?cent/u.test(own)) {
      if (/from|compared|against|\son\s/u.test(own) && hasNumber(own, 3)) add(changeFault(own));
      add(shareFault(own));
    }
    if (
      /\b(?:doubled|trebled|tripled|quadrupled|halved|quarter|third|fifth|tenth|half)\b[^.;]*\bfrom\b/i.test(
        own,
      )
    )
      add(timesFault(own));
    if (own.includes(' and ') && hasNumber(own)) add(namedFault(own));
    if (own.includes(' and ') && hasNumber(own, 2)) {
      const before = sentences[i - 1];
      if (before !== undefined) addRaw(splitFault(text, before, sentence));
    }
    if (own.includes(' and ') && hasNumber(own, 3)) {
      add(headsFault(own));
      add(listFault(own) ?? colonFault(own));
      add(ofTheFault(own));
    }
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

// doubled from 10 to 15 · rose by a quarter from 10 to 15
const TIMES = new RegExp(
  String.raw`\b(?:(?<times>doubled|trebled|tripled|quadrupled|halved)|(?<up>rose|risen|increased|grew|jumped|climbed|fell|fallen|dropped|declined|shrank)\s+(?:by\s+)?(?:an?\s+|one[- ])(?<part>quarter|third|fifth|tenth|half))\b${GAP},?\s+from\s+${B}${GAP}\s+to\s+${A}\b`,
  'dgiu',
);
const RATIOS: Readonly<Record<string, number>> = {
  doubled: 2,
  trebled: 3,
  tripled: 3,
  quadrupled: 4,
  halved: 0.5,
  quarter: 0.25,
  third: 1 / 3,
  fifth: 0.2,
  tenth: 0.1,
  half: 0.5,
};

function timesFault(own: string): SumFault | undefined {
  for (const match of own.matchAll(TIMES)) {
    const [times, part, a, b] = [
      partOf(match, 'times'),
      partOf(match, 'part'),
      partOf(match, 'a'),
      partOf(match, 'b'),
    ];
    const word = times ?? part;
    if (word === undefined || a === undefined || b === undefined || isYear(a.text) || isYear(b.text))
      continue;
    const after = amountOf(a.text);
    const before = amountOf(b.text);
    if (after === undefined || before === undefined || /^\s?(?:%|per\s?cent)/u.test(own.slice(a.end)))
      continue;
    const scaled = sameScale(before, after, a.text, b.text);
    const step = RATIOS[word.text.toLowerCase()] ?? 1;
    const down = /^(?:fell|fallen|dropped|declined|shrank)$/i.test(match.groups?.up ?? '');
    const ratio = times === undefined ? 1 + (down ? -step : step) : step;
    if (scaled === undefined || before.unit !== after.unit) continue;
    const real = scaled.after.value / scaled.before.value;
    // such words are round ones: “doubled” may be 1.8 or 2.3
    if (Math.abs(real - ratio) <= (times === undefined ? 0.08 : 0.2 * ratio)) continue;
    return {
      span: { start: word.start, end: word.end },
      message: `From ${b.text} to ${a.text} is ${real.toFixed(2).replace(/\.?0+$/u, '')} times as much, which does not fit “${word.text}”. Please check which is wrong.`,
      related: [
        { span: { start: b.start, end: b.end }, message: 'From this' },
        { span: { start: a.start, end: a.end }, message: 'to this' },
      ],
    };
  }
  return undefined;
}

function changeFault(own: string): SumFault | undefined {
  for (const pattern of CHANGES) {
    for (const match of own.matchAll(pattern)) {
      const [p, a, b, move] = [
        partOf(match, 'p'),
        partOf(match, 'a'),
        partOf(match, 'b'),
        match.groups?.move ?? '',
      ];
      if (p === undefined || a === undefined || b === undefined) continue;
      const after = amountOf(a.text);
      const before = amountOf(b.text);
      if (after === undefined || before === undefined || isYear(a.text) || isYear(b.text)) continue;
      if (
        /^\s?(?:%|per\s?cent|percent|pence|p\b|c\b)/u.test(own.slice(a.end)) ||
        /^\s?(?:%|per\s?cent|percent|p\b|c\b)/u.test(own.slice(b.end))
      )
        continue;
      const scaled = sameScale(before, after, a.text, b.text);
      if (scaled === undefined) continue;
      const fault = percentFault(
        own,
        p,
        scaled.before,
        scaled.after,
        move,
        match.groups?.rough !== undefined,
      );
      if (fault !== undefined)
        return {
          ...fault,
          related: [
            { span: b, message: 'From this' },
            { span: a, message: 'to this' },
          ],
        };
      return undefined;
    }
  }
  return undefined;
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
  const low = share(before.value + before.slack, after.value - after.slack);
  const high = share(Math.max(before.value - before.slack, 1e-9), after.value + after.slack);
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

function shareFault(own: string): SumFault | undefined {
  for (const match of own.matchAll(SHARE)) {
    const [p, a, b] = [partOf(match, 'p'), partOf(match, 'a'), partOf(match, 'b')];
    if (p === undefined || a === undefined || b === undefined || isYear(b.text)) continue;
    const part = amountOf(a.text);
    const whole = amountOf(b.text);
    if (part === undefined || whole === undefined || part.value > whole.value || whole.value < 3) continue;
    const exact = (100 * part.value) / whole.value;
    const decimals = p.text.includes('.') ? p.text.length - p.text.indexOf('.') - 1 : 0;
    const slack =
      0.5 * 10 ** -decimals +
      0.5 +
      (match.groups?.rough === undefined ? 0 : 3) +
      ((100 * part.slack) / whole.value) * (part.value >= 1000 ? 1 : 0);
    if (Math.abs(exact - Number(p.text)) <= slack) continue;
    const right = exact.toFixed(decimals);
    return {
      span: { start: p.start, end: p.end },
      message: `${a.text} of ${b.text} is ${right} per cent, not ${p.text}. Please check which figure is wrong.`,
      related: [{ span: { start: a.start, end: b.end }, message: 'The share of this' }],
      fix: { span: { start: p.start, end: p.end }, text: right },
    };
  }
  return undefined;
}

const NUMBERS = new RegExp(String.raw`(?<![\p{L}\p{N}.,-])${NUMBER}(?![\p{L}\p{N}%]|[-.,]\d|-\p{L})`, 'gu');

function listFault(own: string): SumFault | undefined {
  for (const match of own.matchAll(LISTED)) {
    if (
      /\b(?:at least|more than|about|around|some|over|nearly|almost|up to|than|first|last|one of|two of|most of)\s*$/i.test(
        match.groups?.before ?? '',
      )
    )
      continue;
    const t = partOf(match, 't');
    const list = partOf(match, 'list');
    if (t === undefined || list === undefined) continue;
    const fault = sumFault(t, list);
    if (fault !== undefined) return fault;
  }
  for (const match of own.matchAll(TOTALLED)) {
    const t = partOf(match, 't') ?? partOf(match, 't2') ?? partOf(match, 't3');
    const list = partOf(match, 'list');
    if (t === undefined || list === undefined) continue;
    const fault = sumFault(t, list);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

// how long, how much or when: figures of another kind than a count of heads
const OTHER_KIND =
  /\b(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|miles?|km|metres?|meters?|feet|foot|inches|per ?cent|percent|pounds|dollars|euros|pence|times|degrees|goals?|points|tries|wickets|runs|overs|sets|games|yards|stone|kg|tonnes|tons|million|billion|lengths?|more|others?|about|least|around|over|or|than|nearly|up to|some|including|of whom|of them)\b|[$£€¥%:]|\d-\d/i;

function sumFault(t: Part, list: Part): SumFault | undefined {
  const words = list.text.replace(NUMBERS, ' ');
  if (OTHER_KIND.test(words) || OTHER_KIND.test(t.text) || isYear(t.text)) return undefined;
  const parts = [...list.text.matchAll(NUMBERS)].map((one) => amountOf(one[0])?.value ?? Number.NaN);
  const total = amountOf(t.text)?.value;
  const sum = parts.reduce((all, one) => all + one, 0);
  if (total === undefined || parts.length < 2 || !Number.isFinite(sum) || sum === total) return undefined;
  // a list far from the whole counts something else
  if (sum > total * 1.6 || sum < total * 0.5) return undefined;
  return {
    span: { start: t.start, end: t.end },
    message: `The parts listed here add up to ${sum.toLocaleString('en-GB')}, not ${t.text}. Please check the figures.`,
    related: [{ span: { start: list.start, end: list.end }, message: 'The parts' }],
  };
}

// The roof cost £90,000: £50,000 from the county, £25,000 from parents and £15,000 from a sale.
const COLON = /^(?<head>[^:]*)(?::|\s[–—])\s(?<list>[^:–—]+)$/du;
const EVERY = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,-])(?:[$£€¥]\s?)?${NUMBER}(?![\p{L}\p{N}%]|[-.,:]\d|-\p{L})`,
  'gu',
);

function colonFault(own: string): SumFault | undefined {
  const match = COLON.exec(own.replace(/[.”"]+$/u, ''));
  const list = match === null ? undefined : partOf(match, 'list');
  const head = match === null ? undefined : partOf(match, 'head');
  if (list === undefined || head === undefined) return undefined;
  const items = list.text.split(/,\s(?:and\s)?|\sand\s/u);
  const totals = [...head.text.matchAll(EVERY)].filter((one) => !isYear(one[0]));
  const [whole] = totals;
  const last = items.at(-1) ?? '';
  if (whole === undefined || totals.length > 1 || items.length < 3 || !list.text.includes(' and '))
    return undefined;
  if (
    hedgeBefore(head.text.slice(0, whole.index)) !== undefined ||
    /\b(?:rest|others?|remain\p{L}*)\b/iu.test(last)
  )
    return undefined;
  const amounts = items.map((item) => {
    const [one, ...more] = [...item.matchAll(EVERY)];
    return one !== undefined && one.index === 0 && more.length === 0 ? amountOf(one[0]) : undefined;
  });
  const total = amountOf(whole[0]);
  if (total === undefined || amounts.some((one) => one === undefined || one.unit !== total.unit))
    return undefined;
  const words = list.text
    .replace(EVERY, ' ')
    .replace(total.unit === '' ? /(?!)/u : /\b(?:about|over)\b/gu, ' ');
  if (OTHER_KIND.test(words)) return undefined;
  const sum = amounts.reduce((all, one) => all + (one?.value ?? 0), 0);
  if (sum === total.value || sum > total.value * 1.4 || sum < total.value * 0.7) return undefined;
  // £2.9m of £1.45m, £1m and £0.5m: rounded
  if (
    Math.abs(sum - total.value) <= total.slack + amounts.reduce((all, one) => all + (one?.slack ?? 0), 0) &&
    total.slack > 0.5
  )
    return undefined;
  return {
    span: { start: whole.index, end: whole.index + whole[0].length },
    message: `The parts listed here add up to ${total.unit}${sum.toLocaleString('en-GB')}, not ${whole[0]}. Please check the figures.`,
    related: [{ span: { start: list.start, end: list.end }, message: 'The parts' }],
  };
}

const SEX = '(?:men|women|boys|girls|children|adults|males|females)';
// ten people, six men and five women, were hurt
const HEADS = new RegExp(
  String.raw`(?<!\p{L})(?<before>(?:\p{L}+\s+){0,2})\b(?<t>${NUMBER})\s+(?:\p{L}+\s+){0,2}\p{L}+,\s+(?<list>${NUMBER}\s+${SEX}(?:,\s+${NUMBER}\s+${SEX})?\s+and\s+${NUMBER}\s+${SEX}),`,
  'dgiu',
);
// Twelve people were on the ferry. Seven were men and six were women.
const SPLIT = new RegExp(
  String.raw`^(?<a>${NUMBER})\s+(?:of them\s+)?(?:were|are)\s+(?<x>${SEX})(?:,|,?\s+(?:and|while))\s+(?<b>${NUMBER})\s+(?:(?:were|are)\s+)?(?<y>${SEX})\.?$`,
  'diu',
);
const WHOLE = new RegExp(
  String.raw`^(?:There were\s+|A total of\s+)?(?<t>${NUMBER})\s+(?:\p{L}+\s+){0,2}?\p{L}+\s`,
  'diu',
);
/** Kinds of people that make a whole between them; a man may also be an adult. */
const HALVES = ['men women', 'boys girls', 'adults children', 'females males'];

function headsFault(own: string): SumFault | undefined {
  for (const match of own.matchAll(HEADS)) {
    const [t, list] = [partOf(match, 't'), partOf(match, 'list')];
    if (t === undefined || list === undefined || hedgeBefore(match.groups?.before ?? '') !== undefined)
      continue;
    const fault = sumFault(t, list);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function splitFault(text: string, before: Span, after: Span): SumFault | undefined {
  const match = SPLIT.exec(text.slice(after.start, after.end));
  const whole = WHOLE.exec(text.slice(before.start, before.end));
  const t = whole === null ? undefined : partOf(whole, 't');
  if (match === null || t === undefined) return undefined;
  const kinds = [match.groups?.x ?? '', match.groups?.y ?? ''].map((kind) => kind.toLowerCase()).sort();
  if (!HALVES.includes(kinds.join(' ')) || hasNumber(text.slice(before.start + t.end, before.end)))
    return undefined;
  const [a = Number.NaN, b = Number.NaN] = ['a', 'b'].map(
    (name) => amountOf(partOf(match, name)?.text ?? '')?.value,
  );
  const total = amountOf(t.text)?.value;
  if (total === undefined || !Number.isFinite(a + b) || a + b === total) return undefined;
  const start = before.start + t.start;
  return {
    span: { start, end: start + t.text.length },
    message: `The parts in the next sentence add up to ${a + b}, not ${t.text}. Please check the figures.`,
    related: [{ span: after, message: 'The parts' }],
  };
}

function ofTheFault(own: string): SumFault | undefined {
  for (const match of own.matchAll(OF_THE)) {
    const t = partOf(match, 't');
    const list = partOf(match, 'list');
    if (t === undefined || list === undefined) continue;
    const words = list.text.replace(NUMBERS, ' ');
    if (
      OTHER_KIND.test(words) ||
      /\b(?:said|would|will|want|think|believe|support|agree|use|have|had|both|all|also|each|which|who|aged)\b/u.test(
        words,
      )
    )
      continue;
    const parts = [...list.text.matchAll(NUMBERS)].map((one) => amountOf(one[0])?.value ?? Number.NaN);
    const total = amountOf(t.text)?.value;
    const sum = parts.reduce((all, one) => all + one, 0);
    if (
      total === undefined ||
      parts.length < 2 ||
      !(sum > total) ||
      parts.some((one) => one > total) ||
      sum > total * 2
    )
      continue;
    return {
      span: { start: t.start, end: t.end },
      message: `The parts listed here add up to ${sum.toLocaleString('en-GB')}, more than ${t.text}. Please check the figures.`,
      related: [{ span: { start: list.start, end: list.end }, message: 'The parts' }],
    };
  }
  return undefined;
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

import type { SumFault } from './figure-facts.ts';
import { partOf } from './parts.ts';

/** What is measured, and how many of the first unit of its kind one of each is. */
const MEASURES: Readonly<Record<string, readonly [kind: string, size: number]>> = {
  miles: ['length', 1609.344],
  mile: ['length', 1609.344],
  km: ['length', 1000],
  kilometres: ['length', 1000],
  kilometers: ['length', 1000],
  metres: ['length', 1],
  meters: ['length', 1],
  metre: ['length', 1],
  meter: ['length', 1],
  m: ['length', 1],
  feet: ['length', 0.3048],
  foot: ['length', 0.3048],
  ft: ['length', 0.3048],
  yards: ['length', 0.9144],
  inches: ['length', 0.0254],
  inch: ['length', 0.0254],
  in: ['length', 0.0254],
  cm: ['length', 0.01],
  mm: ['length', 0.001],
  kg: ['weight', 1],
  pounds: ['weight', 0.45359],
  lbs: ['weight', 0.45359],
  lb: ['weight', 0.45359],
  mph: ['speed', 1.609344],
  'km/h': ['speed', 1],
  kph: ['speed', 1],
  acres: ['area', 0.404686],
  acre: ['area', 0.404686],
  hectares: ['area', 1],
  ha: ['area', 1],
};
const NUMBER = String.raw`\d+(?:,\d{3})*(?:\.\d+)?`;
const ROUGHLY = String.raw`(?:about|around|some|roughly|nearly|almost|over|just (?:over|under)|more than)\s`;
const WORDS = Object.keys(MEASURES)
  .sort((a, b) => b.length - a.length)
  .join('|');
const UNIT = (name: string): string => String.raw`[\s-]?(?<${name}>(?:${WORDS})\b|°?[CF]\b)`;
// 12 miles (19km) · a 41C (106F) day
const CONVERTED = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,$£€–-])(?<rough>${ROUGHLY})?(?<a>${NUMBER})${UNIT('of')}\s?\((?<also>${ROUGHLY})?(?<b>${NUMBER})${UNIT('into')}\)`,
  'dgu',
);
/** “6ft 3in (1.91m)”: what stands before is part of it. */
const COMPOUND = /\d[\s-]?(?:feet|foot|ft|stone|st|pounds|lb)[\s,-]*$/u;

/** Copy rounds what it converts: 20 miles are 30km, and more so where it says “about”. */
const [NEAR, ROUGH] = [0.08, 0.15];
/** Degrees Fahrenheit that rounding to whole degrees of either kind may make. */
const NEAR_HEAT = 2;

const numberIn = (text: string): number => Number(text.replaceAll(',', ''));

/** What so much of one unit is in another; undefined where they do not measure the same. */
function convert(value: number, of: string, into: string): number | undefined {
  const [from, to] = [of.replace('°', ''), into.replace('°', '')];
  if (from === 'C' && to === 'F') return value * 1.8 + 32;
  if (from === 'F' && to === 'C') return (value - 32) / 1.8;
  const [a, b] = [MEASURES[from], MEASURES[to]];
  return a === undefined || b === undefined || a[0] !== b[0] || from === to
    ? undefined
    : (value * a[1]) / b[1];
}

/** Finds figures of a sentence whose conversion beside them is wrong: “41C (96F)”. */
export function conversionFaultsIn(sentence: string): readonly SumFault[] {
  if (!sentence.includes('(')) return [];
  return [...sentence.matchAll(CONVERTED)].flatMap((match) => {
    const { of = '', into = '', rough, also } = match.groups ?? {};
    const [a, b] = [partOf(match, 'a'), partOf(match, 'b')];
    if (a === undefined || b === undefined || COMPOUND.test(sentence.slice(0, match.index))) return [];
    const [value, told] = [numberIn(a.text), numberIn(b.text)];
    const right = convert(value, of, into);
    if (right === undefined || right === 0) return [];
    const isRough = rough !== undefined || also !== undefined;
    const isHeat = /[CF]$/u.test(of);
    const decimals = b.text.split('.')[1]?.length ?? 0;
    const slack = isHeat
      ? (into.endsWith('F') ? NEAR_HEAT : NEAR_HEAT / 1.8) * (isRough ? 2 : 1)
      : Math.max(right * (isRough ? ROUGH : NEAR), 1.5 * 10 ** -decimals);
    if (Math.abs(right - told) <= slack) return [];
    const text = right.toLocaleString('en-GB', {
      maximumFractionDigits: decimals,
      minimumFractionDigits: decimals,
    });
    return [
      {
        span: { start: b.start, end: b.end },
        message: `${a.text}${of} is ${text}${into}, not ${b.text}${into}. Please check which is wrong.`,
        related: [{ span: { start: a.start, end: a.end }, message: `“${a.text}${of}” here` }],
        fix: { span: { start: b.start, end: b.end }, text },
      },
    ];
  });
}

import type { Life, SumFault } from './figure-facts.ts';
import { partOf } from './parts.ts';

const BORN = /\bborn\b[^.;]{0,60}?\b(?<y>1[89]\d\d|20[0-2]\d)\b/diu;
const DIED = /\b(?:died|dies|killed|death)\b[^.;]{0,60}?\b(?<y>1[89]\d\d|20[0-2]\d)\b/du;
const AGED = /\b(?:aged|at the age of|at age)\s+(?<n>\d{1,3})\b|\b(?<n2>\d{1,3})\s+years\s+old\b/du;
const LIFESPAN = /\((?<y>1[89]\d\d|20[0-2]\d)\s?[-–—]\s?(?<z>1[89]\d\d|20[0-2]\d)\)/du;

/** Finds an age that is not what the years of birth and of death beside it make. */
export function lifeFault(text: string): SumFault | undefined {
  const aged = AGED.exec(text);
  const n = aged === null ? undefined : (partOf(aged, 'n') ?? partOf(aged, 'n2'));
  if (n === undefined) return undefined;
  const span = LIFESPAN.exec(text);
  const born = span === null ? BORN.exec(text) : span;
  const died = span === null ? DIED.exec(text) : span;
  const y = born === null ? undefined : partOf(born, 'y');
  const z = died === null ? undefined : partOf(died, span === null ? 'y' : 'z');
  if (y === undefined || z === undefined || y.start === z.start) return undefined;
  const years = Number(z.text) - Number(y.text);
  const said = Number(n.text);
  if (years < 0 || said === years || said === years - 1 || Math.abs(said - years) > 40) return undefined;
  // one person to a paragraph, or it cannot be told whose age it is
  if (
    [...text.matchAll(/\bborn\b/gu)].length > 1 ||
    [...text.matchAll(/\b(?:aged|years old|at the age of)\b/gu)].length > 1
  )
    return undefined;
  return {
    span: { start: n.start, end: n.end },
    message: `Somebody born in ${y.text} was ${years - 1} or ${years} in ${z.text}, not ${n.text}. Please check the age and the years.`,
    related: [
      { span: { start: y.start, end: y.end }, message: 'Born' },
      { span: { start: z.start, end: z.end }, message: 'Died' },
    ],
  };
}

// “Jane Smith, 45, was born in Leeds in 1980” · “the 45-year-old, born in 1980” · “Jane Smith (45), born 1980”
const AGE_NOW =
  /\p{Lu}[\p{L}’'-]+,\s+(?:aged\s+)?(?<n>\d{1,2})(?=,|\.|\s(?:who|was)\b)|\b(?<n2>\d{1,2})-year-old\b|\((?<n3>\d{1,2})\)/dgu;

/** Finds an age beside a year of birth; the year of the draft says whether they fit. */
export function lifeIn(text: string): Life | undefined {
  if (!/\bborn\b/i.test(text)) return undefined;
  const ages = [...text.matchAll(AGE_NOW)];
  const born = BORN.exec(text);
  const [aged] = ages;
  if (born === null || aged === undefined || ages.length > 1 || [...text.matchAll(/\bborn\b/gu)].length > 1)
    return undefined;
  if (
    DIED.test(text) ||
    /\b(?:son|daughter|child|children|wife|husband|mother|father|brother|sister|then|when he|when she|at the time)\b/u.test(
      text,
    )
  )
    return undefined;
  const n = partOf(aged, 'n') ?? partOf(aged, 'n2') ?? partOf(aged, 'n3');
  const y = partOf(born, 'y');
  if (n === undefined || y === undefined) return undefined;
  return {
    age: { start: n.start, end: n.end, value: Number(n.text) },
    born: { start: y.start, end: y.end, value: Number(y.text) },
  };
}

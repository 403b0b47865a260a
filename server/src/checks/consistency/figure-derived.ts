import type { ParagraphKind } from '../../draft/prose.ts';
import type { Fact } from './figure-facts.ts';
import { isHuman } from './figure-read.ts';
import { agree } from './quantities.ts';

/** A quantity as a paragraph of the draft states it. */
export interface Statement {
  readonly said: Fact;
  /** The paragraph, counted from 0. */
  readonly at: number;
  readonly kind: ParagraphKind;
}

/** The quantity that a statement gives, in the unit of its fact. */
export const amountIn = ({ said }: Statement): number => said.stated.amount.value;

/** Paragraphs over which what is worked out from one sentence is still in the reader's mind. */
const REACH = 12;
/** What is further from the figure worked out, as a ratio, is hardly meant to be that figure. */
const LEAST_RATIO = 0.45;
const isLike = (a: number, b: number): boolean => Math.min(a, b) >= LEAST_RATIO * Math.max(a, b);

const isOfOneKind = (a: Fact, b: Fact): boolean =>
  a.head === b.head || (isHuman(a.head) && isHuman(b.head)) || a.head === '' || b.head === '';

/** Points back to one group, says which, and does not say that it is another one. */
const pointsAt = ({ said }: Statement): boolean =>
  said.definite &&
  !said.apart &&
  said.rest === undefined &&
  said.parts === undefined &&
  said.listed === undefined &&
  said.share === undefined &&
  said.stated.hedge === undefined;

const DAY =
  /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$|^(?:Jan|Febr|March|April|May|June|July|Aug|Sept|Octo|Nov|Dec)/u;
/** Names a place or a body that the first one does not: the figure is of another group. */
const isElsewhere = (one: Fact, first: Fact): boolean =>
  one.names.some((name) => !DAY.test(name) && name.length > 2 && !first.names.includes(name));

/** “a third of the 900 homes” … “the 450 homes that are cut off”; “60 of the 240” … “the 40 per cent who refused” */
export function shareRule(one: Statement, before: readonly Statement[]): Statement | undefined {
  const { said } = one;
  if (!pointsAt(one) || (said.tail.length === 0 && said.marks.length === 0)) return undefined;
  const isCount = said.unit === 'count';
  if (!isCount && said.unit !== '%') return undefined;
  const bases = before.filter((other) => other.said.share !== undefined);
  const [base] = bases;
  const share = base?.said.share;
  if (base === undefined || share === undefined || bases.length > 1 || one.at - base.at > REACH)
    return undefined;
  if (base.at === one.at && base.said.about === said.about) return undefined;
  // “60 of the 240”: a count may not be held against itself, nor a share
  if (isCount ? share.slack === 0 || !isOfOneKind(base.said, said) : share.slack > 0) return undefined;
  if (isElsewhere(said, base.said)) return undefined;
  const value = amountIn(one);
  const whole = isCount ? amountIn(base) : 100;
  const part = whole * share.value;
  const slack = Math.max(whole * share.slack, isCount ? 1 : 2.5);
  if (
    value >= whole ||
    [part, whole - part].some((right) => Math.abs(right - value) <= slack) ||
    !isLike(part, value)
  )
    return undefined;
  const known = before.filter(
    (other) => other !== base && other.said.unit === said.unit && isOfOneKind(other.said, said),
  );
  return known.some((other) => agree(other.said.stated, said.stated))
    ? undefined
    : { ...base, said: { ...base.said, made: part } };
}

/** “five adults and three children” … “all nine” */
export function togetherRule(one: Statement, before: readonly Statement[]): Statement | undefined {
  const { said } = one;
  if (
    !pointsAt(one) ||
    said.unit !== 'count' ||
    !(said.head === '' || isHuman(said.head) || said.head === 'hostages')
  )
    return undefined;
  const lists = before.filter((other) => other.said.parts !== undefined && other.said.head === 'people');
  const list = lists.at(-1);
  if (
    list === undefined ||
    list.at === one.at ||
    one.at - list.at > REACH ||
    said.marks.length > 0 ||
    isElsewhere(said, list.said)
  )
    return undefined;
  const counts = before.filter(
    (other) =>
      other.said.unit === 'count' && (other.said.head === '' || isHuman(other.said.head) || other === list),
  );
  const values = counts.map(amountIn);
  const value = amountIn(one);
  if (values.includes(value)) return undefined;
  // somebody else is counted, who may be among them
  const others = values.filter(
    (other) => other > 1 && other !== amountIn(list) && !list.said.parts?.includes(other),
  );
  const gap = Math.abs(value - amountIn(list));
  // one more may be the driver
  return others.length === 0 && gap <= Math.max(2, amountIn(list) / 4) && (gap > 1 || said.tail.length === 0)
    ? list
    : undefined;
}

/** “from 2 June until 9 June” … “the ten-day strike” */
export function spanRule(one: Statement, before: readonly Statement[]): Statement | undefined {
  const { said } = one;
  if (!pointsAt(one) || said.unit !== 'days' || !/^-(?:day|week)/u.test(said.form)) return undefined;
  const spans = before.filter((other) => other.said.unit === 'span');
  const [span] = spans;
  if (span === undefined || spans.length > 1 || one.at === span.at || one.at - span.at > REACH)
    return undefined;
  const [days, value] = [amountIn(span), amountIn(one)];
  const slack = said.form.startsWith('-week') ? 3 : 0;
  if (value >= days - 1 - slack && value <= days + 1 + slack) return undefined;
  return isLike(days + 1, value) &&
    !before.some((other) => other.said.unit === 'days' && agree(other.said.stated, said.stated))
    ? span
    : undefined;
}

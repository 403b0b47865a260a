import type { Draft } from '../../draft/draft.ts';
import type { Prose } from '../../draft/prose.ts';
import { type Group, keepGroups, type Mention } from '../groups.ts';
import type { Fact, FigureSummary } from './figure-facts.ts';
import { agree } from './quantities.ts';

/** A quantity as a paragraph of the draft states it. */
export type Statement = Mention<FigureSummary, Fact>;
type Statements = Group<FigureSummary, Fact>;

/** Two statements of one quantity that disagree, the earlier one first. */
export interface Conflict {
  readonly first: Statement;
  readonly second: Statement;
}

/** Follows a draft and finds the quantities on which its paragraphs disagree. */
export function keepConflicts(
  figuresOf: (prose: Prose) => FigureSummary,
): (draft: Draft) => Iterable<Conflict> {
  const groups = keepGroups({
    summarise: figuresOf,
    itemsOf: ({ facts }) => facts,
    keyOf: ({ key }: Fact) => (isAge(key) ? `age ${surnameOf(key)}` : key),
    isSame: sameFact,
    isSameKind: (a, b) => a.kind === b.kind,
  });
  const conflicts = new Map<string, Conflict>();
  return (draft) => {
    const { byKey, changed } = groups(draft);
    for (const key of changed) {
      const pair = conflictIn(key, byKey.get(key) ?? []);
      if (pair === undefined) conflicts.delete(key);
      else conflicts.set(key, { first: pair[0], second: pair[1] });
    }
    return conflicts.values();
  };
}

const isAge = (key: string): boolean => key.startsWith('age ');
const surnameOf = (key: string): string => key.split(' ').at(-1) ?? '';

function sameFact(a: Fact, b: Fact): boolean {
  return (
    a.key === b.key &&
    a.definite === b.definite &&
    a.apart === b.apart &&
    a.stated.hedge === b.stated.hedge &&
    a.stated.amount.value === b.stated.amount.value &&
    a.stated.amount.unit === b.stated.amount.unit &&
    a.causes.join() === b.causes.join() &&
    a.names?.join() === b.names?.join() &&
    a.about?.join() === b.about?.join() &&
    a.marks?.join() === b.marks?.join() &&
    a.whole === b.whole &&
    a.parts?.join() === b.parts?.join() &&
    a.listed === b.listed &&
    a.they === b.they
  );
}

type Two = readonly [Statement, Statement];

function conflictIn(key: string, facts: Statements): Two | undefined {
  if (facts.length < 2) return undefined;
  if (isAge(key)) return ageConflict(facts);
  if (isCount(key)) return countConflict(facts);
  if (key === 'score') return scoreConflict(facts);
  if (key.startsWith('top ')) return headlineConflict(facts);
  if (!key.startsWith('count ')) return thingConflict(facts);
  const plain = facts.filter(({ said }) => said.parts === undefined);
  return partsConflict(facts) ?? headlineConflict(plain) ?? headsConflict(plain);
}

const isCount = (key: string): boolean => /^(?:killed|injured|arrested|jobs|fined|majority)$/u.test(key);

const isHeadline = ({ spot }: Statement): boolean => spot.summary.kind === 'headline';

/** Paragraphs in which a headline's figure must come back. */
const NEAR_TOP = 5;

function countConflict(facts: Statements): Two | undefined {
  const head = facts.filter(isHeadline);
  const body = facts.filter((one) => !isHeadline(one) && one.said.they !== true);
  const [headline] = head;
  if (headline !== undefined && head.length === 1 && !headline.said.apart) {
    const near = body.filter(({ spot }) => spot.at <= headline.spot.at + NEAR_TOP);
    const first = near[0];
    const sum = near.reduce((all, { said }) => all + said.stated.amount.value, 0);
    if (
      first !== undefined &&
      !body.some(({ said }) => agree(said.stated, headline.said.stated)) &&
      near.length <= 2 &&
      sum !== headline.said.stated.amount.value &&
      !first.said.apart
    )
      return [headline, first];
  }
  const named = namedConflict(facts);
  if (named !== undefined) return named;
  const lead = body[0];
  if (lead === undefined || lead.said.apart) return undefined;
  for (const later of body.slice(1)) {
    const { said } = later;
    if (said.apart || !said.definite || agree(said.stated, lead.said.stated)) continue;
    if (!likeMarks(lead.said, said)) continue;
    if (lead.said.causes.length === 0 && ![lead.said, said].some(isToldInParts) && said.key !== 'jobs')
      continue;
    const shared = said.causes.some((cause) => lead.said.causes.includes(cause));
    if (!shared && said.causes.length > 0) continue;
    if (!body.some((other) => other !== later && agree(other.said.stated, said.stated))) return [lead, later];
  }
  return undefined;
}

const isToldInParts = (said: Fact): boolean => said.listed === true || said.parts !== undefined;

// “Four people were arrested.” and, in the next paragraph, “They were named as …” with five names
function namedConflict(facts: Statements): Two | undefined {
  for (const list of facts.filter(({ said }) => said.they)) {
    const before = facts.find(({ said, spot }) => said.they !== true && spot.at === list.spot.at - 1);
    if (before === undefined || before.said.apart || before.said.stated.hedge !== undefined) continue;
    const counts = before.spot.summary.facts.filter(({ key }) => isCount(key));
    if (new Set(counts.map(({ key }) => key)).size === 1 && amountIn(before) !== amountIn(list))
      return [before, list];
  }
  return undefined;
}

const amountIn = ({ said }: Statement): number => said.stated.amount.value;

// the thing is brought in once, and later pointed back to with another figure
function thingConflict(facts: Statements): Two | undefined {
  const [first] = facts as readonly [Statement];
  const second = facts.find((one) => amountIn(one) !== amountIn(first));
  if (
    second === undefined ||
    facts.some((one) => amountIn(one) !== amountIn(first) && amountIn(one) !== amountIn(second))
  )
    return undefined;
  if (
    first.said.apart ||
    second.said.apart ||
    !(second.said.definite || isHeadline(first)) ||
    agree(first.said.stated, second.said.stated)
  )
    return undefined;
  return [first, second];
}

// two people of one surname have two ages
function ageConflict(facts: Statements): Two | undefined {
  const named = facts.filter(({ said }) => said.key.split(' ').length > 2);
  const [first] = named;
  if (first === undefined || named.some(({ said }) => said.key !== first.said.key)) return undefined;
  const second = facts.find((one) => amountIn(one) !== amountIn(first));
  return second === undefined ? undefined : [first, second];
}

/** Paragraphs, the headline among them, in which a story says what it is about. */
const TOP = 4;
/** Words that a headline and an opening share when they tell of the same thing. */
const SHARED = 2;

const sharedIn = (a: readonly string[] = [], b: readonly string[] = []): number =>
  a.filter((stem) => b.includes(stem)).length;

/** A list whose sum is further from the whole than this is of something else, or leaves something out. */
const NEAR_SUM = 0.75;

// “90 beds are to go” at the top, and “the Royal will lose 55 beds and St Bride’s 45” further down
function partsConflict(facts: Statements): Two | undefined {
  const whole = facts.find(({ said }) => said.parts === undefined);
  if (whole === undefined || whole.spot.at >= TOP || whole.said.definite) return undefined;
  if (whole.said.stated.hedge !== undefined || whole.said.apart) return undefined;
  const total = amountIn(whole);
  const list = facts.find(({ said }) => said.parts !== undefined && !said.apart);
  if (list === undefined || list.said.parts?.some((part) => part >= total) === true) return undefined;
  const [few, many] = [amountIn(list), total].sort((a, b) => a - b) as [number, number];
  const isPart = ({ said }: Statement) => list.said.parts?.includes(said.stated.amount.value) === true;
  const known = facts.every(
    (one) => one === list || amountIn(one) === total || (one.spot === list.spot && isPart(one)),
  );
  return known && few !== many && few >= many * NEAR_SUM ? [whole, list] : undefined;
}

// the headline’s one figure never comes back, and the story opens with another one, said in the same words
function headlineConflict(facts: Statements): Two | undefined {
  const [head, next] = facts;
  if (
    head === undefined ||
    next === undefined ||
    !isHeadline(head) ||
    isHeadline(next) ||
    head.said.apart ||
    next.said.apart
  )
    return undefined;
  const body = facts.slice(1);
  const [few, many] = [amountIn(head), amountIn(next)].sort((a, b) => a - b) as [number, number];
  if (next.spot.at > head.spot.at + 2 || few < many * 0.4 || body[1]?.spot === next.spot) return undefined;
  if (body.some(({ said }) => agree(said.stated, head.said.stated))) return undefined;
  if (!likeMarks(head.said, next.said)) return undefined;
  return sharedIn(head.said.about, next.said.about) >= SHARED ? [head, next] : undefined;
}

// what is said of one group with a word of its own is said of the other somewhere too
const likeMarks = (a: Fact, b: Fact): boolean =>
  [
    [a.marks, b.about],
    [b.marks, a.about],
  ].every(([marks = [], about = []]) => marks.every((mark) => about.includes(mark.slice(0, 4))));

/** Two counts further apart than this are hardly one count, once slipped. */
const NEAREST = 0.6;
/** Smaller groups are too often parts of others. */
const LEAST_HEADS = 3;

// “1,200 workers” at the top, and “the 1,400 workers” further down, whom nobody has brought in
function headsConflict(facts: Statements): Two | undefined {
  const [first] = facts;
  if (first === undefined) return undefined;
  const second = facts.find((one) => amountIn(one) !== amountIn(first));
  if (second === undefined || first.said.definite || first.spot.at >= TOP) return undefined;
  const apart = facts.some(
    ({ said }) => said.apart || said.stated.hedge !== undefined || said.stated.amount.unit !== '',
  );
  const [few, many] = [amountIn(first), amountIn(second)].sort((a, b) => a - b) as [number, number];
  // a part of three may be two, but no part is larger than the whole
  const grown = amountIn(second) > amountIn(first) && second.said.whole === true && few > 1;
  const turned = few > 20 && digitsOf(few) === digitsOf(many);
  if (
    apart ||
    !(few >= LEAST_HEADS || grown) ||
    !(few >= many * NEAREST || turned || (grown && few * 2 >= many))
  )
    return undefined;
  if (agree(first.said.stated, second.said.stated) || !likeMarks(first.said, second.said)) return undefined;
  const known = facts.every(
    (one) => amountIn(one) === amountIn(first) || (amountIn(one) === amountIn(second) && one.said.definite),
  );
  return known ? [first, second] : undefined;
}

/** The digits of a figure, in whatever order: 460 and 640 are one slip apart. */
const digitsOf = (value: number): string => [...String(value)].sort().join('');

// the result is given once, and later pointed back to as another one
function scoreConflict(facts: Statements): Two | undefined {
  const [first] = facts as readonly [Statement];
  const second = facts.find((one) => amountIn(one) !== amountIn(first));
  if (second === undefined || first.spot.at >= TOP || first.said.apart || second.said.apart) return undefined;
  if (facts.some((one) => amountIn(one) !== amountIn(first) && amountIn(one) !== amountIn(second)))
    return undefined;
  const sides = new Set(
    facts.filter((one) => amountIn(one) === amountIn(first)).flatMap(({ said }) => said.names ?? []),
  );
  const names = second.said.names ?? [];
  const shared = names.filter((name) => sides.has(name)).length;
  const strangers = names.filter((name) => !sides.has(name)).length;
  return second.said.definite
    ? strangers === 0
      ? [first, second]
      : undefined
    : shared >= 2
      ? [first, second]
      : undefined;
}

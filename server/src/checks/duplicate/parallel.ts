import { distance } from '../distance.ts';
import type { Likeness } from './likeness.ts';
import { createPassageReader, type Passage } from './passage.ts';

/** In telling words. */
const PARALLEL = 25;

/**
 * Whether two passages say the same of two things: they differ only in what one would change for that (a name for a name, "first"
 * for "second", and the figures that go with it), or mostly so, with other names and other figures, as entries of a list
 * do. A long passage is not built anew so closely.
 */
export function isParallel(ours: Passage, theirs: Passage, { shared, differences }: Likeness): boolean {
  if (shared >= PARALLEL || differences.length === 0) return false;
  const { placesOf } = createPassageReader();
  const wordsOf = (passage: Passage) =>
    placesOf(passage.prose).map(({ start, end }) => passage.prose.text.slice(start, end));
  const here = wordsOf(ours);
  const there = wordsOf(theirs);
  const weights = { name: 0, order: 0, figure: 0, other: 0 };
  for (const one of differences) {
    const [a, b] = [here.slice(...one.here), there.slice(...one.there)];
    weights[contrast(a, b) ?? 'other'] += Math.max(a.length, b.length);
  }
  const { name, order, figure, other } = weights;
  if (other === 0) return name + order > 0;
  return name > 0 && order + figure > 0 && name + order + figure >= other;
}

const ORDER =
  /^(?:first|second|third|fourth|fifth|sixth|last|next|other|former|latter|one|two|three|four|five|six|seven|eight|nine|ten|north|south|east|west|northern|southern|eastern|western|left|right|upper|lower|men|women|men’s|women’s|boys|girls|boy|girl|man|woman|home|away|today|tomorrow)$/iu;

const FIGURE =
  /^(?:[$€£]?\p{N}.*|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december)$/iu;

/** What is put for what where two passages differ; undefined where it is no contrast of the same kind. */
function contrast(
  here: readonly string[],
  there: readonly string[],
): 'name' | 'order' | 'figure' | undefined {
  const both = [...here, ...there];
  if (here.length === 0 || there.length === 0 || both.length > 12) return undefined;
  const rest = both.filter((word) => !FIGURE.test(word));
  if (rest.length === 0) return 'figure';
  const names = rest.filter((word) => !ORDER.test(word));
  if (names.length === 0) return 'order';
  return names.every((word) => /^\p{Lu}/u.test(word)) && !isVariant(here.join(' '), there.join(' '))
    ? 'name'
    : undefined;
}

// Karin and Karen are one name spelled two ways, which an editor wants to see, and not two people.
function isVariant(a: string, b: string): boolean {
  const slips = Math.min(a.length, b.length) < 5 ? 1 : 2;
  return a.charAt(0) === b.charAt(0) && distance(a, b, slips) <= slips;
}

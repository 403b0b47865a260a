import { MONTHS, WEEKDAYS } from '../../language/calendar.ts';
import { distance } from '../../language/distance.ts';
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
  const changes = differences.map((one) => changeOf(here.slice(...one.here), there.slice(...one.there)));
  if (changes.every(({ contrast }) => contrast !== undefined))
    return changes.some(({ contrast }) => contrast !== 'figure');
  const sum = (what: 'names' | 'figures' | 'others') => changes.reduce((all, one) => all + one[what], 0);
  const [names, figures] = [sum('names'), sum('figures')];
  return names > 0 && figures > 0 && names + figures >= sum('others');
}

/** What is put for what where two passages differ. */
interface Change {
  /** Of what kind all of it is, as far as it is of one kind. */
  readonly contrast: 'name' | 'order' | 'figure' | undefined;
  /** How many words are names for names, figures for figures, and anything else. */
  readonly names: number;
  readonly figures: number;
  readonly others: number;
}

const ORDER =
  /^(?:first|second|third|fourth|fifth|sixth|last|next|other|former|latter|one|two|three|four|five|six|seven|eight|nine|ten|north|south|east|west|northern|southern|eastern|western|left|right|upper|lower|men|women|men’s|women’s|boys|girls|boy|girl|man|woman|home|away|today|tomorrow)$/i;

const FIGURE = new RegExp(String.raw`^(?:[$€£]?\p{N}.*|${[...WEEKDAYS, ...MONTHS].join('|')})$`, 'iu');

function changeOf(here: readonly string[], there: readonly string[]): Change {
  const count = (holds: (word: string) => boolean) =>
    [here, there].map((side) => side.filter(holds).length) as [number, number];
  const most = (counts: readonly [number, number]) => Math.max(...counts);
  const bothIf = (counts: readonly [number, number]) => (Math.min(...counts) > 0 ? most(counts) : 0);
  const named = [here, there].map((side) => side.filter(isName).join(' ')) as [string, string];
  const figures = bothIf(count((word) => FIGURE.test(word) || ORDER.test(word)));
  const names = isVariant(...named) ? 0 : bothIf(count(isName));
  const others = Math.max(here.length, there.length) - names - figures;
  return { contrast: contrastOf(here, there), names, figures, others: Math.max(0, others) };
}

const isName = (word: string): boolean => /^\p{Lu}/u.test(word) && !FIGURE.test(word) && !ORDER.test(word);

function contrastOf(here: readonly string[], there: readonly string[]): Change['contrast'] {
  const both = [...here, ...there];
  if (here.length === 0 || there.length === 0 || both.length > 12) return undefined;
  const rest = both.filter((word) => !FIGURE.test(word));
  if (rest.length === 0) return 'figure';
  if (rest.every((word) => ORDER.test(word))) return 'order';
  const named = rest.filter((word) => !ORDER.test(word));
  return named.every(isName) && !isVariant(here.join(' '), there.join(' ')) ? 'name' : undefined;
}

// Karin and Karen are one name spelled two ways, which an editor wants to see, and not two people.
function isVariant(a: string, b: string): boolean {
  const slips = Math.min(a.length, b.length) < 5 ? 1 : 2;
  return a.charAt(0) === b.charAt(0) && distance(a, b, slips) <= slips;
}

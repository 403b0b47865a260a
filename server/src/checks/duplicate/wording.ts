import type { Span } from '../../draft/span.ts';
import type { Difference } from '../../reuse/passages.ts';
import { createPassageReader, type Passage } from './passage.ts';

/** The first words of a text, as a message quotes them. */
export function opening(text: string, words = 6): string {
  const all = text.trim().split(/\s+/u);
  return all.length <= words ? all.join(' ') : `${all.slice(0, words).join(' ')}…`;
}

/**
 * Says in words where a copy differs from the first one, figures first, since a changed figure is what an editor must settle:
 * "it says 12, the first copy says 14".
 * @returns at most two differences, or nothing where only the type differs.
 */
export function differencesInWords(
  here: Passage,
  there: Passage,
  differences: readonly Difference[],
): string {
  const { placesOf } = createPassageReader();
  const ourPlaces = placesOf(here.prose);
  const theirPlaces = placesOf(there.prose);
  const changes = differences.map((difference): Said => {
    const whole = Math.max(restOfWord(ourPlaces, difference.here), restOfWord(theirPlaces, difference.there));
    return {
      ours: wordsAt(here, ourPlaces, [difference.here[0], difference.here[1] + whole]),
      theirs: wordsAt(there, theirPlaces, [difference.there[0], difference.there[1] + whole]),
    };
  });
  return changesInWords(changes, 'the first copy');
}

/**
 * Says in words what two copies have in each other's place.
 * @param other what the message calls the other copy: “the first copy”.
 * @returns at most two differences, figures first, or nothing where there are none.
 */
export function changesInWords(changes: readonly Said[], other: string): string {
  const said = withMoves(changes).sort((a, b) => gravity(a) - gravity(b));
  if (said.length === 0) return '';
  const shown = said.slice(0, 2).map((one) => inWords(one, other));
  const more = said.length - shown.length;
  const rest = more > 0 ? `; ${more} more ${more === 1 ? 'change' : 'changes'}` : '';
  return `${shown.join('; ')}${rest}`;
}

/** What two copies say in one place; nothing where only the other says something. */
export interface Said {
  readonly ours: string;
  readonly theirs: string;
  /** The words stand in both copies, at different places. */
  readonly moved?: boolean;
}

// Where a word is cut up ("−5C" is a minus sign and 5C), the whole of it is shown.
function restOfWord(places: readonly Span[], [from, to]: readonly [number, number]): number {
  let rest = 0;
  while (from < to && places[to + rest]?.start === places[to - 1]?.start) rest += 1;
  return rest;
}

function withMoves(changes: readonly Said[]): Said[] {
  const left = changes.filter(({ ours }) => ours === '').map(({ theirs }) => theirs.toLowerCase());
  const isMove = ({ ours, theirs }: Said) => theirs === '' && left.includes(ours.toLowerCase());
  const moved = new Set(changes.filter(isMove).map(({ ours }) => ours.toLowerCase()));
  return changes.flatMap((change) => {
    if (isMove(change)) return [{ ...change, moved: true }];
    return change.ours === '' && moved.has(change.theirs.toLowerCase()) ? [] : [change];
  });
}

const gravity = ({ ours, theirs }: Said): number =>
  /\p{N}/u.test(ours) || /\p{N}/u.test(theirs) ? 0 : /\p{Lu}/u.test(ours) || /\p{Lu}/u.test(theirs) ? 1 : 2;

function inWords({ ours, theirs, moved }: Said, other: string): string {
  if (moved) return `it has “${ours}” in another place`;
  if (ours === '') return `it leaves out “${theirs}”`;
  if (theirs === '') return `it adds “${ours}”`;
  return `it says “${ours}”, ${other} says “${theirs}”`;
}

function wordsAt({ prose }: Passage, places: readonly Span[], [from, to]: readonly [number, number]): string {
  if (from >= to) return '';
  return opening(prose.text.slice(places[from]?.start, places[to - 1]?.end).replace(/\s+/gu, ' '), 8);
}

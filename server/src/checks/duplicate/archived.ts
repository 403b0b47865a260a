import type { Draft } from '../../draft/draft.ts';
import { lowerBound } from '../../draft/search.ts';
import { MONTHS } from '../../language/calendar.ts';
import { type ArchivedStory, type Provenance, passagesBySeeds } from '../../reuse/archived.ts';
import type { Elsewhere } from '../../reuse/elsewhere.ts';
import { keyOf, SURE } from '../../reuse/fingerprints.ts';
import type { SharedPassage, Stretch } from '../../reuse/passages.ts';
import { partsOf, quotedWords, type Story, spanOf, storyOf } from '../../reuse/story.ts';
import type { Raised, Related } from '../check.ts';
import {
  changesSaid,
  coveredWords,
  crowdCounts,
  firstPart,
  overlap,
  ownWords,
  passagesWith,
  related,
  standingParagraphs,
  WARNED,
  withoutScraps,
} from './elsewhere.ts';

/** The share of a draft that must stand in an archived story for it to be told of as a whole. */
const MOST_OF_IT = 0.6;

/**
 * Finds what of a draft stands in archives: stories that ran, an agency's copy, a release. What was said in many stories is a hint
 * with how often and when last; a release is told once, with how much of the draft is from it.
 */
export function* standingInArchive(draft: Draft, { archived, habits }: Elsewhere): Generator<Raised> {
  if (archived.length === 0 && habits.size === 0) return;
  const story = storyOf(draft);
  const { high, low } = story.prints;
  const habitOf = (n: number) => habits.get(keyOf(high[n] ?? 0, low[n] ?? 0));
  const counts = crowdCounts(story, (n) => habitOf(n)?.count ?? 0);
  const quoted = quotedWords(story);
  const told: Stretch[] = [];
  const from = provenanceIn(story);
  for (const one of archived) {
    const found = one.original
      ? passagesWith(story, one.original.story)
      : passagesBySeeds(story, one.places).map((passage) => withoutScraps(story, passage));
    // known by its fingerprints alone a passage of 24 words may seem to have 12, since up to six are missing at each end
    const fewest = one.original ? WARNED : SURE;
    // a release is one however many have printed it
    const isOwn = (word: number) => quoted[word] !== 1 && (counts[word] === 0 || one.kind === 'release');
    const passages = found.filter((passage) => {
      const { here } = passage;
      const isToldAlready = told.some((before) => overlap(before, here) * 2 > here[1] - here[0]);
      if (isToldAlready || ownWords(passage, isOwn) < fewest) return false;
      told.push(here);
      return true;
    });
    if (passages.length === 0) continue;
    if (one.kind === 'release') yield { ...fromRelease(story, one, passages), from: from(one, passages) };
    else if (coveredWords(passages) >= story.words.length * MOST_OF_IT)
      yield { ...mostOfIt(story, one, passages), from: from(one, passages) };
    else
      for (const passage of passages) yield { ...ranBefore(story, one, passage), from: from(one, [passage]) };
  }
  for (const { words, most } of standingParagraphs(story, counts, SURE)) {
    const { at } = story.prints;
    let last = '';
    let n = lowerBound(at.length, (i) => (at[i] ?? 0) >= words[0]);
    for (; (at[n] ?? words[1]) < words[1]; n += 1) {
      const habit = habitOf(n);
      if (habit?.last !== undefined && habit.count >= most && habit.last > last) last = habit.last;
    }
    yield {
      code: 'duplicate/archive',
      span: spanOf(story, words),
      message: `This paragraph, or most of it, has run ${most} times${last === '' ? '' : `, last ${dayInWords(last)}`}. If it is standing background, leave it.`,
      atMost: 'hint',
    };
  }
}

/** Says of passages where they come from; each word of the draft counts for the first of them that has it. */
function provenanceIn(story: Story): (one: ArchivedStory, passages: readonly SharedPassage[]) => Provenance {
  const counted = new Uint8Array(story.words.length);
  return ({ kind }, passages) => {
    let words = 0;
    for (const passage of passages)
      ownWords(passage, (word) => {
        if (counted[word] === 1) return false;
        counted[word] = 1;
        words += 1;
        return true;
      });
    return { kind, spans: passages.map(({ here }) => spanOf(story, here)), words, of: story.words.length };
  };
}

function ranBefore(story: Story, one: ArchivedStory, passage: SharedPassage): Raised {
  const length = passage.here[1] - passage.here[0];
  const said = one.original ? changesSaid(story, one.original.story, passage, 'the archive') : '';
  const about = one.original ? '' : 'about ';
  const words = passage.exact ? 'word for word' : `${about}${passage.words} of ${length} words`;
  const paragraphs = partsOf(story, passage.here).length;
  const what = paragraphs === 1 ? 'This passage' : `This passage of ${paragraphs} paragraphs`;
  return {
    code: 'duplicate/archive',
    span: spanOf(story, passage.here),
    message: `${what} ${ranIn(one)} (${words}${said === '' ? '' : `; ${said}`}). If it is background, see that it still holds; if not, write it anew.`,
    related: placesIn(one, [passage]),
  };
}

function mostOfIt(story: Story, one: ArchivedStory, passages: readonly SharedPassage[]): Raised {
  const [largest] = passages as [SharedPassage];
  return {
    code: 'duplicate/archive',
    span: spanOf(story, firstPart(story, largest.here)),
    message: `Most of this draft (${percent(one, passages, story)} % of its words) ${ranIn(one)}. See that it is meant to run again.`,
    related: placesIn(one, passages),
  };
}

function fromRelease(story: Story, one: ArchivedStory, passages: readonly SharedPassage[]): Raised {
  const [largest, ...others] = passages as [SharedPassage, ...SharedPassage[]];
  const touched = new Set(
    passages.flatMap(({ here }) => partsOf(story, here).map(({ paragraph }) => paragraph)),
  );
  const paragraphs = touched.size === 1 ? 'A paragraph' : `${touched.size} paragraphs`;
  return {
    code: 'duplicate/press-release',
    span: spanOf(story, firstPart(story, largest.here)),
    message: `${paragraphs} (${percent(one, passages, story)} % of the draft) ${touched.size === 1 ? 'stands' : 'stand'} in the release ${titleOf(one)}${one.date === undefined ? '' : ` of ${dayInWords(one.date, false)}`}. Say so, or report it yourself.`,
    related: [
      ...others.map(({ here }): Related => ({ span: spanOf(story, here), message: 'From the same release' })),
      ...placesIn(one, [largest]),
    ],
  };
}

/** How much of the draft the passages are, rounded down. */
const percent = ({ original }: ArchivedStory, passages: readonly SharedPassage[], story: Story): string =>
  `${original === undefined ? 'about ' : ''}${Math.floor((100 * coveredWords(passages)) / story.words.length)}`;

function ranIn(one: ArchivedStory): string {
  const when = one.date === undefined ? '' : ` ${dayInWords(one.date)}`;
  if (one.kind === 'agency')
    return `stands in an agency’s copy, ${titleOf(one)}${when === '' ? '' : `, sent${when}`}`;
  if (one.kind === 'web')
    return `stands on the web, in ${titleOf(one)}${when === '' ? '' : `, put there${when}`}`;
  return `ran${when} in ${titleOf(one)}`;
}

const titleOf = ({ title }: ArchivedStory): string => `‘${title.replace(/[‘’]/gu, '’')}’`;

/** `on 12 March 2024`. */
function dayInWords(date: string, on = true): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${on ? 'on ' : ''}${day} ${MONTHS[(month ?? 1) - 1]} ${year}`;
}

const placesIn = ({ original }: ArchivedStory, passages: readonly SharedPassage[]): readonly Related[] =>
  original === undefined ? [] : passages.map(({ there }) => related(original, there, 'The same passage'));

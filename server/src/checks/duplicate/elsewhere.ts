import type { Draft } from '../../draft/draft.ts';
import { wordSet } from '../../language/closed-class.ts';
import type { Elsewhere, OtherDraft } from '../../reuse/elsewhere.ts';
import { SHINGLE } from '../../reuse/fingerprints.ts';
import { type Compare, following } from '../../reuse/follow.ts';
import { type SharedPassage, type Stretch, sharedPassages, widened } from '../../reuse/passages.ts';
import {
  partsOf,
  quotedWords,
  type Story,
  spanOf,
  storyOf,
  textOf,
  withWholeTokens,
} from '../../reuse/story.ts';
import type { Raised, Related } from '../check.ts';
import { changesInWords, opening } from './wording.ts';

/** In words; what is shorter is often a name with its title, or a turn of phrase, and only told for information. */
export const WARNED = 20;
/** The share of the shorter of two drafts that must stand in the other for them to be versions of one story. */
const VERSION = 0.6;
/** In words; shorter ones are notices and lists, which are often put alike: that most of one stands in another says nothing. */
const STORY = 60;
/** The share of a paragraph that must be what many drafts say for it to be told of. */
const MOSTLY = 0.6;

/** A passage of the draft with the places it stands in elsewhere, those with most words first. */
interface Told {
  readonly here: Stretch;
  readonly places: { readonly other: OtherDraft; readonly passage: SharedPassage }[];
  /** Its equal words outside quotes and what many drafts say. */
  readonly own: number;
}

/**
 * Finds the passages that stand in other drafts: not what is within a short direct quote, which any story may bring; what many
 * drafts say is told once, as that; and of a draft that is a version of the same story only that it is.
 */
export function* standingElsewhere(
  draft: Draft,
  { name, others, crowd }: Elsewhere,
  minimumWords: number,
): Generator<Raised> {
  if (others.length === 0 && crowd.size === 0) return;
  const story = storyOf(draft);
  const counts = crowdCounts(story, (n) => crowd.get(story.prints.low[n] ?? 0) ?? 0);
  const quoted = quotedWords(story);
  const isOwn = (word: number): boolean => quoted[word] !== 1 && counts[word] === 0;
  const told: Told[] = [];
  for (const other of others) {
    const passages = passagesWith(story, other.story);
    if (isMostly(story, other.story, passages)) {
      const notices = Math.max(story.words.length, other.story.words.length) < STORY;
      if (notices) continue;
      if (areNamedAlike(story, name, other)) {
        yield version(story, other, passages);
        continue;
      }
    }
    for (const passage of passages) {
      const own = ownWords(passage, isOwn);
      if (own < minimumWords) continue;
      const same = told.find(
        ({ here }) => overlap(here, passage.here) * 2 > passage.here[1] - passage.here[0],
      );
      if (same === undefined) told.push({ here: passage.here, places: [{ other, passage }], own });
      else if (same.places.every((one) => one.other !== other)) same.places.push({ other, passage });
    }
  }
  for (const one of told) yield shared(story, one);
  yield* boilerplate(story, counts, minimumWords);
}

/** In words: what stands so near an edge of a paragraph was changed with it. */
const EDGE = 4;

/**
 * The passages that two drafts share, told by paragraphs: a word or two of the next paragraph that happen to be the same go, and a
 * changed word or two at the edge of a paragraph come in, as does the rest of a sum of which only the sign is the same.
 */
export const passagesWith: Compare = following((story, there) =>
  sharedPassages(story, there).map((found) => {
    const passage = withoutScraps(story, found);
    const here = withWholeTokens(story, passage.here);
    const theirs = withWholeTokens(there, passage.there);
    const own = edges(story, here);
    const others = edges(there, theirs);
    const from = own[0] <= EDGE && others[0] <= EDGE ? [own[0], others[0]] : [0, 0];
    const to = own[1] <= EDGE && others[1] <= EDGE ? [own[1], others[1]] : [0, 0];
    const grown = (stretch: Stretch, side: 0 | 1): Stretch => [
      stretch[0] - (from[side] ?? 0),
      stretch[1] + (to[side] ?? 0),
    ];
    return widened(passage, story.words, there.words, grown(here, 0), grown(theirs, 1));
  }),
);

/** How many words of its first paragraph stand before a stretch, and of its last one after it. */
function edges(story: Story, stretch: Stretch): readonly [number, number] {
  const parts = partsOf(story, stretch);
  const [first, last] = [parts[0], parts.at(-1)];
  return [stretch[0] - (first?.of[0] ?? stretch[0]), (last?.of[1] ?? stretch[1]) - stretch[1]];
}

/** A passage without the few equal words that it has of a paragraph at its end, if it does not have all of that. */
export function withoutScraps(story: Story, passage: SharedPassage): SharedPassage {
  const parts = partsOf(story, passage.here);
  const isScrap = ({ words, of }: (typeof parts)[number]) =>
    words[1] - words[0] < SHINGLE && (words[0] > of[0] || words[1] < of[1]);
  const [first, last] = [parts[0], parts.at(-1)];
  if (parts.length < 2 || first === undefined || last === undefined) return passage;
  const cut = (from: number, to: number): SharedPassage => {
    const [start, end] = passage.here;
    const isPlain = passage.changed.every(({ here }) => here[0] >= from && here[1] <= to);
    if (!isPlain || (from === start && to === end)) return passage;
    const { there } = passage;
    return {
      ...passage,
      here: [from, to],
      there: [there[0] + from - start, there[1] - end + to],
      words: passage.words - (from - start) - (end - to),
    };
  };
  return cut(
    isScrap(first) ? first.words[1] : passage.here[0],
    isScrap(last) ? last.words[0] : passage.here[1],
  );
}

export const overlap = (a: Stretch, b: Stretch): number => Math.min(a[1], b[1]) - Math.max(a[0], b[0]);

export function ownWords(
  { here: [from, to], changed }: SharedPassage,
  isOwn: (word: number) => boolean,
): number {
  let own = 0;
  let at = from;
  for (const [start, end] of [...changed.map(({ here }) => here), [to, to] as const]) {
    for (; at < start; at += 1) if (isOwn(at)) own += 1;
    at = end;
  }
  return own;
}

function shared(story: Story, { here, places, own }: Told): Raised {
  const [first] = places as [Told['places'][number]];
  const { passage, other } = first;
  const length = passage.here[1] - passage.here[0];
  const said = changesSaid(story, other.story, passage, 'the other');
  const names = places.map((one) => one.other.name);
  const where = names.length === 1 ? names[0] : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
  const how = said === '' ? 'word for word' : `${passage.words} of ${length} words (${said})`;
  return {
    code: 'duplicate/across-files',
    span: spanOf(story, here),
    message: `This passage stands in ${where} too, ${how}. If both are to run, keep it in one of them.`,
    related: places.map((one) => related(one.other, one.passage.there, 'The same passage')),
    ...(own < WARNED && { atMost: 'information' }),
  };
}

/** What two copies of a passage have in each other's place, in words. */
export function changesSaid(story: Story, there: Story, { changed }: SharedPassage, other: string): string {
  const changes = changed.map((one) => ({
    ours: opening(textOf(story, one.here), 8),
    theirs: opening(textOf(there, one.there), 8),
  }));
  return changesInWords(changes, other);
}

export function related(
  { place, name, story, positionAt }: Pick<OtherDraft, 'place' | 'name' | 'story' | 'positionAt'>,
  there: Stretch,
  what: string,
): Related {
  const span = spanOf(story, there);
  return {
    span,
    message: `${what} in ${name}`,
    other: { place, start: positionAt(span.start), end: positionAt(span.end) },
  };
}

/** Whether most of the shorter of two drafts stands in the other. */
function isMostly(story: Story, there: Story, passages: readonly SharedPassage[]): boolean {
  const shorter = Math.min(story.words.length, there.words.length);
  return coveredWords(passages) >= Math.max(WARNED, shorter * VERSION);
}

/** Whether the headlines or the file names of two drafts say that they are one story. */
const areNamedAlike = (story: Story, name: string, other: OtherDraft): boolean =>
  areAlike(slugOf(name), slugOf(other.name)) ||
  areAlike(headlineOf(story.draft), headlineOf(other.story.draft));

/** The words of a file's name, without its ending and what numbers a version. */
const slugOf = (name: string): ReadonlySet<string> =>
  new Set(
    name
      .replace(/^.*[/\\]/u, '')
      .replace(/\.\w+$/u, '')
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .filter((word) => word !== '' && !VERSIONS.has(word)),
  );

const VERSIONS: ReadonlySet<string> = wordSet(
  'v version ver rev final copy draft new old edit edited sub subbed update updated wip',
);

const headlineOf = ({ paragraphs }: Draft): ReadonlySet<string> =>
  new Set(
    paragraphs
      .find(({ prose }) => prose.kind === 'headline' || prose.kind === 'heading')
      ?.prose.words.map(({ text }) => text.toLowerCase()),
  );

function areAlike(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const both = [...a].filter((word) => b.has(word)).length;
  return both > 0 && both * 2 > a.size + b.size - both;
}

/** How many words of the draft stand in one passage at least, changed ones left out. */
export function coveredWords(passages: readonly SharedPassage[]): number {
  const covered = new Set<number>();
  for (const passage of passages) ownWords(passage, (word) => covered.add(word) !== undefined);
  return covered.size;
}

function version(story: Story, other: OtherDraft, passages: readonly SharedPassage[]): Raised {
  const [largest] = passages as [SharedPassage];
  const share = Math.floor((100 * coveredWords(passages)) / story.words.length);
  return {
    code: 'duplicate/across-files',
    span: spanOf(story, firstPart(story, largest.here)),
    message: `This and ${other.name} are versions of one story: ${share} % of the words here stand there too. Make sure that only one of them runs.`,
    related: [related(other, firstPart(other.story, largest.there), 'The other version')],
    atMost: 'information',
  };
}

/** The part of a stretch in its first paragraph: a mark over a whole story would hide what else there is to say of it. */
export const firstPart = (story: Story, stretch: Stretch): Stretch =>
  partsOf(story, stretch)[0]?.words ?? stretch;

/**
 * For each word of the story in how many drafts it stands, if more than a few have the words around it; 0 for all others.
 * @param countOf in how many drafts the fingerprint with this number stands; 0 if in few.
 */
export function crowdCounts({ words, prints }: Story, countOf: (n: number) => number): Uint32Array {
  const counts = new Uint32Array(words.length);
  prints.at.forEach((at, n) => {
    const count = countOf(n);
    for (let word = at; word < at + SHINGLE; word += 1) counts[word] = Math.max(counts[word] ?? 0, count);
  });
  return counts;
}

function* boilerplate(story: Story, counts: Uint32Array, minimumWords: number): Generator<Raised> {
  for (const { words, most } of standingParagraphs(story, counts, minimumWords))
    yield {
      code: 'duplicate/across-files',
      span: spanOf(story, words),
      message: `This paragraph, or most of it, stands in ${most} drafts of this folder. If it is a standing paragraph, leave it.`,
      atMost: 'hint',
    };
}

/** The paragraphs that many say, or most of which many say, and in how many that much of them stands. */
export function* standingParagraphs(
  story: Story,
  counts: Uint32Array,
  minimumWords: number,
): Generator<{ readonly words: Stretch; readonly most: number }> {
  for (const { words } of partsOf(story, [0, story.words.length])) {
    const own = counts.subarray(...words);
    const common = own.filter((count) => count > 0).length;
    if (common < minimumWords || common < own.length * MOSTLY) continue;
    // a turn of phrase in it may stand in many more
    const [most = 0] = own
      .slice()
      .sort()
      .subarray(-Math.ceil(own.length * MOSTLY));
    yield { words, most };
  }
}

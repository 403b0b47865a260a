import type { Prose } from '../../draft/prose.ts';
import { comparable } from '../../language/words.ts';
import type { Marked } from '../summaries.ts';
import type { LineClass } from './prompts.ts';

/** What is known of a paragraph, whatever stands around it. */
export interface LineSummary {
  readonly prose: Prose;
  readonly lineClass: LineClass;
  /** A share button, if it is one at all: two of them together are. */
  readonly button: boolean;
}

/** A run of paragraphs that are furniture: indexes of paragraphs, both included. */
export interface Block {
  readonly first: number;
  readonly last: number;
  /** How many of them are headlines of other stories. */
  readonly headlines: number;
  /** The line that gave it away; absent when only the shape of the headlines did. */
  readonly prompt?: number;
}

/** A list of headlines with no prompt above it must be this long to be told from lines that belong to the story. */
const LEAST_HEADLINES = 3;
/** Links under a prompt are rarely more than this. */
const MOST_HEADLINES = 25;

/** Whether a line can give a block of furniture away. */
export const isTold = ({ lineClass }: LineSummary): boolean =>
  lineClass !== 'copy' && lineClass !== 'headline';

/** Finds the blocks of furniture among the paragraphs of a draft; `told` are those that can give one away. */
export function blocksOf(
  lines: readonly LineSummary[],
  told: readonly Marked<LineSummary>[],
): readonly Block[] {
  const blocks: Block[] = [];
  for (const { at } of told) {
    const after = blocks.at(-1)?.last ?? -1;
    const block = at > after ? promptedBlock(lines, at, after) : undefined;
    if (block !== undefined) blocks.push(block);
  }
  const tail = headlinesAtEnd(lines, blocks);
  if (tail === undefined) return blocks;
  const touching = blocks.at(-1);
  if (touching !== undefined && touching.last === tail.first - 1) {
    return [
      ...blocks.slice(0, -1),
      { ...touching, last: tail.last, headlines: touching.headlines + tail.headlines },
    ];
  }
  if (touching !== undefined && tail.last === touching.first - 1) {
    return [
      ...blocks.slice(0, -1),
      { ...touching, first: tail.first, headlines: touching.headlines + tail.headlines },
    ];
  }
  return [...blocks, tail];
}

function promptedBlock(lines: readonly LineSummary[], at: number, after: number): Block | undefined {
  const line = lines[at] as LineSummary;
  const { lineClass } = line;
  const buttons = line.button && lines[at + 1]?.button === true;
  const sure = lineClass === 'opener' || lineClass === 'link' || lineClass === 'prompt' || buttons;
  const bare = lineClass === 'weak' && /^\p{L}{5,}/u.test(line.prose.text) && startsList(lines, at);
  if (!sure && !bare) return undefined;
  if (line.prose.kind === 'headline' && lineClass === 'opener') return undefined;
  // "Read more" and its like as the last heading of a real list is rare; an opener in mid-story must lead something or stand alone
  let first = at;
  while (first - 1 > after && lines[first - 1]?.lineClass === 'weak' && first - 1 > 0) first -= 1;
  let last = at;
  let headlines = 0;
  let leads = lineClass === 'opener' || bare;
  for (let i = at + 1; i < lines.length; i += 1) {
    const next = lines[i] as LineSummary;
    if (next.lineClass === 'opener' || next.lineClass === 'link' || next.lineClass === 'prompt') {
      leads ||= next.lineClass === 'opener';
      last = i;
    } else if (next.lineClass === 'weak' && !BARE_SUBHEAD.test(next.prose.text)) {
      last = i;
    } else if (leads && isLinkText(next) && headlines < MOST_HEADLINES) {
      headlines += 1;
      last = i;
    } else break;
  }
  // a sub-heading of the story that goes on below is no link
  const goesOn = last + 1 < lines.length && lines[last + 1]?.prose.kind !== 'list-item';
  const end = lines[last] as LineSummary;
  if (
    goesOn &&
    headlines > 0 &&
    end.lineClass === 'headline' &&
    wordCount(end) <= 4 &&
    end.prose.kind !== 'list-item'
  ) {
    last -= 1;
    headlines -= 1;
  }
  // a section of a newsletter may be headed so
  const heading = bare || /^(?:top|other) (?:stories|news|headlines)\W*$/i.test(line.prose.text);
  if (heading && headlines === 0) return undefined;
  return { first, last, headlines, prompt: at };
}

const BARE_SUBHEAD = /^(?:world|politics|business|opinion|health|science|travel|culture|live|news|sport)$/i;

// "Related" or "Latest" alone says nothing; followed by two headlines that end the draft it does
function startsList(lines: readonly LineSummary[], at: number): boolean {
  for (let i = at + 1; i < lines.length; i += 1) {
    const line = lines[i] as LineSummary;
    if (!isLinkText(line) && line.lineClass === 'copy') return false;
  }
  return lines.length - at - 1 >= 2;
}

const isLinkText = (line: LineSummary): boolean =>
  (line.lineClass === 'headline' || (line.prose.kind === 'list-item' && line.prose.text.length <= 160)) &&
  line.prose.kind !== 'quotation' &&
  wordCount(line) >= 2;

const wordCount = (line: LineSummary): number => line.prose.words.length;

/** The run of headlines of other stories that ends the draft, told by shape and by having no tie to the story. */
function headlinesAtEnd(lines: readonly LineSummary[], blocks: readonly Block[]): Block | undefined {
  // furniture may follow them: a copyright line, share buttons
  const closing = blocks.at(-1);
  const end = closing !== undefined && closing.last === lines.length - 1 ? closing.first : lines.length;
  let first = end;
  const taken =
    blocks.length > 1 || end === lines.length ? (blocks.findLast((b) => b.last < end)?.last ?? -1) : -1;
  while (first - 1 > Math.max(taken, 0) && headlineShaped(lines[first - 1] as LineSummary)) first -= 1;
  if (end - first < LEAST_HEADLINES) return undefined;
  const before = lines[first - 1];
  if (before === undefined || /[:–—-]$/u.test(before.prose.text.trimEnd())) return undefined;
  const run = lines.slice(first, end);
  const shaped = run.filter((line) => !LIST_SHAPE.test(line.prose.text)).length;
  if (shaped < run.length * 0.6) return undefined;
  const told = run.filter((line) => VERBISH.test(line.prose.text)).length;
  if (told < run.length * 0.3) return undefined;
  const story = storyWords(lines, first);
  if (story.size < LEAST_STORY_WORDS) return undefined;
  const strangers = run.filter((line) => isStranger(line, story)).length;
  if (strangers < run.length * 0.6 || strangers < LEAST_HEADLINES) return undefined;
  return { first, last: end - 1, headlines: run.length };
}

// A headline tells something: it has a verb, in the present or as a participle, or puts a question or a colon.
const VERBISH =
  /\s(?:\p{L}{2,}(?:s|ed|ing)|to|is|are|was|will|hit|won|win|set|cut|say|how|why|what|who|can|could|go|goes|get|make|take|up|over|after|amid|as)\s|[?:]|^(?:How|Why|What|Who|When|Where|Is|Are|Can|Will|Watch|Meet|Inside|Exploring|\p{Lu}\p{L}+ing)\s/iu;

function headlineShaped(line: LineSummary): boolean {
  const { lineClass, prose } = line;
  if (
    lineClass !== 'headline' ||
    prose.kind === 'byline' ||
    prose.kind === 'dateline' ||
    prose.kind === 'caption'
  )
    return false;
  if (prose.kind === 'quotation' || prose.kind === 'list-item') return false;
  const count = wordCount(line);
  return count >= 3 && count <= 30 && !/^[-—–*•█=|]|https?:|@/u.test(prose.text);
}

// results, tables and credits; one of them may be a headline too ("Italy 17-28 Ireland"), but a list of them is none
const LIST_SHAPE = /^\d|\d+-\d+|\(\p{Lu}[^)]*\)$|[=|]|\d\s*$/u;

/** A story of fewer different words has too few to tell strangers by. */
const LEAST_STORY_WORDS = 40;
/** So much of a story is read on either side: its subject is named at the top, its last turn at the end. */
const STORY_SAMPLE = 150;

/** Long words and names of the story that ends before a line, in the form they are compared in. */
function storyWords(lines: readonly LineSummary[], end: number): ReadonlySet<string> {
  const known = new Set<string>();
  const top = lines.slice(0, Math.min(end, STORY_SAMPLE));
  const last = lines.slice(Math.max(top.length, end - STORY_SAMPLE), end);
  for (const { prose } of [...top, ...last])
    for (const word of prose.words) if (word.text.length > 3) known.add(stem(word.text));
  return known;
}

function isStranger(line: LineSummary, story: ReadonlySet<string>): boolean {
  let content = 0;
  let shared = 0;
  for (const { text } of line.prose.words) {
    if (text.length <= 3 || COMMON.has(text.toLowerCase())) continue;
    content += 1;
    if (story.has(stem(text))) shared += 1;
  }
  return content > 0 && shared / content <= 0.34;
}

const COMMON = new Set(
  'after with from over that this have been will says said what when where which their they about amid into than more first year years week today people against before during could would should your'.split(
    ' ',
  ),
);

const stem = (word: string): string =>
  comparable(word)
    .replace(/'s$|'$/u, '')
    .replace(/(?:ing|ed|es|s)$/u, '')
    .slice(0, 9);

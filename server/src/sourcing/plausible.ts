import type { Draft, Paragraph } from '../draft/draft.ts';
import { memoizeWeak } from '../draft/memoize.ts';
import type { Prose } from '../draft/prose.ts';
import type { Span } from '../draft/span.ts';
import { wordModel } from '../language/model.ts';
import { setOf } from '../language/tags.ts';
import { bareName, nameOf } from './names.ts';
import type { Source } from './sources.ts';

/** How far from a source its name is looked for, in paragraphs. */
const NEAR = 20;

/**
 * Whether what was read as a named source is a person, a body or a place of government, as far as the draft tells: not its
 * dateline ("MILLBROOK, rejecting"), the first word of a sentence ("Pressure mounted, said"), letters after a name, or a thing.
 * Roles, pronouns and classes of people are what they are.
 * @param cue what tells that it is a source, in offsets of the same paragraph.
 */
export function isPlausibleSource(draft: Draft, at: number, source: Source, cue: Span | undefined): boolean {
  if (source.kind !== 'named') return true;
  const text = draft.paragraphs[at]?.prose.text ?? '';
  const name = bareName(nameOf(source.text));
  if (!/^\p{Lu}/u.test(name)) return true;
  if (THING.test(name) || /^\p{Lu}{7,}$/u.test(name)) return false;
  if (name.includes(' ') || /^\p{Lu}{2,6}$/u.test(name) || /^(?:the|a|an|his|her)\s/i.test(source.text))
    return true;
  return (
    isIntroduced(draft, at, name) ||
    (isBeside(text, source, cue) && !(opensSentence(text, source) && isEverydayWord(name)))
  );
}

// "US-made Apaches", "A330s"
const THING = /-(?:made|built|based|backed|led|owned|run|born|funded|related|style)\b|\d/u;

/** Whether the draft gives a single name a first name or a title nearby. */
function isIntroduced({ paragraphs }: Draft, at: number, name: string): boolean {
  const has = ({ prose }: Paragraph): boolean => prose.text.includes(name) && introducedIn(prose).has(name);
  return paragraphs.slice(0, NEAR).some(has) || paragraphs.slice(Math.max(0, at - NEAR), at + NEAR).some(has);
}

/** The names of a paragraph that stand after a first name or a title. */
const introducedIn = memoizeWeak(
  (prose: Prose): ReadonlySet<string> =>
    new Set(
      Array.from(prose.text.matchAll(/(?<=\p{Lu}[\p{L}’'-]*\.? )\p{Lu}[\p{L}’'-]+/gu), ([name]) => name),
    ),
);

// "Kestrel said", "said Kestrel": nothing stands between but a word or two
const isBeside = (text: string, source: Span, cue: Span | undefined): boolean =>
  cue !== undefined &&
  /^\s(?:[\p{L}’'-]+\s){0,2}$/u.test(
    source.end <= cue.start ? text.slice(source.end, cue.start) : text.slice(cue.end, source.start),
  );

const EVERYDAY = setOf('NN', 'NNS', 'VB', 'VBG', 'VBN', 'JJ', 'RB', 'IN', 'DT');

// there any word has its capital
const opensSentence = (text: string, { start }: Span): boolean =>
  /(?:^|[.!?]\s)[“"‘]?$/u.test(text.slice(Math.max(0, start - 3), start));

const isEverydayWord = (name: string): boolean =>
  (wordModel().lexicon.possibleTags(name.toLowerCase()) & EVERYDAY) !== 0;

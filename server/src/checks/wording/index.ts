import { outsideAddresses } from '../../draft/addresses.ts';
import type { Prose } from '../../draft/prose.ts';
import { inQuote } from '../../draft/quotes.ts';
import type { Span } from '../../draft/span.ts';
import type { ParagraphCheck, Raised, WordingEntry } from '../check.ts';
import { entryOf } from './entries.ts';
import { type Form, type Forms, formsFrom } from './forms.ts';
import AMERICAN_NEWS from './lists/american-news.json' with { type: 'json' };
import BRITISH_NEWS from './lists/british-news.json' with { type: 'json' };

const CODE = 'wording/house';

interface WordingOptions extends Record<string, readonly string[]> {
  readonly entries: readonly string[];
  readonly lists: readonly string[];
}

export const wording: ParagraphCheck<WordingOptions> = {
  id: 'wording',
  scope: 'paragraph',
  summary: 'The desk’s own words: adviser, not advisor',
  codes: {
    [CODE]: {
      severity: 'information',
      summary: 'Words that the house puts otherwise',
      examples: {
        wrong: 'The minister’s advisor left early.',
        right: 'The minister’s adviser left early.',
      },
    },
  },
  defaults: { entries: [], lists: [] },
  optionDocs: {
    entries: 'What the house writes, and in place of what: “adviser = advisor # house style”.',
    lists: 'Lists of wording to start from: british-news, american-news.',
  },
  fromHouse: { entries: 'wording', lists: 'extends' },
  *run(prose, { options }) {
    const forms = formsFor(options);
    if (forms.size > 0) yield* findings(prose, forms);
  },
};

const LISTS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'british-news': BRITISH_NEWS,
  'american-news': AMERICAN_NEWS,
};

const known = new WeakMap<WordingOptions, Forms>();

function formsFor(options: WordingOptions): Forms {
  const made = known.get(options);
  if (made !== undefined) return made;
  const listed = options.lists.flatMap((name): readonly WordingEntry[] =>
    Object.entries(LISTS[name] ?? {}).map(([say, not]) => ({ say, not, why: name })),
  );
  const forms = formsFrom(
    options.entries.flatMap((line) => entryOf(line) ?? []),
    listed,
  );
  known.set(options, forms);
  return forms;
}

function* findings({ text, sentences, quotes, kind }: Prose, forms: Forms): Iterable<Raised> {
  let end = 0;
  const tokens = [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: word, index }) => ({
    word,
    start: index,
    end: index + word.length,
  }));
  for (const { word, start } of outsideAddresses(text, tokens)) {
    const form =
      start < end ? undefined : forms.get(word.toLowerCase())?.find((one) => standsAt(text, start, one));
    if (form === undefined) continue;
    const span = { start, end: start + form.text.length };
    const opens =
      sentences.some((one) => one.start === start) ||
      /[“"‘'(:–—]\s?$/u.test(text.slice(Math.max(0, start - 2), start));
    const say = inCase(text, span, form, opens || kind === 'headline' || kind === 'heading');
    const right = say === undefined ? undefined : withStop(text, span.end, form.text, say, sentences);
    if (right === undefined || right === text.slice(span.start, span.end) || inQuote(quotes, span)) continue;
    end = span.end;
    yield found(text, span, { ...form, say: right });
  }
}

const even = (text: string): string => text.replace(/[’‘ʼ]/gu, "'");

/** Whether a form stands at a place as words of its own, and not as a part of what the house says. */
function standsAt(text: string, start: number, { text: form, exact, say }: Form): boolean {
  const words = even(text.slice(start, start + form.length));
  if (words !== even(form) && (exact || words.toLowerCase() !== even(form))) return false;
  const [before, after] = [text.slice(Math.max(0, start - 1), start), text.slice(start + form.length)];
  if (/[\p{L}\p{N}_’'./-]/u.test(before)) return false;
  if (/[\p{L}\p{N}]$/u.test(form) && /^(?:[\p{L}\p{N}_]|[-‐‑/]\p{L}|[’'](?!s\b)\p{L})/u.test(after))
    return false;
  const within = say.toLowerCase().indexOf(form.toLowerCase());
  const whole = text.slice(start - within, start - within + say.length);
  return (
    say.length <= form.length || within < 0 || start < within || whole.toLowerCase() !== say.toLowerCase()
  );
}

/** What is said, in the case of what stands there; undefined for a name: “National Security Advisor”. */
function inCase(
  text: string,
  { start, end }: Span,
  { exact, say, text: form }: Form,
  opens: boolean,
): string | undefined {
  const words = text.slice(start, end);
  if (exact) {
    // a capital that opens a sentence is nobody's spelling
    const onlyCase = say.toLowerCase() === form.toLowerCase();
    return onlyCase && opens ? undefined : say;
  }
  if (words === words.toLowerCase()) return say;
  const shouted = /\p{Lu}.*\p{Lu}/u.test(words) && words === words.toUpperCase();
  if (shouted) return /\p{Ll}{2}/u.test(text) ? undefined : say.toUpperCase();
  const named = /^\s\p{Lu}/u.test(text.slice(end)) || !opens;
  return named && !isTitleCase(text) ? undefined : say.charAt(0).toUpperCase() + say.slice(1);
}

// a headline that sets most of its words in capitals
const isTitleCase = (text: string): boolean => {
  const words = text.match(/\p{L}{4,}/gu) ?? [];
  return words.length >= 3 && words.every((word) => /^\p{Lu}/u.test(word));
};

/** A full stop that ends the sentence as well as the abbreviation stays; one that is there need not come twice. */
function withStop(text: string, end: number, form: string, say: string, sentences: readonly Span[]): string {
  if (say.endsWith('.') && text.charAt(end) === '.') return say.slice(0, -1);
  const closes = sentences.some((one) => one.end >= end && /^["”’)]*$/u.test(text.slice(end, one.end)));
  return form.endsWith('.') && !say.endsWith('.') && closes ? `${say}.` : say;
}

function found(text: string, span: Span, { say, why }: Form): Raised {
  const words = text.slice(span.start, span.end);
  return {
    code: CODE,
    span,
    message: `House style is “${say}”, not “${words}”${why === undefined ? '' : ` (${why})`}.`,
    fixes: [{ title: `Replace with “${say}”`, edits: [{ span, text: say }], safe: false, preferred: true }],
  };
}

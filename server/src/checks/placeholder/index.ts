import { type Draft, type Paragraph, toSource } from '../../draft/draft.ts';
import { frontMatterEnd } from '../../draft/front-matter.ts';
import { once } from '../../draft/memoize.ts';
import { makeProse, type Prose } from '../../draft/prose.ts';
import { overlaps, type Span, shift } from '../../draft/span.ts';
import type { DraftCheck, Raised } from '../check.ts';
import { passageCut, shortened } from '../cutting.ts';
import { keepMarked } from '../summaries.ts';
import { RULES } from './rules.ts';

const CODE = 'placeholder/leftover';

interface PlaceholderOptions extends Record<string, readonly string[]> {
  readonly words: readonly string[];
  readonly allow: readonly string[];
}

export const placeholder: DraftCheck<PlaceholderOptions> = {
  id: 'placeholder',
  scope: 'draft',
  dearIn: ['capitals'],
  summary: 'What was to be filled in later: TK, XXX, [CHECK], “name to come”',
  yieldsTo: ['assistant'],
  codes: {
    [CODE]: {
      severity: 'error',
      summary: 'A placeholder that was never filled in',
      examples: {
        wrong: 'The bridge will cost £TK, the council said.',
        right: 'The bridge will cost £2.4m, the council said.',
      },
    },
  },
  defaults: { words: [], allow: [] },
  optionDocs: {
    words: 'Further words that stand for something to come in your copy ("QQ", "PIX TK").',
    allow: 'Words that look like placeholders and are none here ("XX" for a band of that name).',
  },
  *run(draft, { options, remember }) {
    if (draft.format === 'markdown') yield* frontMatterFindings(draft, options);
    const full = remember(() => keepMarked((prose) => placeholdersIn(prose, options)))(draft);
    if (full.length === 0) return;
    const marks = full.some(({ value }) => value.clash) ? conflictMarks(draft.source.toString()) : [];
    for (const mark of marks) yield markFinding(draft, mark);
    // a name told from a placeholder once is a name in the whole draft: a film called XXX
    const names = new Set(full.flatMap(({ value }) => value.names));
    for (const { at, value } of full) {
      const paragraph = draft.paragraphs[at] as Paragraph;
      for (const found of value.found) {
        if (names.has(paragraph.prose.text.slice(found.span.start, found.span.end))) continue;
        const raised = placeholderFinding(paragraph, found);
        if (!marks.some((mark) => overlaps(mark, raised.span))) yield raised;
      }
    }
  },
};

/** A placeholder in a paragraph; the span is in UTF-16 offsets of its text. */
interface Found {
  readonly span: Span;
  /** A note to the desk in brackets can be deleted and leaves a whole sentence; a gap for a word cannot. */
  readonly note: boolean;
}

interface Summary {
  readonly found: readonly Found[];
  /** What looks like a placeholder and is a name. */
  readonly names: readonly string[];
  /** Has a mark of a clash of two versions, or what a reader leaves of one. */
  readonly clash: boolean;
}

const CLASH = /(?:^|\n)\s*(?:<{7}|>{6})/u;

function placeholdersIn(prose: Prose, { words, allow }: PlaceholderOptions): Summary | undefined {
  const { text } = prose;
  const found: Found[] = [];
  const names: string[] = [];
  // which characters are told of already: a paragraph may hold thousands
  const taken = once(() => new Uint8Array(text.length));
  const add = (span: Span, note: boolean) => {
    const own = taken().subarray(span.start, span.end);
    if (own.includes(1) || allow.some((one) => one !== '' && coveredBy(text, span, one))) return;
    own.fill(1);
    found.push({ span, note });
  };
  const tried = RULES.filter(({ needs, pattern }) =>
    needs.some((one) => (pattern.ignoreCase ? prose.lower : text).includes(one)),
  );
  if (tried.length > 0) {
    const matches = tried
      .flatMap((rule) =>
        [...text.matchAll(rule.pattern)].map((match) => ({
          span: { start: match.index, end: match.index + match[0].length },
          rule,
        })),
      )
      .filter(({ span, rule }) => {
        if (rule.except?.(text, span, prose) !== true) return true;
        const word = text.slice(span.start, span.end);
        const name = /^\(?(?<name>[A-Z]{2,4})\)?$/u.exec(word)?.groups?.name;
        if (name !== undefined) names.push(name);
        return false;
      });
    // the widest of several that overlap: “(name TK)” and not “TK”
    matches.sort((a, b) => b.span.end - b.span.start - (a.span.end - a.span.start));
    for (const { span, rule } of matches) add(span, rule.note === true);
  }
  for (const word of words) {
    for (let at = word === '' ? -1 : text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
      const open = /[\p{L}\p{N}]/u;
      if (open.test(text.charAt(at - 1)) || open.test(text.charAt(at + word.length))) continue;
      add({ start: at, end: at + word.length }, false);
    }
  }
  const clash = CLASH.test(text);
  if (found.length === 0 && names.length === 0 && !clash) return undefined;
  return { found: found.sort((a, b) => a.span.start - b.span.start), names, clash };
}

function coveredBy(text: string, span: Span, allowed: string): boolean {
  for (let at = text.indexOf(allowed); at >= 0; at = text.indexOf(allowed, at + 1)) {
    if (at <= span.start && span.end <= at + allowed.length) return true;
  }
  return false;
}

const MARK = /^(?:<{7}|={7}|>{7}|\|{7})(?:[ \t][^\r\n]*)?$/gmu;

/** The marks that a merge leaves when two versions of a text clash. */
const conflictMarks = (source: string): readonly Span[] =>
  [...source.matchAll(MARK)].map((match) => ({
    start: match.index,
    end: match.index + match[0].trimEnd().length,
  }));

const markFinding = (draft: Draft, span: Span): Raised => ({
  code: CODE,
  span,
  message: `“${shortened(draft.source.slice(span.start, span.end))}” was left by a clash of two versions of this text. Keep the version you want and delete the marks.`,
});

/** Front matter longer than this is data. */
const LONGEST_HEAD = 8000;
// fields whose words readers see
const SEEN =
  /^[ \t-]*["']?\w*(?:title|head(?:line)?|hed|de[cs]k|standfirst|description|summary|excerpt|caption|alt|byline|author|credit|teaser|kicker|intro|lede)["']?[ \t]*[:=][ \t]*(?<value>[^\r\n]+)/dgimu;

/** Front matter is no prose, but a page shows its title, its summary and its captions. */
function* frontMatterFindings(draft: Draft, options: PlaceholderOptions): Iterable<Raised> {
  const top = draft.source.slice(0, LONGEST_HEAD);
  const head = top.slice(0, frontMatterEnd(top, draft.format));
  for (const match of head.matchAll(SEEN)) {
    const at = match.indices?.groups?.value;
    if (at === undefined) continue;
    const value = { start: at[0], end: at[1] };
    // a reader may have it as a paragraph of its own
    if (draft.paragraphs.some(({ span }) => overlaps(span, value))) continue;
    const text = head.slice(value.start, value.end);
    for (const { span, note } of placeholdersIn(makeProse(text, 'body'), options)?.found ?? []) {
      const words = text.slice(span.start, span.end);
      if (!words.startsWith('{'))
        yield { code: CODE, span: shift(span, value.start), message: messageFor(words, note) };
    }
  }
}

const messageFor = (text: string, note: boolean): string =>
  note
    ? `“${shortened(text)}” is a note to the desk. Settle it and delete it before the story goes out.`
    : `“${shortened(text)}” holds a place for something still to come. Fill it in, or readers will see the gap.`;

/** After these words or a comma the note stands for what is missing: “named as [name]”, “The mayor, [name],”. */
const NEEDED =
  /(?:,|\b(?:as|by|the|an?|of|to|in|at|for|with|from|on|and|or|is|was|are|were|named|called|said|says))\s*$/i;

function placeholderFinding(paragraph: Paragraph, { span, note }: Found): Raised {
  const text = paragraph.prose.text.slice(span.start, span.end);
  const before = paragraph.prose.text.slice(Math.max(0, span.start - 40), span.start);
  return {
    code: CODE,
    span: toSource(paragraph, span),
    message: messageFor(text, note),
    ...(note && !NEEDED.test(before) && !/^\W*(?:TK)+\W*$/i.test(text)
      ? { fixes: passageCut(paragraph, span).map((fix) => ({ ...fix, preferred: false })) }
      : {}),
  };
}

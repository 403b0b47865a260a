import { type Draft, isUnbroken, type Paragraph, toSource } from '../../draft/draft.ts';
import { removalOf } from '../../draft/removal.ts';
import { contains, overlaps, type Span } from '../../draft/span.ts';
import type { Fix, Raised } from '../check.ts';
import { isQuestion, recurs } from './exceptions.ts';
import { isRunning } from './runs.ts';
import type { ShingleIndex, Standing } from './shingle-index.ts';
import { opening } from './wording.ts';

/** A sentence in a paragraph of the draft; its span is in offsets of the paragraph's text. */
interface Place {
  readonly paragraph: Paragraph;
  readonly span: Span;
}

/** Neighbouring sentences of one paragraph that stand earlier already. */
interface Repeat extends Place {
  readonly sentences: number;
  readonly first: Place;
}

/**
 * Finds long sentences that stand earlier in the draft already, outside the paragraphs in `reported` (by their place).
 * Neighbouring ones make one finding. In a live blog only the same entry counts (`entries`: which one each paragraph is in).
 */
export function* repeatedSentences(
  index: ShingleIndex,
  draft: Draft,
  reported: ReadonlySet<number>,
  entries?: readonly number[],
): Generator<Raised> {
  const firsts = new Map<number, Place & { readonly at: number }>();
  for (const at of index.repeated) {
    const standing = index.row[at] as Standing;
    const { passage } = standing;
    const paragraph = draft.paragraphs[at];
    if (paragraph === undefined || !isRunning(paragraph) || recurs(standing)) continue;
    const repeats: Repeat[] = [];
    for (const { key, span } of passage.sentences) {
      const first = firsts.get(key);
      if (first === undefined) firsts.set(key, { paragraph, span, at });
      else if (
        !reported.has(at) &&
        entries?.[at] === entries?.[first.at] &&
        !isPulledQuote(first.paragraph, paragraph) &&
        !isListed(index, at, first.at) &&
        !isQuestion(passage.prose.text.slice(span.start, span.end))
      ) {
        join(repeats, { paragraph, span, first, sentences: 1 });
      }
    }
    for (const repeat of repeats) yield raised(draft, at, repeat);
  }
}

// A quote set on its own beside the story that holds it is display, not a slip.
const isPulledQuote = (a: Paragraph, b: Paragraph): boolean =>
  a !== b && (a.prose.kind === 'quotation') !== (b.prose.kind === 'quotation');

// "Jo Hall, 34, of Mill Road. Speeding. Fined £120…": the entries of a list may end alike.
const isListed = ({ row, compare }: ShingleIndex, here: number, first: number): boolean =>
  here !== first && compare((row[here] as Standing).passage, (row[first] as Standing).passage).isParallel;

function join(repeats: Repeat[], next: Repeat): void {
  const last = repeats.at(-1);
  const { text } = next.paragraph.prose;
  if (last === undefined || text.slice(last.span.end, next.span.start).trim() !== '') repeats.push(next);
  else {
    const span = { start: last.span.start, end: next.span.end };
    repeats[repeats.length - 1] = { ...last, span, sentences: last.sentences + 1 };
  }
}

function raised(draft: Draft, at: number, { paragraph, span, sentences, first }: Repeat): Raised {
  const one = sentences === 1;
  const which = one ? 'This sentence appears' : `These ${sentences} sentences appear`;
  const where = first.paragraph === paragraph ? 'earlier in this paragraph' : 'earlier in the draft';
  return {
    code: 'duplicate/sentence',
    span: toSource(paragraph, span),
    message: `${which} ${where} already. Readers will notice: delete one of the copies.`,
    related: [
      {
        span: toSource(first.paragraph, first.span),
        message: `The first copy: “${opening(first.paragraph.prose.text.slice(first.span.start, first.span.end))}”`,
      },
    ],
    fixes: deletion(
      draft,
      at,
      paragraph,
      span,
      one ? 'Delete the repeated sentence' : `Delete the ${sentences} repeated sentences`,
    ),
    copy: true,
  };
}

function deletion(
  draft: Draft,
  at: number,
  { prose, ...placed }: Paragraph,
  span: Span,
  title: string,
): readonly Fix[] {
  const paragraph = { prose, ...placed };
  if (!leavesQuotesWhole(prose, span) || !isBalanced(prose.text.slice(span.start, span.end))) return [];
  const before = prose.text.slice(0, span.start).trimEnd().length;
  const after = prose.text.slice(span.end).trimStart().length;
  if (before === 0 && after === 0) {
    return [{ title, safe: false, preferred: true, edits: [{ span: removalOf(draft, at, at), text: '' }] }];
  }
  const cut =
    before > 0 ? { start: before, end: span.end } : { start: span.start, end: prose.text.length - after };
  if (!isUnbroken(paragraph, cut)) return [];
  return [{ title, safe: false, preferred: true, edits: [{ span: toSource(paragraph, cut), text: '' }] }];
}

// Cutting a sentence that carries one of a quote's two marks would leave the quote open.
const leavesQuotesWhole = (prose: Paragraph['prose'], span: Span): boolean =>
  prose.quotes.every(
    (quote) =>
      !overlaps(quote, span) || contains(span, quote) || (quote.start < span.start && span.end < quote.end),
  );

// So would cutting one of a pair of brackets.
const isBalanced = (text: string): boolean =>
  (text.match(/[([]/gu)?.length ?? 0) === (text.match(/[)\]]/gu)?.length ?? 0);

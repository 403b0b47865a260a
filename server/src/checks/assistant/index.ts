import { type Draft, type Paragraph, toSource } from '../../draft/draft.ts';
import type { Prose } from '../../draft/prose.ts';
import type { Span } from '../../draft/span.ts';
import type { DraftCheck, Raised } from '../check.ts';
import { linesCut, passageCut, shortened } from '../cutting.ts';
import { keepMarked } from '../summaries.ts';
import { type Left, leftIn, linkTagsIn, watchTraces } from './leftovers.ts';

const CODE = 'assistant/leftover';

interface AssistantOptions extends Record<string, readonly string[]> {
  readonly keep: readonly string[];
}

export const assistant: DraftCheck<AssistantOptions> = {
  id: 'assistant',
  scope: 'draft',
  summary: 'What a chatbot left in the copy: offers, greetings, “As an AI”, its link tags',
  codes: {
    [CODE]: {
      severity: 'error',
      summary: 'Words of a chatbot in the copy',
      examples: {
        wrong:
          'The bridge will close on Monday, the council said.\n\nWould you like me to write a shorter version for the front page?',
        right: 'The bridge will close on Monday, the council said.',
      },
    },
  },
  defaults: { keep: [] },
  optionDocs: {
    keep: 'Words that belong in your copy although a chatbot may write them ("Let me know if you would like a map").',
  },
  *run(draft, { options, remember }) {
    const { marked, mayHoldTags } = remember(() => ({
      marked: keepMarked((prose) => leftWithHouse(prose, options)),
      mayHoldTags: watchTraces(),
    }));
    const marks = marked(draft);
    let at = 0;
    while (at < marks.length) {
      const mark = marks[at] as (typeof marks)[number];
      let last = at;
      if (mark.value.whole) {
        while (marks[last + 1]?.value.whole && marks[last + 1]?.at === (marks[last]?.at ?? 0) + 1) last += 1;
        yield lineFinding(draft, mark.at, marks[last]?.at ?? mark.at);
      } else {
        const paragraph = draft.paragraphs[mark.at] as Paragraph;
        for (const span of mark.value.spans) yield passageFinding(paragraph, span);
      }
      at = last + 1;
    }
    if (!mayHoldTags(draft.source)) return;
    yield* linkFindings(
      draft,
      marks.filter(({ value }) => value.whole).map(({ at: line }) => line),
    );
  },
};

function leftWithHouse(prose: Prose, { keep }: AssistantOptions): Left | undefined {
  const left = leftIn(prose);
  const lower = prose.text.toLowerCase();
  return keep.some((entry) => entry !== '' && lower.includes(entry.toLowerCase())) ? undefined : left;
}

const AFTERMATH = 'a chatbot says, not a reporter. Delete it, or readers will see who wrote this';

function lineFinding(draft: Draft, first: number, last: number): Raised {
  const [from, to] = [draft.paragraphs[first] as Paragraph, draft.paragraphs[last] as Paragraph];
  return {
    code: CODE,
    span: { start: from.span.start, end: to.span.end },
    message: `“${shortened(from.prose.text)}” is what ${AFTERMATH}.`,
    fixes: linesCut(draft, first, last),
  };
}

const passageFinding = (paragraph: Paragraph, span: Span): Raised => {
  const words = paragraph.prose.text.slice(span.start, span.end);
  const slot = words.startsWith('[Your');
  return {
    code: CODE,
    span: toSource(paragraph, span),
    message: slot
      ? `“${shortened(words)}” is a gap that a chatbot leaves to be filled in. Fill it in, or readers will see the gap.`
      : `“${shortened(words)}” is what ${AFTERMATH}.`,
    fixes: slot ? [] : passageCut(paragraph, span),
  };
};

/** A link's tag stands in the source, where a reader of Markdown sees only the link's words. */
function* linkFindings(draft: Draft, lines: readonly number[]): Iterable<Raised> {
  for (const { span, cut } of linkTagsIn(draft.source.toString())) {
    const inLine = (at: number) => {
      const line = draft.paragraphs[at]?.span;
      return line !== undefined && line.start <= span.start && span.end <= line.end;
    };
    if (lines.some(inLine)) continue;
    const words = draft.source.slice(span.start, span.end);
    yield {
      code: CODE,
      span,
      message: `“${shortened(words)}” is a mark of the chatbot that this was copied from. Delete it, and check what was taken from there.`,
      fixes: [
        {
          title: `Delete “${shortened(words)}”`,
          edits: [{ span: cut, text: '' }],
          safe: false,
          preferred: true,
        },
      ],
    };
  }
}

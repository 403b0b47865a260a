import { type Draft, type Paragraph, toSource } from '../../draft/draft.ts';
import { memoizeWeak } from '../../draft/memoize.ts';
import type { Prose } from '../../draft/prose.ts';
import { inQuote } from '../../draft/quotes.ts';
import { overlaps, type Span } from '../../draft/span.ts';
import type { DraftCheck, Raised } from '../check.ts';
import { linesCut, passageCut, shortened } from '../cutting.ts';
import { keepMarked, keepSummaries } from '../summaries.ts';
import { type Block, blocksOf, isTold, type LineSummary } from './blocks.ts';
import { stuckIn } from './inline.ts';
import { classOf, isButton, type LineClass } from './prompts.ts';

const CODE = 'furniture/leftover';

interface FurnitureOptions extends Record<string, readonly string[]> {
  readonly prompts: readonly string[];
  readonly keep: readonly string[];
}

interface Summary extends LineSummary {
  readonly stuck: readonly Span[];
}

export const furniture: DraftCheck<FurnitureOptions> = {
  id: 'furniture',
  scope: 'draft',
  summary: 'What a pasted page left behind: prompts, share counts, other headlines',
  codes: {
    [CODE]: {
      severity: 'error',
      summary: 'Page furniture in the copy',
      examples: {
        wrong:
          'The bridge will close on Monday, the council said.\n\nSign up to our morning newsletter\n\nThe ferry will run until midnight.',
        right: 'The bridge will close on Monday, the council said.\n\nThe ferry will run until midnight.',
      },
    },
  },
  defaults: { prompts: [], keep: [] },
  optionDocs: {
    prompts: 'Further lines that are page furniture here, by how they begin ("More from the Gazette").',
    keep: 'Words that belong in your copy although they look like furniture, wherever they stand in a paragraph ("Follow our live blog").',
  },
  *run(draft, { options, remember }) {
    const kept = remember(() => {
      const summaryOf = memoizeWeak((prose: Prose) => summarise(prose, options));
      return {
        lines: keepSummaries(summaryOf),
        told: keepMarked((prose) => (isTold(summaryOf(prose)) ? summaryOf(prose) : undefined)),
        stuck: keepMarked((prose) =>
          summaryOf(prose).stuck.length > 0 ? summaryOf(prose).stuck : undefined,
        ),
      };
    });
    const blocks = blocksOf(kept.lines(draft), kept.told(draft));
    for (const block of blocks) yield blockFinding(draft, block);
    for (const { at, value } of kept.stuck(draft)) {
      if (blocks.some((block) => block.first <= at && at <= block.last)) continue;
      for (const one of value) yield stuckFinding(draft.paragraphs[at] as Paragraph, one);
    }
  },
};

function summarise(prose: Prose, options: FurnitureOptions): Summary {
  const lineClass = prose.kind === 'field' ? 'copy' : classWithHouse(prose, options);
  return {
    prose,
    lineClass,
    button: prose.kind !== 'field' && isButton(prose.text),
    stuck:
      lineClass === 'copy' || lineClass === 'headline'
        ? stuckIn(prose).filter((span) => !keptIn(prose, options).some((kept) => overlaps(kept, span)))
        : [],
  };
}

/** Where words that the house keeps stand in a paragraph. */
function keptIn({ text }: Prose, { keep }: FurnitureOptions): readonly Span[] {
  const lower = text.toLowerCase();
  return keep.flatMap((entry) => {
    const start = entry === '' ? -1 : lower.indexOf(entry.toLowerCase());
    return start < 0 ? [] : [{ start, end: start + entry.length }];
  });
}

function classWithHouse(prose: Prose, options: FurnitureOptions): LineClass {
  const begins = (start: string) => start !== '' && prose.text.toLowerCase().startsWith(start.toLowerCase());
  if (keptIn(prose, options).length > 0) return 'copy';
  if (options.prompts.some(begins)) return 'prompt';
  const lineClass = classOf(prose.text);
  // somebody's spoken "Share this story" is copy
  const spoken =
    lineClass !== 'headline' &&
    prose.quotes.length > 0 &&
    inQuote(prose.quotes, { start: 1, end: prose.text.length - 1 });
  return spoken ? 'copy' : lineClass;
}

function blockFinding(draft: Draft, block: Block): Raised {
  const first = draft.paragraphs[block.first] as Paragraph;
  const last = draft.paragraphs[block.last] as Paragraph;
  const lines = block.last - block.first + 1;
  return {
    code: CODE,
    span: { start: first.span.start, end: last.span.end },
    message: blockMessage(draft, block, lines),
    fixes: linesCut(draft, block.first, block.last),
  };
}

function blockMessage(draft: Draft, block: Block, lines: number): string {
  if (block.prompt === undefined)
    return `These ${lines} lines look like headlines of other stories, left over from a web page. Readers would take them for part of this one; delete them if they are not yours.`;
  const prompt = shortened(draft.paragraphs[block.prompt]?.prose.text ?? '');
  const headlines =
    block.headlines === 0
      ? ''
      : block.headlines === 1
        ? ' and the headline of another story under it'
        : ` and the ${block.headlines} headlines of other stories under it`;
  const rest = headlines === '' && lines > 1 ? ' and what goes with it' : '';
  return `“${prompt}”${rest}${headlines} ${headlines === '' && lines === 1 ? 'is' : 'are'} part of a web page, not of the story. Delete ${lines === 1 ? 'the line' : 'the lines'}, or readers will see ${lines === 1 ? 'it' : 'them'} in print.`;
}

const stuckFinding = (paragraph: Paragraph, span: Span): Raised => ({
  code: CODE,
  span: toSource(paragraph, span),
  message: `“${shortened(paragraph.prose.text.slice(span.start, span.end))}” is part of a web page, not of the story. Delete it, or readers will see it in print.`,
  fixes: passageCut(paragraph, span),
});

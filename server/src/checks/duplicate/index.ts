import type { Draft, Paragraph } from '../../draft/draft.ts';
import { isSeamless, removalOf } from '../../draft/removal.ts';
import type { Span } from '../../draft/span.ts';
import type { DraftCheck, Edit, Fix, Raised } from '../check.ts';
import { standingInArchive } from './archived.ts';
import { standingElsewhere } from './elsewhere.ts';
import { isException, isLiveBackground, isRefrain, liveEntries } from './exceptions.ts';
import { findRuns, isRunning, type Pair, type Run } from './runs.ts';
import { repeatedSentences } from './sentences.ts';
import { createShingleIndex, type ShingleIndex, type Standing } from './shingle-index.ts';
import { opening } from './wording.ts';

type DuplicateOptions = {
  readonly minimumWords: number;
  readonly minimumSentenceWords: number;
  readonly minimumSharedWords: number;
};

const CRACK = 'Engineers found a crack in the ferry’s shaft on Monday morning.';
const ISLAND = 'About 140 people live on Inchkerran, which has one shop.';

/**
 * Finds passages that stand twice: pasted runs of paragraphs, single paragraphs, edited copies, sentences. The finding is on
 * the later copy. What stands in other drafts is told in each of them.
 */
export const duplicate: DraftCheck<DuplicateOptions> = {
  id: 'duplicate',
  scope: 'draft',
  summary: 'Passages that appear twice, in the draft or in another one',
  codes: {
    'duplicate/block': {
      severity: 'error',
      summary: 'Two or more paragraphs in a row appear twice',
      examples: { wrong: `${CRACK}\n\n${ISLAND}\n\n${CRACK}\n\n${ISLAND}`, right: `${CRACK}\n\n${ISLAND}` },
    },
    'duplicate/paragraph': {
      severity: 'error',
      summary: 'A paragraph appears twice',
      examples: { wrong: `${CRACK}\n\n${ISLAND}\n\n${CRACK}`, right: `${CRACK}\n\n${ISLAND}` },
    },
    'duplicate/near': {
      severity: 'warning',
      summary: 'A paragraph appears twice, with changes',
      examples: {
        wrong:
          'The ferry will stay in harbour until March, the council said on Tuesday.\n\nThe ferry will stay in harbour until March, the council announced on Tuesday.',
        right: 'The ferry will stay in harbour until March, the council said on Tuesday.',
      },
    },
    'duplicate/sentence': {
      severity: 'warning',
      summary: 'A long sentence appears twice',
      examples: {
        wrong: `${CRACK} The council met on Tuesday. ${CRACK}`,
        right: `${CRACK} The council met on Tuesday.`,
      },
    },
    'duplicate/across-files': {
      takesOthers: true,
      severity: 'warning',
      summary: 'A passage stands in another draft of the workspace too',
    },
    'duplicate/archive': {
      takesOthers: true,
      severity: 'warning',
      summary: 'A passage ran before: it stands in the archive',
    },
    'duplicate/press-release': {
      takesOthers: true,
      severity: 'warning',
      summary: 'Passages stand in a press release',
      rule: 'Copy from a release is said to be from it, or reported anew.',
    },
  },
  defaults: { minimumWords: 8, minimumSentenceWords: 8, minimumSharedWords: 25 },
  optionDocs: {
    minimumWords: 'Paragraphs with fewer words than this are not reported on their own.',
    minimumSentenceWords: 'Sentences with fewer words than this are not reported.',
    minimumSharedWords:
      'Passages that stand in another draft are not reported if they have fewer equal words than this.',
  },
  *run(draft, { options, remember, isOn, elsewhere }) {
    const index = remember(() => createShingleIndex(options));
    index.update(draft);
    const reported = new Set<number>();
    const entries = liveEntries(index);
    for (const run of findRuns(index, draft, options.minimumWords)) {
      if (isLiveBackground(run, entries)) continue;
      for (const told of tell(run, index, draft, options.minimumWords)) {
        for (const { here } of told.pairs) reported.add(here);
        yield told.raised;
      }
    }
    yield* repeatedSentences(index, draft, reported, entries);
    if (isOn('duplicate/across-files'))
      yield* standingElsewhere(draft, elsewhere, options.minimumSharedWords);
    if (isOn('duplicate/archive') || isOn('duplicate/press-release'))
      yield* standingInArchive(draft, elsewhere);
  },
};

interface Told {
  readonly raised: Raised;
  readonly pairs: Run;
}

function* tell(run: Run, index: ShingleIndex, draft: Draft, minimumWords: number): Generator<Told> {
  const isLong = ({ here }: Pair) => (index.row[here]?.passage.tokens.length ?? 0) >= minimumWords;
  const exact = run.filter((pair) => pair.exact);
  if (
    run.length > 1 &&
    exact.length * 2 >= run.length &&
    (exact.some(isLong) || exact.length === run.length)
  ) {
    // the last lines of a villanelle are two refrains in a row
    if (run.every((pair) => isRefrain(pair, index.row))) return;
    yield { raised: block(run, index, draft), pairs: run };
    return;
  }
  const doubtful = run.map((pair) => isLong(pair) && !isInnocent(pair, index, draft));
  if (!doubtful.includes(true)) return;
  const pairs = run.slice(doubtful.indexOf(true), doubtful.lastIndexOf(true) + 1);
  const [only] = pairs;
  yield {
    raised: pairs.length === 1 && only?.exact ? paragraph(only, draft) : near(pairs, index, draft),
    pairs,
  };
}

function isInnocent(pair: Pair, index: ShingleIndex, draft: Draft): boolean {
  const running = isRunning(draft.paragraphs[pair.here]) && isRunning(draft.paragraphs[pair.first]);
  if (!running) return true;
  return pair.exact ? isRefrain(pair, index.row) : isException(pair, index, draft);
}

function block(run: Run, index: ShingleIndex, draft: Draft): Raised {
  const edited = run.filter((pair) => !pair.exact);
  const said = firstDifference(edited, index);
  const changes =
    said === ''
      ? ''
      : edited.length === 1
        ? ` One of them differs: ${said}.`
        : ` ${edited.length} of them differ, the first so: ${said}.`;
  return {
    code: 'duplicate/block',
    span: spanOf(draft, run, 'here'),
    message: `These ${run.length} paragraphs appear earlier in the draft already, from “${openingOf(draft, run)}” on.${changes}${unseen(draft, run)} Delete one of the copies.`,
    related: [{ span: spanOf(draft, run, 'first'), message: 'The first copy' }],
    fixes: deletions(draft, run, `the ${run.length} repeated paragraphs`, edited.length === 0),
    copy: true,
  };
}

function paragraph(pair: Pair, draft: Draft): Raised {
  return {
    code: 'duplicate/paragraph',
    span: spanOf(draft, [pair], 'here'),
    message: `This paragraph appears earlier in the draft already.${unseen(draft, [pair])} Delete one of the copies.`,
    related: [{ span: spanOf(draft, [pair], 'first'), message: 'The first copy' }],
    fixes: deletions(draft, [pair], 'the repeated paragraph', true),
    copy: true,
  };
}

function near(run: Run, index: ShingleIndex, draft: Draft): Raised {
  const said = firstDifference(run, index);
  const what =
    run.length === 1
      ? `This paragraph says nearly what an earlier one says: ${said}.`
      : `These ${run.length} paragraphs say nearly what ${run.length} earlier ones say; first, ${said}.`;
  return {
    code: 'duplicate/near',
    span: spanOf(draft, run, 'here'),
    message: `${what} Keep the copy that is right.`,
    related: [{ span: spanOf(draft, run, 'first'), message: 'The first copy' }],
    fixes: deletions(draft, run, run.length === 1 ? 'this copy' : `these ${run.length} paragraphs`, false),
  };
}

function firstDifference(run: Run, index: ShingleIndex): string {
  for (const { here, first } of run) {
    const ours = (index.row[here] as Standing).passage;
    const theirs = (index.row[first] as Standing).passage;
    const { inWords } = index.compare(ours, theirs);
    if (inWords !== '') return inWords;
  }
  return '';
}

const openingOf = (draft: Draft, run: Run): string =>
  opening((draft.paragraphs[(run[0] as Pair).here] as Paragraph).prose.text).replace(/^[“‘"'„«]+/u, '');

// What is no prose (link targets, code, footnote marks) is not compared, but must not go unseen with a copy.
const unseen = (draft: Draft, run: Run): string =>
  run.some((pair) => pair.exact && hidesMore(draft, pair)) ? ' A link, a note or code in it differs.' : '';

function hidesMore(draft: Draft, { here, first }: Pair): boolean {
  const [ours, theirs] = [here, first].map((at) => draft.paragraphs[at] as Paragraph) as [
    Paragraph,
    Paragraph,
  ];
  if (ours.pieces === undefined) return false;
  const own = lettersIn(sourceOf(draft, ours));
  return own !== lettersIn(ours.prose.text) && own !== lettersIn(sourceOf(draft, theirs));
}

const sourceOf = ({ source }: Draft, { span }: Paragraph): string => source.slice(span.start, span.end);

const lettersIn = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

function spanOf(draft: Draft, run: Run, side: 'here' | 'first'): Span {
  const from = draft.paragraphs[(run[0] as Pair)[side]] as Paragraph;
  const to = draft.paragraphs[(run.at(-1) as Pair)[side]] as Paragraph;
  return { start: from.span.start, end: to.span.end };
}

function deletions(draft: Draft, run: Run, what: string, same: boolean): readonly Fix[] {
  const more = run.some((_, at) => at > 0 && isCopiedBetween(draft, run, at))
    ? ' and the code or pictures between them'
    : '';
  const fixes: Fix[] = [
    {
      title: `Delete ${what}${more}`,
      edits: cuts(draft, run, 'here'),
      safe: false,
      preferred: same && unseen(draft, run) === '',
    },
    { title: 'Keep this copy and delete the first', edits: cuts(draft, run, 'first'), safe: false },
  ];
  return fixes;
}

/** Whether what stands before a pair and is no prose (code, a picture) is the same in both copies, and more than blank. */
function isCopiedBetween(draft: Draft, run: Run, at: number): boolean {
  const [before, after] = [run[at - 1], run[at]] as [Pair, Pair];
  if (after.here !== before.here + 1 || after.first !== before.first + 1) return false;
  const between = (from: number, to: number) =>
    draft.source.slice(draft.paragraphs[from]?.lines.end, draft.paragraphs[to]?.lines.start).trim();
  const here = between(before.here, after.here);
  return here !== '' && here === between(before.first, after.first);
}

/**
 * Cuts out the paragraphs of one side, each unbroken stretch of them in one piece, with code and pictures that both copies have between
 * them; what stands in one copy only stays.
 */
function cuts(draft: Draft, run: Run, side: 'here' | 'first'): readonly Edit[] {
  const edits: Edit[] = [];
  let from = 0;
  for (let i = 1; i <= run.length; i += 1) {
    const start = (run[from] as Pair)[side];
    const end = (run[i - 1] as Pair)[side];
    const next = run[i]?.[side];
    if (next === end + 1 && (isSeamless(draft, end, next) || isCopiedBetween(draft, run, i))) continue;
    edits.push({ span: removalOf(draft, start, end), text: '' });
    from = i;
  }
  return edits;
}

import type { Draft } from '../draft/draft.ts';
import { type Lines, linesOf } from '../draft/lines.ts';
import type { Span } from '../draft/span.ts';
import {
  createSourcer,
  type SourcedQuote,
  type SourcedSentence,
  type Sourcer,
  type Status,
} from '../sourcing/index.ts';
import { count, inARow, lineOf, plainWords, printJson } from './report.ts';

/** A draft with who says what in it; each sentence and quote with its words, without the markup among them. */
export interface SourcedFile {
  /** From the folder the command runs in, with slashes. */
  readonly path: string;
  readonly lines: Lines;
  readonly sentences: readonly (SourcedSentence & Worded)[];
  readonly quotes: readonly (SourcedQuote & Worded)[];
}

interface Worded {
  readonly words: string;
}

/** Works out who says what in a draft. */
export function sourcedFile(path: string, draft: Draft, sourcer: Sourcer = createSourcer()): SourcedFile {
  const { sentences, quotes } = sourcer.sourcingOf(draft);
  const of = (part: 'sentences' | 'quotes'): readonly string[] =>
    draft.paragraphs.flatMap(({ prose }) =>
      sourcer.summaryOf(prose)[part].map(({ start, end }: Span) => prose.text.slice(start, end)),
    );
  const [sentenceWords, quoteWords] = [of('sentences'), of('quotes')];
  return {
    path,
    lines: linesOf(draft.source.toString()),
    sentences: sentences.map((one, i) => ({ ...one, words: sentenceWords[i] ?? '' })),
    quotes: quotes.map((one, i) => ({ ...one, words: quoteWords[i] ?? '' })),
  };
}

/** One JSON object, for programs: spans in UTF-16 offsets. */
export const sourcesJson = (files: readonly SourcedFile[]): string =>
  printJson({
    schemaVersion: 1,
    files: files.map(({ path, sentences, quotes }) => ({
      path,
      sentences: sentences.map(({ span, paragraph, status, source, cue }) => ({
        span: pair(span),
        paragraph,
        status,
        source: source && { text: source.text, span: pair(source.span), kind: source.kind },
        cue: cue && { text: cue.text, span: pair(cue.span) },
      })),
      quotes: quotes.map(({ span, kind, speaker }) => ({
        span: pair(span),
        kind,
        speaker: speaker && { text: speaker.text, span: pair(speaker.span) },
      })),
    })),
  });

const pair = ({ start, end }: Span): readonly [number, number] => [start, end];

interface Mark {
  readonly mark: string;
  readonly words: string;
  /** As a terminal knows it. */
  readonly colour: number;
}

const MARKS: Readonly<Record<Status, Mark>> = {
  attributed: { mark: '+', words: 'attributed', colour: 32 },
  quoted: { mark: '"', words: 'quoted', colour: 32 },
  vague: { mark: '?', words: 'vague', colour: 33 },
  unattributed: { mark: '-', words: 'no source', colour: 0 },
  exempt: { mark: ' ', words: 'exempt', colour: 90 },
};
const WIDEST = Math.max(...Object.values(MARKS).map(({ words }) => words.length));

interface Style {
  readonly colour: boolean;
  readonly quiet: boolean;
}
type Paint = (code: number, words: string) => string;

/** Lines for people: a draft's sentences with their standing, source and cue, the quotes below each, and a count at the end. */
export function sourcesText(files: readonly SourcedFile[], { colour, quiet }: Style): string {
  const paint: Paint = (code, words) => (colour && code > 0 ? `\u001b[${code}m${words}\u001b[0m` : words);
  const blocks = files
    .filter(({ sentences }) => sentences.length > 0)
    .map((file) => [paint(1, lineOf(file.path)), ...fileLines(file, paint)].join('\n'));
  const summary = quiet ? [] : [totalsOf(files)];
  return [...blocks, ...summary].map((block) => `${block}\n`).join('\n');
}

function fileLines(file: SourcedFile, paint: Paint): readonly string[] {
  const width = String(file.lines.count).length;
  return file.sentences.flatMap((sentence) => {
    const { mark, words, colour } = MARKS[sentence.status];
    const line = String(file.lines.positionAt(sentence.span.start).line + 1).padStart(width);
    const by = sourceInWords(sentence);
    return [
      `${paint(90, line)}  ${paint(colour, `${mark} ${words.padEnd(WIDEST)}`)}  ${shortened(sentence.words)}${paint(90, by)}`,
      ...file.quotes
        .filter(({ kind, span }) => kind !== 'title' && inside(sentence.span, span))
        .map((quote) => `${' '.repeat(width + WIDEST + 6)}${paint(90, speakerInWords(quote))}`),
    ];
  });
}

const inside = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.start < outer.end;

function sourceInWords({ source, cue }: SourcedSentence): string {
  const parts = [source?.text, cue?.text].flatMap((one) => (one === undefined ? [] : [plainWords(one)]));
  return parts.length === 0 ? '' : `  (${parts.join(', ')})`;
}

const speakerInWords = ({ words, speaker }: SourcedQuote & Worded): string =>
  `${shortened(words, 40)}  (${speaker === null ? 'speaker not named' : `by ${plainWords(speaker.text)}`})`;

/** Words on one line, the end left out of many. */
function shortened(words: string, longest = 72): string {
  const line = plainWords(words).replace(/ {2,}/gu, ' ');
  return line.length <= longest ? line : `${line.slice(0, longest).replace(/\s*\S*$/u, '')} …`;
}

function totalsOf(files: readonly SourcedFile[]): string {
  const sentences = files.flatMap((file) => file.sentences);
  if (sentences.length === 0) return 'There are no sentences to tell the sources of.';
  const counts = Object.entries(MARKS).flatMap(([status, { words }]) => {
    const amount = sentences.filter((one) => one.status === status).length;
    return amount === 0 ? [] : [`${amount} ${words === 'no source' ? 'with no source' : words}`];
  });
  return `${count(sentences.length, 'sentence')} in ${count(files.length, 'draft')}: ${inARow(counts)}.`;
}

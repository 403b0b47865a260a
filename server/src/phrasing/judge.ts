import { KINDS, type Model, type Reading } from './model.ts';
import { CASES, caseAt, type Piece, piecesOf, type Vocabulary } from './pieces.ts';
import type { Fault, Scores, Weights } from './weights.ts';

export type { Fault } from './weights.ts';

/** What the model finds at fault in a sentence; places are UTF-16 offsets in the sentence. */
export interface Doubt {
  /** The words at fault; what is missing is missing before them. */
  readonly start: number;
  readonly end: number;
  readonly kind: Fault;
  /** How much speaks for it, in log-odds. */
  readonly score: number;
  /** How grave a finding that makes it. */
  readonly grade: 'warning' | 'information' | 'hint';
  /** What would fix it, the likeliest first. */
  readonly edits: readonly Proposal[];
}

/** An edit of one word. */
export interface Proposal {
  readonly start: number;
  readonly end: number;
  /** “delete”, “swap”, “insert:to” (before the word), “replace:than”, “verb:ing”, “noun:plural”. */
  readonly edit: string;
  readonly probability: number;
  /** How likely an edit of its kind must be to be offered; over 1 for never. */
  readonly sure: number;
}

/** `full` reads every sentence, `fast` those that the gate lets through. */
export type Thoroughness = 'full' | 'fast';

/** Finds what is at fault in a sentence. The same sentence has the same doubts, on every machine. */
export type JudgeSentence = (sentence: string, how: Thoroughness) => readonly Doubt[];

/** An edit less likely than this is not worth passing on. */
const LEAST = 0.03;

const FAULTS: readonly Fault[] = ['extra', 'wrong', 'missing'];

/**
 * Makes a judge of sentences. One of more pieces than the model has places for is read in windows that overlap by half; each of
 * its words is judged in the window in which it has most around it, the whole by the window that finds most fault with it.
 */
export function judgeOf(model: Model, vocabulary: Vocabulary, weights: Weights): JudgeSentence {
  // no more of the weights is kept than this: the tensors lie in the model's memory
  const { positions, edits, scores, gate } = weights;
  const most = positions - 2;
  return (sentence, how) => {
    const words = wordsOf(sentence);
    const pieces = piecesOf(sentence, vocabulary);
    const firstAt = new Map<number, number>();
    pieces.forEach(({ start }, i) => {
      if (!firstAt.has(start)) firstAt.set(start, i);
    });
    const judged = words.flatMap(({ start, end }) => {
      const piece = firstAt.get(start);
      return piece === undefined ? [] : [{ start, end, piece }];
    });
    const windows = windowsOf(pieces.length, most);
    const rows = windows.map(({ from, to }) => rowsOf(sentence, pieces.slice(from, to), vocabulary));
    if (how === 'fast' && gate !== null) {
      const glances = model.glance(rows);
      const worth = judged.some(({ piece }) => {
        const at = windowOf(windows, piece);
        return (glances[at]?.[piece - (windows[at]?.from ?? 0) + 1] ?? 0) >= gate.threshold;
      });
      if (!worth) return [];
    }
    const readings = model.read(rows);
    const whole = Math.max(...readings.map((reading) => reading.whole));
    const alone = judged.map(({ piece, ...word }): Scored => {
      const at = windowOf(windows, piece);
      const row = piece - (windows[at]?.from ?? 0) + 1;
      const isWord = /^\p{L}/u.test(sentence.slice(word.start, word.end));
      return { ...word, isWord, ...oddsOf(readings[at] as Reading, row, { edits, scores }) };
    });
    const oddsAt = (i: number): number => Math.max(alone[i]?.score ?? scores.edge, scores.edge);
    const scored = alone.map((word, i) => {
      const [more, less] = [oddsAt(i - 1), oddsAt(i + 1)].sort((a, b) => b - a) as [number, number];
      const beside = scores.beside[0] * more + scores.beside[1] * less;
      return { ...word, score: word.score + scores.whole * whole + scores.kinds[word.kind] + beside };
    });
    return doubtsOf(scored, scores);
  };
}

interface Word {
  readonly start: number;
  readonly end: number;
}

const WORD = /\p{L}+(?:['’-]\p{L}+)*|\d[\d.,]*\d|\d|[^\s]/gu;

/** The words of a sentence, and its marks, as the model was taught them. */
const wordsOf = (sentence: string): Word[] =>
  Array.from(sentence.matchAll(WORD), ({ 0: word, index }) => ({ start: index, end: index + word.length }));

interface Scored extends Word {
  /** Whether it has letters, and is no mark or figure. */
  readonly isWord: boolean;
  readonly score: number;
  readonly kind: Fault;
  readonly edits: () => readonly Proposal[];
}

/** What a word's own odds are of being at fault, whatever stands beside it. */
function oddsOf(
  { detect, edit }: Reading,
  row: number,
  { edits, scores }: Pick<Weights, 'edits' | 'scores'>,
): Pick<Scored, 'score' | 'kind' | 'edits'> {
  const at = (kind: number): number => detect[row * KINDS + kind] as number;
  const worst = Math.max(at(1), at(2), at(3));
  const sum = Math.exp(at(1) - worst) + Math.exp(at(2) - worst) + Math.exp(at(3) - worst);
  const kind = FAULTS[at(1) === worst ? 0 : at(2) === worst ? 1 : 2] as Fault;
  return {
    score: worst + Math.log(sum) - at(0),
    kind,
    // the first edit is to keep the word
    edits: () =>
      edits.slice(1).flatMap((name, i) => {
        const probability = edit[row * edits.length + i + 1] as number;
        return probability < LEAST
          ? []
          : [
              {
                start: 0,
                end: 0,
                edit: name,
                probability,
                sure: scores.fixes?.[name] ?? scores.fixes?.[name.split(':')[0] as string] ?? scores.fix,
              },
            ];
      }),
  };
}

/** How far under the worst word of a mark the others may lie: one that is doubted far less is doubted for what stands beside it. */
const FAR = 8;

/** Words over the threshold, those with one other between them together, and their neighbours that look bad beside them. */
function doubtsOf(words: readonly Scored[], scores: Scores): Doubt[] {
  const runs: { from: number; to: number }[] = [];
  words.forEach(({ score }, i) => {
    if (score < scores.hint) return;
    const last = runs[runs.length - 1];
    if (last !== undefined && i - last.to <= 1) last.to = i + 1;
    else runs.push({ from: i, to: i + 1 });
  });
  const scoreAt = (i: number): number => words[i]?.score ?? Number.NEGATIVE_INFINITY;
  return runs.map((run, i) => {
    let { from, to } = run;
    const worst = words.slice(from, to).reduce((a, b) => (b.score > a.score ? b : a));
    const least = worst.score - FAR;
    while (scoreAt(from) < least) from += 1;
    while (scoreAt(to - 1) < least) to -= 1;
    let first = from;
    let last = to;
    const isBad = (at: number): boolean => scoreAt(at) >= Math.max(scores.span, least);
    while (first > (runs[i - 1]?.to ?? 0) && isBad(first - 1)) first -= 1;
    while (last < (runs[i + 1]?.from ?? words.length) && isBad(last)) last += 1;
    // one word is seldom the collision: the worse of its neighbours is the other
    if (worst.kind === 'extra' && last - first === 1) {
      const ofWord = (at: number): number =>
        words[at]?.isWord === true ? words[at].score : Number.NEGATIVE_INFINITY;
      if (ofWord(first - 1) > ofWord(last)) first -= 1;
      else if (words[last]?.isWord === true) last += 1;
    }
    return {
      start: (words[first] as Word).start,
      end: (words[last - 1] as Word).end,
      kind: worst.kind,
      score: worst.score,
      grade:
        worst.score >= scores.warning
          ? 'warning'
          : worst.score >= scores.information
            ? 'information'
            : 'hint',
      edits: words
        .slice(from, to)
        .flatMap(({ start, end, edits }) => edits().map((one) => ({ ...one, start, end })))
        .sort((a, b) => b.probability - a.probability),
    };
  });
}

interface Window {
  readonly from: number;
  readonly to: number;
}

function windowsOf(pieces: number, most: number): Window[] {
  const windows: Window[] = [];
  for (let from = 0; ; from += Math.floor(most / 2)) {
    windows.push({ from, to: Math.min(pieces, from + most) });
    if (from + most >= pieces) return windows;
  }
}

/** The number of the window in which a piece has most around it. */
function windowOf(windows: readonly Window[], piece: number): number {
  const last = windows.length - 1;
  const around = ({ from, to }: Window, i: number): number =>
    Math.min(
      i === 0 ? Number.POSITIVE_INFINITY : piece - from,
      i === last ? Number.POSITIVE_INFINITY : to - 1 - piece,
    );
  let best = 0;
  windows.forEach((window, i) => {
    if (around(window, i) > around(windows[best] as Window, best)) best = i;
  });
  return best;
}

function rowsOf(text: string, pieces: readonly Piece[], { opens, closes }: Vocabulary): number[] {
  const rows = [opens, CASES.lower, 0];
  pieces.forEach(({ id, start, end }, i) => {
    rows.push(id, caseAt(text, start, end), i + 1);
  });
  rows.push(closes, CASES.lower, pieces.length + 1);
  return rows;
}

import type { Check, DraftCheck, ParagraphCheck } from '../../server/src/checks/check.ts';
import type * as EngineModule from './engine.ts';
import { median, quantile, timed } from './figures.ts';
import { newsLike, newsWithCopy, shortParagraphs } from './story.ts';
import { typed } from './typing.ts';

export type Engine = typeof EngineModule;

/** Milliseconds to read and check texts, each as if never seen; the middle one of several rounds. */
export async function measureBatch(
  engine: Engine,
  texts: readonly string[],
  rounds: number,
): Promise<number> {
  const plan = engine.planChecks(engine.CHECKS);
  // nothing is kept of what was read before
  const phrasing = { doubts: engine.judgeSentence, begins() {} };
  const took: number[] = [];
  for (let i = 0; i < rounds + 2; i += 1) {
    const time = await timed(() => {
      for (const text of texts) engine.checkDraft(engine.readDraft(text, 'plain'), plan, thrown, phrasing);
    });
    if (i >= 2) took.push(time);
  }
  return median(took);
}

/** Milliseconds that the phrasing model takes: to load, for a sentence, and for 1,000 words in either way. */
export async function measureReader(engine: Engine, rounds: number) {
  const draft = engine.readDraft(newsLike(1000, 5).join('\n\n'), 'plain');
  const sentences = draft.paragraphs.flatMap(({ prose }) =>
    prose.sentences.map(({ start, end }) => prose.text.slice(start, end)),
  );
  const words = draft.paragraphs.reduce((sum, { prose }) => sum + prose.words.length, 0);
  const first = await timed(() => engine.judgeSentence('It is.', 'full'));
  const single: number[] = [];
  const full: number[] = [];
  const fast: number[] = [];
  for (let i = 0; i < rounds + 1; i += 1) {
    const each: number[] = [];
    for (const sentence of sentences) each.push(await timed(() => engine.judgeSentence(sentence, 'full')));
    fast.push(await timed(() => sentences.map((sentence) => engine.judgeSentence(sentence, 'fast'))));
    // the first round warms up
    if (i === 0) fast.pop();
    else {
      single.push(...each);
      full.push(each.reduce((sum, one) => sum + one, 0));
    }
  }
  const perThousand = (took: readonly number[]) => (median(took) / words) * 1000;
  return {
    load: first,
    sentence: median(single),
    longest: quantile(single, 0.95),
    full: perThousand(full),
    fast: perThousand(fast),
  };
}

/** Milliseconds the check for duplicates takes on drafts of this many short paragraphs, read before. */
export async function measureDuplicates(
  engine: Engine,
  sizes: readonly number[],
  rounds: number,
): Promise<readonly number[]> {
  const plan = engine.planChecks(engine.CHECKS.filter((check) => check.id === 'duplicate'));
  const results: number[] = [];
  for (const size of sizes) {
    const text = shortParagraphs(size, 3);
    const took: number[] = [];
    for (let i = 0; i < rounds + 1; i += 1) {
      const draft = engine.readDraft(text, 'plain');
      const time = await timed(() => engine.checkDraft(draft, plan, thrown));
      if (i > 0) took.push(time);
    }
    results.push(median(took));
  }
  return results;
}

/** Where the time of a keystroke goes, in milliseconds (the middle one, and the one that 95 in 100 do not exceed). */
export interface Share {
  readonly name: string;
  readonly p50: number;
  readonly p95: number;
}

const SOME = 60;

/** Types about the middle of a draft of this many words, in process, and tells what each part of the work took. */
export async function measureShares(
  engine: Engine,
  words: number,
  strokes: number,
): Promise<readonly Share[]> {
  const spent = new Map<string, number>();
  const plan = engine.planChecks(engine.CHECKS.map((check) => watched(check, spent)));
  const read = engine.createReader('plain');
  const session = engine.createSession(thrown);
  let text = newsWithCopy(words, words);
  session.check(read(text), plan);
  const byPart = new Map<string, number[]>();
  const warmUp = Math.ceil(strokes / 2);
  const typing = typed(warmUp + strokes, words);
  let place = 0;
  for (let i = 0; i < warmUp + strokes; i += 1) {
    spent.clear();
    // on to another paragraph now and then, so that none grows beyond what a paragraph is
    if (i % SOME === 0) place = text.indexOf(' ', text.length * (0.3 + 0.4 * (i / (warmUp + strokes)))) + 1;
    const at = place + (i % SOME);
    text = `${text.slice(0, at)}${typing.charAt(i)}${text.slice(at)}`;
    // a slice is only laid out when it is first read, which is no part of reading the draft
    text.charCodeAt(text.length - 1);
    const start = performance.now();
    const draft = read(text, { start: at, end: at, newEnd: at + 1 });
    const wasRead = performance.now();
    session.check(draft, plan);
    const end = performance.now();
    const checks = [...spent.values()].reduce((sum, one) => sum + one, 0);
    spent.set('reading the draft', wasRead - start);
    spent.set('putting findings in place and order', end - wasRead - checks);
    spent.set('all of it', end - start);
    if (i < warmUp) continue;
    for (const [name, took] of spent) byPart.set(name, [...(byPart.get(name) ?? []), took]);
  }
  return [...byPart].map(([name, took]) => ({ name, p50: median(took), p95: quantile(took, 0.95) }));
}

function watched(check: Check, spent: Map<string, number>): Check {
  const name = `${check.id} (${check.scope === 'draft' ? 'whole draft' : 'by paragraph'})`;
  const watch = <T>(work: () => Iterable<T>): readonly T[] => {
    const start = performance.now();
    const raised = [...work()];
    spent.set(name, (spent.get(name) ?? 0) + performance.now() - start);
    return raised;
  };
  if (check.scope === 'draft') {
    const run: DraftCheck['run'] = (draft, context) => watch(() => check.run(draft, context));
    return { ...check, run };
  }
  const run: ParagraphCheck['run'] = (paragraph, context) => watch(() => check.run(paragraph, context));
  return { ...check, run };
}

function thrown(_: unknown, error: unknown): never {
  throw error;
}

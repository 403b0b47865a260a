import { chanceFrom } from '../corpus/chance.ts';
import { startEditor } from './client.ts';
import { median, quantile } from './figures.ts';
import { newsLike, newsWithCopy } from './story.ts';

export const PLACES = ['headline', 'start', 'middle', 'end'] as const;
export type Place = (typeof PLACES)[number];

/** How long diagnostics took after a keystroke, in milliseconds. */
export interface Typing {
  readonly words: number;
  readonly place: Place;
  readonly p50: number;
  readonly p95: number;
  readonly worst: number;
}

/**
 * What is typed, this many characters of it: other words for each seed, since nobody types the same sentence again and again, and
 * what a server learnt of it the first time must not count.
 */
export const typed = (characters: number, seed: number): string =>
  newsLike(characters, seed).slice(1).join(' ').replaceAll(/[“”"]/gu, '').slice(0, characters);

/** A draft open in an editor of its own, in which somebody types. */
interface Typist {
  readonly words: number;
  type(place: Place, text: string): Promise<readonly number[]>;
  quit(): Promise<void>;
}

/**
 * Types into open drafts of several lengths, each with a server of its own, one character at a time, and pulls the
 * diagnostics after each, as an editor does. A keystroke is timed from before its change is sent until the answer is there.
 * The lengths take turns, so that whatever else the machine does slows them all alike; the first turn is to warm up.
 */
export async function measureTyping(
  server: string,
  lengths: readonly number[],
  turns: number,
  strokes: number,
): Promise<readonly Typing[]> {
  const typists = await Promise.all(lengths.map((words) => startTyping(server, words)));
  const took = new Map<string, number[]>();
  for (let turn = 0; turn <= turns; turn += 1) {
    for (const [at, place] of PLACES.entries()) {
      const text = typed(strokes, 1 + turn * PLACES.length + at);
      for (const typist of typists) {
        const times = await typist.type(place, text);
        const key = `${typist.words} ${place}`;
        if (turn > 0) took.set(key, [...(took.get(key) ?? []), ...times]);
      }
    }
  }
  for (const typist of typists) await typist.quit();
  return lengths.flatMap((words) =>
    PLACES.map((place) => {
      const times = took.get(`${words} ${place}`) ?? [];
      return { words, place, p50: median(times), p95: quantile(times, 0.95), worst: Math.max(...times) };
    }),
  );
}

/** How long diagnostics took after a random edit, in milliseconds. */
export interface Editing {
  readonly words: number;
  readonly p50: number;
  readonly p95: number;
  readonly worst: number;
}

/**
 * Makes edits at random places of drafts, one character at a time, and pulls the diagnostics after each: letters, spaces and stops that
 * come, and characters that go. Each draft has a server of its own; they take turns, and the first tenth is to warm up.
 */
export async function measureEdits(
  server: string,
  drafts: readonly string[],
  edits: number,
): Promise<readonly Editing[]> {
  const editors = await Promise.all(
    drafts.map(async (draft, at) => {
      const editor = await startEditor(server);
      const uri = `file:///bench/real-${at}.txt`;
      await editor.open(uri, draft);
      const known = resultId(await editor.pull(uri));
      return {
        editor,
        uri,
        known,
        lines: draft.split('\n'),
        words: draft.split(/\s+/u).length,
        took: [] as number[],
      };
    }),
  );
  const chance = chanceFrom(edits);
  for (let edit = 0; edit < edits * 1.1; edit += 1) {
    for (const one of editors) {
      const written = [...one.lines.keys()].filter((line) => one.lines[line] !== '');
      const line = chance.pick(written);
      const before = one.lines[line] ?? '';
      const character = chance.between(0, before.length - 1);
      const put = chance.pick(['e', 't', 's', ' ', '.', '']);
      const end = character + (put === '' ? 1 : 0);
      one.lines[line] = before.slice(0, character) + put + before.slice(end);
      const start = performance.now();
      void one.editor.change(one.uri, { line, character }, { line, character: end }, put);
      one.known = resultId(await one.editor.pull(one.uri, one.known));
      if (edit >= edits * 0.1) one.took.push(performance.now() - start);
    }
  }
  for (const { editor } of editors) await editor.quit();
  return editors.map(({ words, took }) => ({
    words,
    p50: median(took),
    p95: quantile(took, 0.95),
    worst: Math.max(...took),
  }));
}

async function startTyping(server: string, words: number): Promise<Typist> {
  const editor = await startEditor(server);
  const draft = newsWithCopy(words, words);
  const lines = draft.split('\n');
  const uri = `file:///bench/${words}.txt`;
  await editor.open(uri, draft);
  let known = resultId(await editor.pull(uri));
  return {
    words,
    async type(place, text) {
      const line = lineAt(lines, place);
      const length = lines[line]?.length ?? 0;
      const character = place === 'end' ? length : (lines[line]?.indexOf(' ') ?? 0) + 1;
      const took: number[] = [];
      for (let i = 0; i < text.length; i += 1) {
        const at = { line, character: character + i };
        const start = performance.now();
        void editor.change(uri, at, at, text.charAt(i));
        const report = await editor.pull(uri, known);
        took.push(performance.now() - start);
        known = resultId(report);
      }
      const end = { line, character: character + text.length };
      await editor.change(uri, { line, character }, end, '');
      known = resultId(await editor.pull(uri));
      return took;
    },
    quit: () => editor.quit(),
  };
}

const resultId = (report: { resultId?: string }): string => {
  if (report.resultId === undefined) throw new Error('The server gave no result id.');
  return report.resultId;
};

// the headline, or a paragraph near the start, in the middle or at the end: with blank lines between, every other line is one
function lineAt(lines: readonly string[], place: Place): number {
  const at = { headline: 0, start: 4, middle: Math.floor(lines.length / 2), end: lines.length - 1 }[place];
  return lines[at] === '' ? at + 1 : at;
}

/** Milliseconds from starting a server to its answer to `initialize`, and to the first diagnostics of a draft of 1,000 words. */
export async function measureColdStart(
  server: string,
  starts: number,
): Promise<{ readonly initialize: number; readonly diagnostics: number }> {
  const initialize: number[] = [];
  const diagnostics: number[] = [];
  const text = newsWithCopy(1000, 1);
  for (let i = 0; i < starts; i += 1) {
    const start = performance.now();
    const editor = await startEditor(server);
    initialize.push(performance.now() - start);
    await editor.open('file:///bench/cold.txt', text);
    await editor.pull('file:///bench/cold.txt');
    diagnostics.push(performance.now() - start);
    await editor.quit();
  }
  return { initialize: median(initialize), diagnostics: median(diagnostics) };
}

// What has far more of something than copy has is left out by the checks that it costs time, in the same places everywhere, and that is told.
import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../server/src/checks/index.ts';
import { FORMATS } from '../../server/src/draft/formats.ts';
import { readDraft } from '../../server/src/draft/read.ts';
import { excessOf, withinBudget } from '../../server/src/engine/budget.ts';
import { planChecks } from '../../server/src/engine/plan.ts';
import { createSession } from '../../server/src/engine/session.ts';
import { unjudgedIn } from '../../server/src/engine/unjudged.ts';
import { sayIn } from '../../server/src/lsp/say.ts';
import { newsWithCopy } from '../bench/story.ts';
import { GROWING } from './inputs.ts';

const MEGABYTE = 1_000_000;
const plan = planChecks(CHECKS, { checks: { garbled: { model: 'off' } } });
const made = (name: string, size: number) => {
  const one = GROWING.find((growing) => growing.name === name || growing.name === JSON.stringify(name));
  return readDraft(one?.make(size) ?? '', one?.format ?? 'plain');
};
const told = (draft: ReturnType<typeof readDraft>) =>
  unjudgedIn(draft, plan).map(({ code, checks, message }) => ({ code, checks, told: message(7) }));

describe('a draft of 1 MB', () => {
  // what a check is given costs it time: to count that is no matter of the machine
  it.each([
    ['He left. ', 'garbled', 0.4],
    ['He said. ', 'attribution', 0.4],
    ['5-4 ', 'consistency', 0.1],
    ['1,000 ', 'consistency', 0.1],
    ['4 March ', 'consistency', 0.3],
    ['XXX ', 'placeholder', 0.3],
    ['a\t', 'garbled', 0.5],
    ['near-alike names', 'consistency', 0.4],
    ['a figure in each paragraph', 'consistency', 0.5],
    ['a capital on each line', 'duplicate', 0.05],
  ])('of %j is judged by %s in part only', (name, id, part) => {
    const draft = made(name, MEGABYTE);
    const check = CHECKS.find((one) => one.id === id);
    if (check === undefined) throw new Error(`no check ${id}`);
    const given = withinBudget(draft, excessOf(draft), check).paragraphs.length;
    expect(given).toBeGreaterThan(0);
    expect(given / draft.paragraphs.length).toBeLessThan(part);
  });

  it('is judged whole where it is copy', () => {
    const copy = readDraft(newsWithCopy(170_000, 1), 'plain');
    expect(copy.source.length).toBeGreaterThan(MEGABYTE);
    expect(excessOf(copy)).toBeUndefined();
    expect(unjudgedIn(copy, plan)).toEqual([]);
  });
});

it('what is left out is told, with the checks and the place', () => {
  const table = '5-4 3-2 '.repeat(12_500);
  const draft = readDraft(`The Ashby games in full.\n\n${table}\n\nThe the next games are in May.`, 'plain');
  const left = told(draft).filter(({ code }) => code === 'left-out');
  expect(left).toEqual([
    {
      code: 'left-out',
      checks: ['consistency'],
      told: expect.stringMatching(
        /^Left out by consistency: \d+ of the paragraphs from here to line 7\. The draft has more figures than copy of its length has\.$/u,
      ),
    },
  ]);
  // on a German desk too
  expect(sayIn('de')(left[0]?.told ?? '')).toMatch(
    /^Ausgelassen von consistency: \d+ der Absätze von hier bis Zeile 7\. Der Entwurf hat mehr Zahlen, als /u,
  );
  const [found] = unjudgedIn(draft, plan).filter(({ code }) => code === 'left-out');
  expect(found?.span.start).toBeGreaterThan(20);
  expect(found?.span.end).toBeLessThanOrEqual(30 + table.length);
  expect(
    createSession()
      .check(draft, plan)
      .map(({ code }) => code),
  ).toContain('repeated/word');
});

it('a check that is switched off is not named, and nothing is told where no other leaves it out', () => {
  const off = planChecks(CHECKS, { checks: { consistency: false } });
  const draft = readDraft('5-4 3-2 '.repeat(12_500), 'plain');
  expect(unjudgedIn(draft, off).filter(({ code }) => code === 'left-out')).toEqual([]);
});

it('what stands too deep in Markdown is told where it stands', () => {
  const draft = readDraft(`One.\n\n${'> '.repeat(150)}deep\n\nThree.\n`, 'markdown');
  expect(told(draft)).toEqual([
    {
      code: 'too-deep',
      checks: plan.checks.map(({ check }) => check.id),
      told: 'No check read what stands from here to line 7 more than 100 quotations or lists deep.',
    },
  ]);
  expect(unjudgedIn(draft, plan)[0]?.span.start).toBe(6);
});

it('Markdown with far more marks than copy has is parsed in part, which is told, after an edit as afresh', () => {
  const notes = made('a note in each paragraph', 60_000);
  const text = notes.source.toString();
  expect(notes.paragraphs.length).toBeGreaterThan(500);
  expect(notes.paragraphs.length).toBeLessThan(text.split('\n\n').length * 0.9);
  expect(told(notes).map(({ code }) => code)).toContain('too-marked');
  const reader = FORMATS.markdown.createReader();
  const shown = (draft: ReturnType<typeof readDraft>) => ({
    told: told(draft),
    texts: draft.paragraphs.map(({ prose, span }) => [prose.text, span]),
  });
  let now = text.slice(0, 8_000);
  reader(now);
  for (const [start, end, added] of [
    [4_000, 4_000, text],
    [10, 20, 'x'],
    [4_000, 4_000 + text.length, ''],
    [5, 5, 'y'],
  ] as const) {
    now = now.slice(0, start) + added + now.slice(end);
    expect(shown(reader(now, { start, end, newEnd: start + added.length }))).toEqual(
      shown(readDraft(now, 'markdown')),
    );
  }
}, 120_000);

it('Markdown that goes on for longer than is read at once is told as one place', () => {
  const draft = readDraft(`One.\n\n${'| a | b |\n'.repeat(2_000)}\n\nThree.\n`, 'markdown');
  expect(told(draft).map(({ code }) => code)).toEqual(['in-parts']);
});

it('a session that learns a draft bit by bit, and follows its edits, finds what a fresh one finds', () => {
  const games = '5-4 3-2 '.repeat(900);
  const before = Array.from({ length: 12 }, (_, n) => `${games}x${n}\n\nThe the ferry ${n} left.`).join(
    '\n\n',
  );
  const now = { draft: readDraft(before, 'plain') };
  const session = createSession();
  for (const _ of session.learn(() => now.draft, plan));
  for (const text of [before, before.replaceAll('5-4', 'won'), `He left. ${before}`, before]) {
    now.draft = readDraft(text, 'plain');
    expect(session.check(now.draft, plan)).toEqual(createSession().check(readDraft(text, 'plain'), plan));
  }
});

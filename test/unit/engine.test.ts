import { expect, test } from 'vitest';
import type { Check, DraftCheck, ParagraphCheck } from '../../server/src/checks/check.ts';
import { readDraft } from '../../server/src/draft/read.ts';
import { applyEdits, fixAll } from '../../server/src/engine/fix.ts';
import { planChecks } from '../../server/src/engine/plan.ts';
import { checkDraft, createSession } from '../../server/src/engine/session.ts';

/** Raises `CODE` on every occurrence of a word, with a safe fix that deletes it. */
const wordCheck = (id: string, word: string, code = `${id}/word`): ParagraphCheck => ({
  id,
  scope: 'paragraph',
  summary: '',
  codes: { [`${id}/word`]: { severity: 'warning', summary: '' } },
  defaults: {},
  optionDocs: {},
  *run({ text }) {
    for (const { index } of text.matchAll(new RegExp(` ?${word}`, 'g'))) {
      const span = { start: index, end: index + word.length + 1 };
      yield { code, span, message: word, fixes: [{ title: '', safe: true, edits: [{ span, text: '' }] }] };
    }
  },
});

const copyCheck: DraftCheck = {
  id: 'copy',
  scope: 'draft',
  summary: '',
  codes: { 'copy/last': { severity: 'error', summary: '' } },
  defaults: {},
  optionDocs: {},
  *run({ paragraphs }) {
    const last = paragraphs.at(-1);
    if (last) yield { code: 'copy/last', span: last.span, message: '', copy: true };
  },
};

const codes = (source: string, checks: readonly Check[], onError?: (check: Check) => void): string[] =>
  checkDraft(readDraft(source, 'plain'), planChecks(checks), onError).map(
    ({ code, span }) => `${code} ${source.slice(span.start, span.end).trim()}`,
  );

const TWO = 'Some teh words here.\n\nAnd teh others there.\n';

test('findings stand in the order of the draft', () => {
  expect(codes(TWO, [wordCheck('b', 'others'), wordCheck('a', 'teh')])).toEqual([
    'a/word teh',
    'a/word teh',
    'b/word others',
  ]);
});

test('what stands inside a copy is not reported again', () => {
  expect(codes(TWO, [wordCheck('a', 'teh'), copyCheck])).toEqual([
    'a/word teh',
    'copy/last And teh others there.',
  ]);
});

test('a check that yields to another says nothing where that one speaks', () => {
  const second: Check = { ...wordCheck('second', 'teh'), yieldsTo: ['first'] };
  expect(codes(TWO, [wordCheck('first', 'teh words'), second])).toEqual([
    'first/word teh words',
    'second/word teh',
  ]);
  expect(codes(TWO, [second])).toEqual(['second/word teh', 'second/word teh']);
  const off = planChecks([wordCheck('first', 'teh words'), second], { checks: { first: false } });
  expect(checkDraft(readDraft(TWO, 'plain'), off).map(({ code }) => code)).toEqual(['second/word']);
});

test('tens of thousands of slips in one paragraph are told apart in time', () => {
  const second: Check = { ...wordCheck('second', 'teh'), yieldsTo: ['first'] };
  const text = 'Some teh words and others teh there. '.repeat(20_000);
  const start = performance.now();
  const found = codes(text, [wordCheck('first', 'teh words'), second]);
  expect(found).toHaveLength(40_000);
  expect(new Set(found)).toEqual(new Set(['first/word teh words', 'second/word teh']));
  // compared pair by pair this takes half a minute
  expect(performance.now() - start).toBeLessThan(10_000);
});

test('a check that fails is told, and the others’ findings are kept', () => {
  const failed: string[] = [];
  const broken: Check = {
    ...wordCheck('broken', 'x'),
    run() {
      throw new Error('no');
    },
  };
  const undeclared = wordCheck('odd', 'teh', 'odd/other');
  expect(codes(TWO, [broken, undeclared, wordCheck('a', 'others')], ({ id }) => failed.push(id))).toEqual([
    'a/word others',
  ]);
  expect(new Set(failed)).toEqual(new Set(['broken', 'odd']));
});

test('a paragraph is judged again only when its words or the plan change', () => {
  let runs = 0;
  const counting: Check = {
    ...wordCheck('a', 'x'),
    run() {
      runs += 1;
      return [];
    },
  };
  const session = createSession();
  const plan = planChecks([counting]);
  const draft = readDraft(TWO, 'plain');
  session.check(draft, plan);
  session.check(draft, plan);
  expect(runs).toBe(2);
  session.check(draft, planChecks([counting]));
  expect(runs).toBe(4);
});

test('a check that asks about phrasing is asked again when that is known, and nothing else is', () => {
  const doubt = {
    start: 0,
    end: 4,
    kind: 'extra',
    score: 5,
    grade: 'warning',
    edits: [],
  } as const;
  let runs = 0;
  const reading: ParagraphCheck = {
    ...wordCheck('reading', 'x'),
    run(paragraph, { doubts }) {
      runs += 1;
      const found = paragraph.sentences.flatMap(({ start, end }) =>
        (doubts(paragraph.text.slice(start, end), 'full') ?? []).map((one) => ({
          start: start + one.start,
          end: start + one.end,
        })),
      );
      return found.map((span) => ({ code: 'reading/word', span, message: '' }));
    },
  };
  const other: ParagraphCheck = { ...wordCheck('other', 'teh') };
  const known = new Map<string, readonly (typeof doubt)[]>();
  const asked: string[] = [];
  const phrasing = {
    begins: () => asked.splice(0),
    doubts(sentence: string) {
      if (!known.has(sentence)) asked.push(sentence);
      return known.get(sentence);
    },
  };
  const session = createSession(undefined, phrasing);
  const plan = planChecks([reading, other]);
  const draft = readDraft('Some teh words. Go on.\n\nAnd there is more.\n', 'plain');
  const found = () => session.check(draft, plan).map(({ code, span }) => `${code} ${span.start}`);
  expect(found()).toEqual(['other/word 4']);
  expect(asked).toEqual(['Some teh words.', 'Go on.', 'And there is more.']);
  known.set('Some teh words.', [doubt]);
  // one of two sentences is not enough; both are asked about still
  expect([found(), runs, asked]).toEqual([['other/word 4'], 2, ['Go on.', 'And there is more.']]);
  known.set('Go on.', [doubt]);
  expect([found(), runs]).toEqual([['reading/word 0', 'other/word 4', 'reading/word 16'], 3]);
  known.set('And there is more.', []);
  expect([found().length, runs, asked]).toEqual([3, 4, []]);
  expect([found().length, runs]).toEqual([3, 4]);
});

test('later overrides win over earlier ones, code by code and option by option', () => {
  const check: ParagraphCheck<{ a: number; b: number }> = {
    ...wordCheck('a', 'x'),
    defaults: { a: 1, b: 1 },
    optionDocs: { a: '', b: '' },
  };
  const plan = planChecks(
    [check],
    { checks: { a: { a: 2, b: 2 } }, severity: { 'a/word': 'hint' } },
    { checks: { a: { b: 3 } }, severity: { 'a/word': 'error' } },
  );
  expect(plan.checks[0]?.options).toEqual({ a: 2, b: 3 });
  expect(plan.severities.get('a/word')).toBe('error');
  expect(planChecks([check], { checks: { a: false } }).checks).toEqual([]);
  expect(planChecks([check], { severity: { 'a/word': 'off' } }).checks).toEqual([]);
});

test('edits are applied together or refused', () => {
  const edit = (start: number, end: number, text: string) => ({ span: { start, end }, text });
  expect(applyEdits('abcdef', [edit(4, 5, ''), edit(0, 1, 'X')])).toBe('Xbcdf');
  expect(() => applyEdits('abcdef', [edit(0, 3, ''), edit(2, 4, '')])).toThrow(RangeError);
  expect(() => applyEdits('abc', [edit(2, 9, '')])).toThrow(RangeError);
});

test('fix-all goes on until no safe fix is left', () => {
  const check = (source: string) =>
    checkDraft(readDraft(source, 'plain'), planChecks([wordCheck('a', 'teh')]));
  expect(fixAll('Some teh teh words.', check)).toBe('Some words.');
});

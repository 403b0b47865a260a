import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ParagraphCheck } from '../../server/src/checks/check.ts';
import { planChecks } from '../../server/src/engine/plan.ts';
import { alarmLines, alarmsOn, countLines, inContext, together } from '../corpus/alarms.ts';
import { corpusNames, readCorpora } from '../corpus/corpora.ts';

const tides: ParagraphCheck<Record<never, never>> = {
  id: 'tides',
  scope: 'paragraph',
  summary: 'The word “tide”',
  codes: { 'tides/word': { severity: 'warning', summary: 'The word “tide”' } },
  defaults: {},
  optionDocs: {},
  *run({ text }) {
    if (text.includes('breaks')) throw new Error('the dam broke');
    for (const { index } of text.matchAll(/tide/gu))
      yield {
        code: 'tides/word',
        span: { start: index, end: index + 4 },
        message: 'A tide.',
        related: [{ span: { start: 0, end: 3 }, message: 'The first word' }],
      };
  },
};
const plan = planChecks([tides]);
const text = (words: string, id = 'a') => ({ corpus: 'own', id, text: words });

describe('alarms on clean text', () => {
  test('are counted by code and by words', () => {
    const found = alarmsOn(
      [text('The tide came in, and the tide went out.'), text('No water here.', 'b')],
      plan,
    );
    expect({ words: found.words, texts: found.texts, byCode: found.byCode }).toEqual({
      words: 12,
      texts: 2,
      byCode: { 'tides/word': 2 },
    });
    expect(countLines('Own', found)[0]).toBe('Own: 2 texts, 12 words, 2 alarms, 1666.667 per 10,000 words');
  });

  test('a check that fails is told, and its text named', () => {
    const { failures } = alarmsOn([text('The wave breaks here.', 'c')], plan);
    expect(failures).toEqual([expect.stringMatching(/^tides on own c: Error: the dam broke/u)]);
  });

  test('those of several corpora add up', () => {
    const one = alarmsOn([text('The tide.')], plan);
    const both = together([one, one]);
    expect([both.words, both.alarms.length, both.byCode]).toEqual([4, 2, { 'tides/word': 2 }]);
  });

  test('can be read: what is said, the words with what stands around them, the other place', () => {
    const { alarms } = alarmsOn([text('The tide came in.')], plan);
    expect(alarms.map(alarmLines)).toEqual([
      [
        'tides/word  own  a  [4, 8]  warning',
        '    A tide.',
        '    …The ⟦tide⟧ came in.…',
        '    The first word: …⟦The⟧ tide came in.…',
      ],
    ]);
  });

  test('long words are shortened in their middle, line ends shown', () => {
    const long = `One\n\n${'x'.repeat(2_000)}`;
    expect(inContext(long, { start: 5, end: long.length })).toMatch(
      /^…One ⏎ ⟦x{350} \[…1300 characters…\] x{350}⟧…$/u,
    );
  });
});

describe('corpora', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'blue-pencil-corpora-'));
    mkdirSync(join(folder, 'open'));
    writeFileSync(join(folder, 'open', 'small.jsonl'), '{"id":"a","text":"One."}\n{"text":"Two."}\n');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('are read by name, one text a line', () => {
    expect(corpusNames(folder)).toEqual(['small']);
    expect(readCorpora(['small'], folder)).toEqual([
      { corpus: 'small', id: 'a', text: 'One.' },
      { corpus: 'small', id: 'line 2', text: 'Two.' },
    ]);
  });

  test('an unknown name is said, with the names there are', () => {
    expect(() => readCorpora(['large'], folder)).toThrow('There is no corpus “large”. There are: small.');
  });

  test('their absence is said', () => {
    expect(() => readCorpora(['small'], join(folder, 'nowhere'))).toThrow(/^The corpora are absent/u);
  });
});

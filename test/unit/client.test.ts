import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { claimItem as itemIn } from '../../client/src/checked-claims.ts';
import { countsOf, inWords, leftInWords, readingTime, wordsIn } from '../../client/src/counts.ts';
import { draftSelector } from '../../client/src/drafts.ts';
import { plainly } from '../../client/src/plainly.ts';
import { createRestarts } from '../../client/src/restarts.ts';
import { linesOn } from '../../client/src/sourcing/words.ts';
import { summaryMessage as summaryIn } from '../../client/src/summary.ts';

const english = (text: string, ...values: readonly (string | number)[]): string =>
  text.replace(/\{(\d)\}/g, (_, at) => String(values[at]));
const summaryMessage = (
  summary: Parameters<typeof summaryIn>[0],
  scope?: Parameters<typeof summaryIn>[2],
): string => summaryIn(summary, english, scope);

const claimItem = (claim: Parameters<typeof itemIn>[0]) => itemIn(claim, english);

const NONE = { error: 0, warning: 0, information: 0, hint: 0 };
const found = (some: Partial<typeof NONE> = {}) => {
  const bySeverity = { ...NONE, ...some };
  return { bySeverity, settled: 0, findings: Object.values(bySeverity).reduce((sum, one) => sum + one, 0) };
};

const MINUTE = 60_000;
const skipped = (...names: readonly string[]) =>
  names.map((name) => ({ uri: `file:///desk/${name}`, reason: 'It is not text.' }));

describe('the summary of a check of the workspace', () => {
  it('counts in plain words', () => {
    const summary = { skipped: [], cancelled: false };
    expect(summaryMessage({ ...summary, files: 0, ...found() })).toBe(
      'There are no drafts in the open folders.',
    );
    expect(summaryMessage({ ...summary, files: 1, ...found() })).toBe('Checked 1 draft: nothing to ask.');
    expect(
      summaryMessage({ ...summary, files: 12, ...found({ error: 1, warning: 2, information: 1 }) }),
    ).toBe('Checked 12 drafts: 3 to fix, 1 question.');
  });

  it('counts what is settled', () => {
    expect(
      summaryMessage({ skipped: [], cancelled: false, files: 1, ...found({ error: 1 }), settled: 2 }),
    ).toBe('Checked 1 draft: 1 to fix, 2 settled.');
  });

  it('says that it was stopped', () => {
    expect(summaryMessage({ files: 3, ...found({ hint: 2 }), skipped: [], cancelled: true })).toBe(
      'Stopped after 3 drafts: nothing to ask, 2 hints so far.',
    );
  });

  it('says where there are no drafts', () => {
    const none = { files: 0, ...found(), skipped: [], cancelled: false };
    expect(summaryMessage(none, { folder: 'file:///desk' })).toBe('There are no drafts in this folder.');
    expect(summaryMessage(none, { files: [] })).toBe('There are no drafts among the changed files.');
  });

  it('does not speak of drafts where none was read', () => {
    const none = { files: 0, ...found(), skipped: skipped('ferry.txt') };
    const left = 'One file was not checked: ferry.txt (It is not text).';
    expect(summaryMessage({ ...none, cancelled: false })).toBe(left);
    expect(summaryMessage({ ...none, cancelled: true })).toBe(`Stopped before a draft was checked. ${left}`);
  });

  it('names the files that were not checked, as a person reads their names, up to three of them, under each reason once', () => {
    const summary = { files: 5, ...found(), cancelled: false };
    expect(summaryMessage({ ...summary, skipped: skipped('ferry%20pier.txt') })).toBe(
      'Checked 5 drafts: nothing to ask. One file was not checked: ferry pier.txt (It is not text).',
    );
    expect(summaryMessage({ ...summary, skipped: skipped('a', 'b', 'c', 'd', 'e') })).toBe(
      'Checked 5 drafts: nothing to ask. 5 files were not checked: a, b, c (It is not text); and 2 more.',
    );
  });

  it('does not fail on a name with a stray per cent sign', () => {
    expect(
      summaryMessage({ files: 1, ...found(), cancelled: false, skipped: skipped('100%.txt') }),
    ).toContain('100%.txt');
  });
});

describe('what is left', () => {
  const words = (some: Partial<typeof NONE>, checked?: number) =>
    inWords(countsOf({ ...NONE, ...some }, checked), english);

  it('counts errors and warnings as what is to be fixed, as the number on a tab does', () => {
    expect(countsOf({ error: 2, warning: 3, information: 4, hint: 5 })).toEqual({
      fix: 5,
      ask: 4,
      hints: 5,
      checked: 0,
    });
  });

  it('names questions and hints apart', () => {
    expect(words({ error: 1, information: 2, hint: 1 }, 4)).toBe('1 to fix, 2 questions, 1 hint, 4 settled');
    expect(words({ hint: 3 })).toBe('nothing to ask, 3 hints');
    expect(words({}, 1)).toBe('nothing to ask, 1 settled');
  });

  it('is said alone in a narrow row, where more would be cut', () => {
    const short = (some: Partial<typeof NONE>) => leftInWords(countsOf({ ...NONE, ...some }, 4), english);
    expect(short({ error: 1, information: 2, hint: 1 })).toBe('1 to fix, 2 questions');
    expect(short({ hint: 3 })).toBe('3 hints');
    expect(short({})).toBe('nothing to ask');
  });
});

describe('the length of a draft', () => {
  it('counts words as a newsroom does', () => {
    expect(wordsIn('It’s a well-known fact: 1,200 boats — or 3.5 per cent — left at 6:30.')).toBe(13);
    expect(wordsIn('Zoë saw the café.')).toBe(4);
    expect(wordsIn('')).toBe(0);
  });

  it('is read in minutes, never in none', () => {
    expect([0, 100, 640, 2_380].map(readingTime)).toEqual([1, 1, 3, 10]);
  });
});

describe('what is said of a claim', () => {
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 9 } };
  const said = (claim: Omit<Parameters<typeof linesOn>[0], 'range'>) => linesOn({ range, ...claim }, english);

  it('names its source and the word that tells it', () => {
    const source = { text: 'Ann Lee', kind: 'named' } as const;
    expect(said({ standing: 'attributed', source, cue: 'said' })).toEqual([
      'Attributed: Ann Lee (named), “said”',
    ]);
    expect(said({ standing: 'attributed', source: { text: 'She', kind: 'pronoun' } })).toEqual([
      'Attributed: She (named before)',
    ]);
  });

  it('asks what a desk would ask', () => {
    expect(said({ standing: 'bare', asked: 'Who counted?' })).toEqual([
      'Something here has no source',
      'To ask: Who counted?',
    ]);
  });

  it('says who has checked it, when and why', () => {
    const checked = { reason: 'public record', note: 'the register', who: 'Bo', when: 'on a Monday' };
    expect(said({ standing: 'checked', checked })).toEqual([
      'Checked',
      'Checked by Bo on on a Monday: public record (the register)',
    ]);
  });
});

describe('a checker that stops', () => {
  it('is started again four times within three minutes', () => {
    const restarts = createRestarts();
    const answers = [0, 1, 2, 3, 4].map((second) => restarts.stopped(second * 1000));
    expect(answers).toEqual([true, true, true, true, false]);
  });

  it('is started again for as long as it stops seldom', () => {
    const restarts = createRestarts();
    for (let stop = 0; stop < 20; stop += 1) expect(restarts.stopped(stop * MINUTE)).toBe(true);
  });

  it('begins anew once a person has restarted it', () => {
    const restarts = createRestarts();
    for (let stop = 0; stop < 5; stop += 1) restarts.stopped(stop);
    restarts.forget();
    expect(restarts.stopped(5)).toBe(true);
  });
});

describe('the documents that are checked', () => {
  it('take in the scheme of a folder that is open, and leave out what is no draft', () => {
    const schemes = draftSelector(['desk-cms'], ['news-draft']).map(({ scheme }) => scheme);
    expect(schemes).toContain('desk-cms');
    expect(schemes).toContain('untitled');
    for (const foreign of ['output', 'git', 'comment', 'vscode-scm', 'blue-pencil-copy'])
      expect(schemes).not.toContain(foreign);
  });
});

describe('an entry of the ledger, as it is listed', () => {
  const claim = {
    ledger: 'file:///desk/.blue-pencil/checked.jsonl',
    id: 'a',
    code: 'attribution/unattributed-claim',
    excerpt: 'Rebels seized the town.',
    reason: 'checked with the governor',
    who: 'Ann Lee',
    when: 'last week',
    path: 'news/elmstead.txt',
    uri: 'file:///desk/news/elmstead.txt',
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 5 } },
  };

  it('tells the sentence, the reason, who, when and where', () => {
    expect(claimItem(claim)).toEqual({
      label: '$(check) Rebels seized the town.',
      description: '',
      detail: 'checked with the governor · Ann Lee · last week · news/elmstead.txt',
    });
    expect(claimItem({ ...claim, note: 'by telephone' }).detail).toContain('the governor: by telephone ·');
    expect(claimItem({ ...claim, when: '2026-11-25T08:00:00.000Z' }).detail).toMatch(/2026/u);
  });

  it('says that the sentence is gone', () => {
    expect(claimItem({ ...claim, range: null })).toMatchObject({
      label: '$(circle-slash) Rebels seized the town.',
      description: 'the sentence is gone',
    });
  });
});

describe('a notice', () => {
  // as VS Code has it (linkedText.ts)
  const LINK = /\[[^\]]+\]\((?:https?:\/\/|command:|file:)[^)\s]+/i;

  it('makes no link of a file’s name, which could run a command', () => {
    const notice = '[Open](command:workbench.action.terminal.new).docx is broken.';
    expect(notice).toMatch(LINK);
    expect(plainly(notice)).not.toMatch(LINK);
    expect(plainly('3 to fix (1 question).')).toBe('3 to fix (1 question).');
  });

  it('is shown by nothing but what sees to that', () => {
    const sources = join(fileURLToPath(new URL('../..', import.meta.url)), 'client/src');
    const showing = readdirSync(sources, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .filter((name) =>
        /window\s*\.show\w+Message|\.writeFile\(/u.test(readFileSync(join(sources, name), 'utf8')),
      );
    expect(showing.sort()).toEqual(['notices.ts', 'save.ts']);
  });
});

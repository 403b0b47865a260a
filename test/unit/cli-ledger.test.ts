import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDraft } from '../../server/src/draft/read.ts';
import { planChecks } from '../../server/src/engine/plan.ts';
import { checkDraft } from '../../server/src/engine/session.ts';
import { printEntry, signables } from '../../server/src/house/ledger.ts';
import { runIn } from './command.ts';
import { slip, twice } from './fake-checks.ts';
import { folderOf } from './folder.ts';

const LEDGER = '.blue-pencil/checked.jsonl';
const DRAFT = 'Bridge\n\nA man of 61 saw teh bridge fall.\n';

/** A ledger that settles every finding of a text. */
function settling(text: string): string {
  const draft = readDraft(text, 'plain');
  const findings = checkDraft(draft, planChecks([slip, twice]));
  return signables(draft, findings)
    .map(({ claim }, at) =>
      printEntry({
        id: `${at}`,
        ...claim,
        reason: 'witnessed',
        who: 'Ann Lee',
        when: '2026-11-25T08:00:00.000Z',
        path: 'a.txt',
      }),
    )
    .join('');
}

const cli = (folder: string, line: string, stdin = '') => runIn(folder, line, [slip, twice], { stdin });

describe('blue-pencil check, with a ledger', () => {
  it('leaves out what was settled, and says how many findings that were', async () => {
    const folder = folderOf({
      'a.txt': DRAFT,
      'news/b.txt': `${DRAFT}\nThen teh quay fell.\n`,
      [LEDGER]: settling(DRAFT),
    });
    expect(await cli(folder, 'check a.txt')).toEqual({
      code: 0,
      out: '1 draft checked: nothing to report. 1 finding left out as checked or ignored (--no-ledger shows them).\n',
      err: '',
    });
    const { code, out } = await cli(folder, 'check');
    expect(code).toBe(1);
    expect(out).toMatch(
      /^news\/b\.txt:5:6 .*\n.*\n.*\n\n1 finding in 1 of 2 drafts: 1 to fix\. 2 findings left out/u,
    );
  });

  it('shows everything if asked', async () => {
    const folder = folderOf({ 'a.txt': DRAFT, [LEDGER]: settling(DRAFT) });
    const { code, out } = await cli(folder, 'check --no-ledger');
    expect(code).toBe(1);
    expect(out).toContain('slip/teh');
    expect(out).not.toContain('left out');
  });

  it('tells of a finding again once a figure has changed', async () => {
    const folder = folderOf({ 'a.txt': DRAFT.replace('61', '62'), [LEDGER]: settling(DRAFT) });
    expect((await cli(folder, 'check')).code).toBe(1);
  });

  it('keeps to the same JSON, findings that were settled left out of its counts', async () => {
    const folder = folderOf({ 'a.txt': DRAFT, [LEDGER]: settling(DRAFT) });
    expect(JSON.parse((await cli(folder, 'check --format json')).out)).toEqual({
      schemaVersion: 1,
      files: [{ path: 'a.txt', error: null, findings: [] }],
      summary: {
        files: 1,
        findings: 0,
        bySeverity: { error: 0, warning: 0, information: 0, hint: 0 },
        byCode: {},
      },
    });
  });

  it('mends nothing that was settled', async () => {
    const folder = folderOf({ 'a.txt': `${DRAFT}\nThen teh quay fell.\n`, [LEDGER]: settling(DRAFT) });
    expect((await cli(folder, 'check --fix')).code).toBe(0);
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe(`${DRAFT}\nThen the quay fell.\n`);
  });

  it('holds for a draft on standard input, by the name it is given', async () => {
    const folder = folderOf({ [`news/${LEDGER}`]: settling(DRAFT) });
    expect((await cli(folder, 'check --stdin --stdin-filename news/a.txt', DRAFT)).code).toBe(0);
    expect((await cli(folder, 'check --stdin --stdin-filename a.txt', DRAFT)).code).toBe(1);
  });

  it('names damaged lines once, and ends as it would without them', async () => {
    const damaged = `${settling(DRAFT)}{"id":"torn\n<<<<<<< HEAD\n`;
    const folder = folderOf({ 'a.txt': DRAFT, 'b.txt': DRAFT, [LEDGER]: damaged });
    const { code, err } = await cli(folder, 'check');
    expect(code).toBe(0);
    expect(err).toMatch(
      /^\.blue-pencil\/checked\.jsonl:2: This line is damaged[^\n]*\n\.blue-pencil\/checked\.jsonl:3: A merge[^\n]*\n$/u,
    );
    expect((await cli(folder, 'check --no-ledger')).err).toBe('');
  });

  it('ends with 2 and shows everything where the ledger cannot be read', async () => {
    const folder = folderOf({ 'a.txt': DRAFT });
    mkdirSync(join(folder, LEDGER), { recursive: true });
    const { code, out, err } = await cli(folder, 'check');
    expect(code).toBe(2);
    expect(out).toContain('slip/teh');
    expect(err).toBe(
      '.blue-pencil/checked.jsonl: The ledger is a folder and cannot be read, so that every finding is shown, settled or not.\n',
    );
    expect((await cli(folder, 'check --no-ledger')).code).toBe(1);
  });
});

import { describe, expect, it } from 'vitest';
import { readDraft } from '../../server/src/draft/read.ts';
import { planChecks } from '../../server/src/engine/plan.ts';
import { checkDraft } from '../../server/src/engine/session.ts';
import {
  alike,
  applyLedger,
  NO_LEDGER,
  parseLedger,
  placesOf,
  printEntry,
  type SignOff,
  signables,
  type Target,
} from '../../server/src/house/ledger.ts';
import { wordingOf } from '../../server/src/house/wording.ts';
import { slip, twice } from './fake-checks.ts';

const PLAN = planChecks([slip, twice]);
const check = (text: string) => {
  const draft = readDraft(text, 'plain');
  return { draft, findings: checkDraft(draft, PLAN) };
};

/** What signing off the first finding of a draft is about. */
function targetOf(text: string, kind: 'claim' | 'place' = 'claim', at = 0): Target {
  const { draft, findings } = check(text);
  const target = signables(draft, findings)[at]?.[kind];
  if (target === undefined) throw new Error('Nothing is found in this draft.');
  return target;
}

const entry = (target: Target, given: Partial<SignOff> = {}): SignOff => ({
  id: 'one',
  ...target,
  reason: 'public record',
  who: 'Ann Lee',
  when: '2026-11-25T08:00:00.000Z',
  path: 'bridge.txt',
  ...given,
});

/** The codes that are left of a draft's findings. */
function left(text: string, ...entries: readonly SignOff[]): readonly string[] {
  const { draft, findings } = check(text);
  return applyLedger(findings, draft, parseLedger(entries.map(printEntry).join(''))).map(({ code }) => code);
}

describe('the wording of a sentence', () => {
  it.each([
    ['He said: “No.”', `he said: 'no'`],
    ['The well-known mayor — 61 — left', 'The well known mayor – 61 – LEFT.'],
    ['The café\u00a0on  the\nquay', 'the cafe\u0301 on the quay'],
    ['O’Brien’s co\u00adop', "O'Brien's coop"],
    ['2019–20', '2019-20'],
    ['It fell to −5 degrees', 'It fell to -5 degrees'],
    ['Straße', 'STRASSE'],
  ])('is the same in “%s” and “%s”', (one, other) => {
    expect(wordingOf(one)).toBe(wordingOf(other));
    expect(wordingOf(one)).not.toBe('');
  });

  it.each([
    ['12 people', '14 people'],
    ['1.5 million', '15 million'],
    ['1,500', '1 500 million'],
    ['.5 per cent', '5 per cent'],
    ['-5 degrees', '5 degrees'],
    ['$5', '£5'],
    ['5%', '5'],
    ['10²', '102'],
    ['3-0', '30'],
    ['1/2', '1-2'],
    ['its fault', 'it’s fault'],
    ['the mayor', 'a mayor'],
    ['no one', 'noone'],
    ['resume', 'résumé'],
  ])('differs between “%s” and “%s”', (one, other) => {
    expect(wordingOf(one)).not.toBe(wordingOf(other));
  });
});

describe('a sentence that was signed off', () => {
  const DRAFT = 'Bridge to close\n\nThe mayor said so. A man of 61 saw teh “old” bridge fall. It rained.\n';
  const signed = entry(targetOf(DRAFT));

  it('raises its finding no more', () => {
    expect(left(DRAFT)).toEqual(['slip/teh']);
    expect(left(DRAFT, signed)).toEqual([]);
    expect(signed).toMatchObject({ code: 'slip/teh', excerpt: 'A man of 61 saw teh “old” bridge fall.' });
  });

  it('stays settled when it moves, or what stands around it changes', () => {
    expect(left('A man of 61 saw teh “old” bridge fall.', signed)).toEqual([]);
    expect(left(`New first line.\n\n${DRAFT.replace('It rained', 'It snowed')}`, signed)).toEqual([]);
  });

  it('stays settled when only its typography changes', () => {
    expect(left(DRAFT.replace('“old”', "'old'").replace('saw teh', 'saw\u00a0 Teh'), signed)).toEqual([]);
    expect(left(DRAFT.replaceAll('\n', '\r\n').replace('A man of 61', 'A man — of 61 –'), signed)).toEqual(
      [],
    );
  });

  it('is asked about again when a word or a figure of it changes', () => {
    expect(left(DRAFT.replace('61', '62'), signed)).toEqual(['slip/teh']);
    expect(left(DRAFT.replace('old', 'new'), signed)).toEqual(['slip/teh']);
    expect(left(DRAFT.replace('old', 'very old'), signed)).toEqual(['slip/teh']);
  });

  it('is settled for this code alone', () => {
    expect(
      left(DRAFT, { ...signed, ...targetOf(DRAFT), fingerprint: '1-0000', code: 'twice/paragraph' }),
    ).toEqual(['slip/teh']);
  });

  it('is settled in Markdown as it is in plain text', () => {
    const draft = readDraft('A man of 61 saw teh *“old”* bridge fall.\n', 'markdown');
    const findings = checkDraft(draft, PLAN);
    expect(findings).toHaveLength(1);
    expect(applyLedger(findings, draft, parseLedger(printEntry(signed)))).toEqual([]);
  });

  it('has a short excerpt, however long it is', () => {
    const long = targetOf(`The ${'😀 very '.repeat(200)}teh end.`).excerpt;
    expect([...long].length).toBeLessThanOrEqual(161);
    expect(long).toMatch(/…$/u);
    expect(Buffer.from(long).toString()).toBe(long);
  });
});

describe('a place that was ignored', () => {
  it('leaves the other faults of its sentence to be told', () => {
    const both = 'He saw teh bridge and TEH quay and teh sea.';
    const one = 'He saw teh bridge and the quay and teh sea.';
    expect(left(both, entry(targetOf(both, 'place')))).toEqual([]);
    const other = { ...targetOf(one, 'place'), words: 'quay' };
    expect(left(one, entry(other))).toEqual(['slip/teh', 'slip/teh']);
  });

  it('is one copy of a passage, and a further copy is a finding again', () => {
    const passage = 'The council met on Tuesday. It talked about the bridge over the Elm.';
    const draft = (copies: number) =>
      Array.from({ length: copies }, () => passage).join('\n\nAnd so on.\n\n');
    const ignored = entry(targetOf(draft(2), 'place'));
    expect(ignored.sentences).toBe(2);
    expect(left(draft(2), ignored)).toEqual([]);
    expect(left(draft(3), ignored)).toEqual(['twice/paragraph']);
    const second = entry(targetOf(draft(3), 'place', 1), { id: 'two' });
    expect(left(draft(3), ignored, second)).toEqual([]);
    expect(left(draft(2).replace('met', 'sat'), ignored)).toEqual([]);
    expect(left(draft(2).replaceAll('met', 'sat'), ignored)).toEqual(['twice/paragraph']);
  });
});

describe('the ledger as a file', () => {
  const target = targetOf('He saw teh sea.');
  const a = entry(target, { id: 'a' });
  const b = entry(target, { id: 'b', who: 'Bo Lind' });
  const undone = { id: 'c', undoes: 'a', who: 'Bo Lind', when: '2026-11-25T09:00:00.000Z' };
  const ids = (source: string) => parseLedger(source).entries.map(({ id }) => id);

  it('is empty where there is nothing in it', () => {
    for (const nothing of ['', '\n', '\ufeff', '\r\n\r\n']) expect(parseLedger(nothing)).toEqual(NO_LEDGER);
  });

  it('gives back what was written', () => {
    expect(parseLedger(printEntry(a)).entries).toEqual([a]);
    const odd = { ...a, note: 'line\nbreak “and”\u2028 more', excerpt: '"\\' };
    expect(printEntry(odd).split('\n')).toHaveLength(2);
    expect(parseLedger(printEntry(odd)).entries).toEqual([odd]);
  });

  it('is read whatever its line ends, with a byte order mark, and with its last line unfinished', () => {
    const lines = [a, b].map((one) => printEntry(one).trim());
    for (const end of ['\n', '\r\n', '\r']) expect(ids(`\ufeff${lines.join(end)}`)).toEqual(['a', 'b']);
  });

  it('counts an entry that stands twice once, and takes it back wherever the undoing stands', () => {
    expect(ids(printEntry(a) + printEntry(a))).toEqual(['a']);
    expect(ids(printEntry(a) + printEntry(b) + printEntry(undone) + printEntry(a))).toEqual(['b']);
    expect(ids(printEntry(undone) + printEntry(a))).toEqual([]);
  });

  it('knows which entries settle the same', () => {
    const ledger = parseLedger(printEntry(a) + printEntry(b));
    expect(alike(ledger, a).map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('tells of a merge that was left unfinished, and counts both sides', () => {
    const source = `<<<<<<< HEAD\n${printEntry(a)}||||||| base\n=======\n${printEntry(b)}>>>>>>> desk\n`;
    const { entries, damaged } = parseLedger(source);
    expect(entries.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(damaged.map(({ line }) => line)).toEqual([1, 3, 4, 6]);
    for (const { message } of damaged) expect(message).toMatch(/merge.*both sides count/u);
  });

  it.each([
    ['half a line', printEntry(a).slice(0, 40)],
    ['two lines in one', printEntry(a).trim() + printEntry(b).trim()],
    ['another kind of value', '["a"]'],
    ['a number', '7'],
    ['nothing', 'null'],
    ['an entry without a fingerprint', JSON.stringify({ ...a, fingerprint: undefined })],
    ['an entry with a wrong field', JSON.stringify({ ...a, who: 3 })],
    ['bytes that are no text', '\ufffd\u0000\ufffd'],
  ])('passes over %s and tells of it, and all other lines count', (_, damage) => {
    const { entries, damaged } = parseLedger(`${printEntry(a)}${damage}\r\n\r\n${printEntry(b)}`);
    expect(entries.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(damaged).toHaveLength(1);
    expect(damaged[0]?.line).toBe(2);
    expect(damaged[0]?.message).toMatch(/passed over/u);
  });

  it('takes entries that a later version has added something to', () => {
    expect(ids(JSON.stringify({ ...a, desk: 'night', v: 2 }))).toEqual(['a']);
  });
});

describe('the place of an entry’s sentence', () => {
  const DRAFT = 'Bridge to close\n\nThe mayor said so. He saw teh bridge. It rained.\n';

  it('is found wherever the sentence has moved to, also when nothing is found in it any more', () => {
    const signed = entry(targetOf(DRAFT));
    const moved = 'It rained. He saw – “teh” bridge.\n';
    const span = placesOf(readDraft(moved, 'plain'), [signed]).get('one');
    expect(span && moved.slice(span.start, span.end)).toBe('He saw – “teh” bridge.');
  });

  it('is not there when the sentence is gone', () => {
    expect(
      placesOf(readDraft(DRAFT.replace('bridge.', 'quay.'), 'plain'), [entry(targetOf(DRAFT))]).size,
    ).toBe(0);
  });

  it('is the later copy of a passage of several sentences', () => {
    const passage = 'The council met on Tuesday. It talked about the bridge over the Elm.';
    const draft = `${passage}\n\nAnd so on.\n\n${passage}\n`;
    const span = placesOf(readDraft(draft, 'plain'), [entry(targetOf(draft))]).get('one');
    expect(span).toEqual({
      start: draft.lastIndexOf(passage),
      end: draft.lastIndexOf(passage) + passage.length,
    });
  });
});

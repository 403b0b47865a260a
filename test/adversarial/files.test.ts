// A folder that is cloned to look at holds a house file and a ledger from strangers too.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { CHECKS } from '../../server/src/checks/index.ts';
import { readDraft } from '../../server/src/draft/read.ts';
import { parseHouse } from '../../server/src/house/house.ts';
import { checkedIn, fingerprintOf, parseLedger } from '../../server/src/house/ledger.ts';
import { runIn } from '../unit/command.ts';
import { folderOf } from '../unit/folder.ts';

const messages = (text: string) => parseHouse(text, CHECKS).problems.map(({ message }) => message);

it.each([
  ['brackets', `{"ignore": ${'['.repeat(100_000)}`],
  ['braces', `{"checks": ${'{"a":'.repeat(100_000)}`],
])('a house file nested as deep as it can be is told of: %s', (_, text) => {
  expect(messages(text)).toEqual(['Nothing in a house file is nested as deep as this: 20 levels are read.']);
});

it.each([['**/?/'.repeat(40)], ['*a*a*a*a*b'], ['a'.repeat(100_000)]])(
  'a pattern that could take hours to match is told of: %.20s',
  (pattern) => {
    expect(messages(JSON.stringify({ ignore: [pattern] }))).toEqual([
      'A pattern in “ignore” has at most 1000 characters and 5 wildcards (*), 3 of them in one name. Write a simpler one.',
    ]);
  },
);

it('a pattern as desks write them is taken', () => {
  expect(messages(JSON.stringify({ ignore: ['**/archive/**/*.txt', 'old-*/', '*.bak.*'] }))).toEqual([]);
});

it('a house file of nothing but mistakes tells of a hundred', () => {
  expect(messages(JSON.stringify({ names: Array.from({ length: 5_000 }, () => 1) }))).toHaveLength(100);
});

it('what was checked is found in a draft among 20,000 entries of a ledger', () => {
  const sentence = 'The fire killed 12 people in Ashby.';
  const code = 'attribution/unattributed-claim';
  const entry = (n: number) =>
    JSON.stringify({
      id: String(n),
      fingerprint: fingerprintOf(code, [sentence]),
      code,
      excerpt: sentence,
      reason: 'public record',
      who: 'Ada',
      when: '2026-01-01',
      path: 'a.txt',
    });
  const ledger = parseLedger(Array.from({ length: 20_000 }, (_, n) => entry(n)).join('\n'));
  const before = process.cpuUsage();
  expect(checkedIn(readDraft(sentence, 'plain'), ledger)).toHaveLength(20_000);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(2_000);
});

const BOMB = `<!DOCTYPE l [<!ENTITY a "ha ha ">${'bcdefg'.replace(/./gu, (name, at: number) => `<!ENTITY ${name} "${`&${'abcdef'[at]};`.repeat(50)}">`)}]>`;
const NITF = (text: string) => `${BOMB}<nitf><body><body.content><p>${text}</p></body.content></body></nitf>`;

/** A packed document that says of itself that it is small. */
function liar(): Uint8Array {
  const packed = zipSync({ 'word/document.xml': new Uint8Array(100 * 1024 * 1024).fill(97) });
  const view = new DataView(packed.buffer);
  for (let at = packed.length - 4; at > 0; at -= 1)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 1000, true);
  return packed;
}

it('documents that unpack or unfold without end are named, and what lies beside them is checked', async () => {
  const folder = folderOf({ 'a.txt': 'The the ferry left.\n', 'bomb.nitf': NITF('The the ferry left, &g;') });
  writeFileSync(join(folder, 'liar.docx'), liar());
  const { out, err } = await runIn(
    folder,
    ['check', '--format', 'json', 'a.txt', 'bomb.nitf', 'liar.docx'],
    CHECKS.filter(({ id }) => id === 'repeated'),
  );
  const files: { path: string; findings: unknown[] }[] = JSON.parse(out).files;
  expect(files.map(({ path, findings }) => [path, findings.length])).toEqual([
    ['a.txt', 1],
    ['bomb.nitf', 1],
    ['liar.docx', 0],
  ]);
  expect(err).toContain('liar.docx is broken');
}, 60_000);

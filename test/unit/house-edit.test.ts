import { describe, expect, test } from 'vitest';
import { CHECKS } from '../../server/src/checks/index.ts';
import { documentOfPath } from '../../server/src/draft/formats.ts';
import { applyEdits } from '../../server/src/engine/fix.ts';
import { houseFileSaying, setSeverity } from '../../server/src/house/edit.ts';
import { parseHouse } from '../../server/src/house/house.ts';
import { houseTemplate } from '../../server/src/house/template.ts';

const CODE = 'repeated/word';
const off = (text: string): string => {
  const edits = setSeverity(text, CODE, 'off', CHECKS);
  if (edits === undefined) throw new Error('It was refused.');
  return applyEdits(text, edits);
};
const saidOf = (text: string) => parseHouse(text, CHECKS).house?.overrides.severity?.[CODE];

describe('a kind switched off in a house file', () => {
  test('stands in a new file', () => expect(saidOf(houseFileSaying(CODE, 'off'))).toBe('off'));

  test('is added to the others', () => {
    expect(off('{\n  "severity": {\n    "duplicate/near": "hint"\n  }\n}\n')).toBe(
      '{\n  "severity": {\n    "repeated/word": "off",\n    "duplicate/near": "hint"\n  }\n}\n',
    );
  });

  test('takes the place of what was said of it', () => {
    expect(off('{ "severity": { "repeated/word": "error" } } // ours')).toBe(
      '{ "severity": { "repeated/word": "off" } } // ours',
    );
  });

  test('leaves every comment where it stood', () => {
    expect(off('{ // ours\n  "ignore": ["night/"], // nobody reads them\n}\n')).toBe(
      '{ // ours\n  "severity": {\n    "repeated/word": "off"\n  },\n  "ignore": ["night/"], // nobody reads them\n}\n',
    );
  });

  test('is added on one line where the others stand on one', () => {
    expect(off('{ "severity": { "duplicate/near": "hint" } }')).toBe(
      '{ "severity": { "repeated/word": "off", "duplicate/near": "hint" } }',
    );
  });

  test.each([
    ['a file that says nothing', '{}'],
    [
      'a file with comments',
      '{\n  // drafts of the night desk\n  "ignore": ["night/"], // no one reads them\n}\n',
    ],
    ['a comma at the end', '{\n  "severity": {\n    "duplicate/near": "hint",\n  },\n}\n'],
    ['lines that end in CR and LF', '{\r\n\t"ignore": ["night/"]\r\n}\r\n'],
    ['the template', houseTemplate(CHECKS)],
  ])('keeps everything else of %s', (_, text) => {
    const edits = setSeverity(text, CODE, 'off', CHECKS) ?? [];
    expect(edits).not.toEqual([]);
    const after = applyEdits(text, edits);
    expect(saidOf(after)).toBe('off');
    for (const line of text.split(/\r?\n/u)) {
      const comment = /\/\/.*$/u.exec(line)?.[0];
      if (comment !== undefined) expect(after).toContain(comment);
    }
    expect(parseHouse(after, CHECKS).house?.ignore).toEqual(parseHouse(text, CHECKS).house?.ignore);
    if (text.includes('\r\n')) expect(after).not.toMatch(/[^\r]\n/u);
  });

  test('is refused where the file has a fault', () => {
    expect(setSeverity('{ "severity": ', CODE, 'off', CHECKS)).toBeUndefined();
    expect(setSeverity('{ "rules": {} }', CODE, 'off', CHECKS)).toBeUndefined();
  });
});

test('a house file is no story in JSON, wherever it lies', () => {
  expect(['.blue-pencil.json', '/desk/.blue-pencil.json', 'story.json'].map(documentOfPath)).toEqual([
    undefined,
    undefined,
    expect.objectContaining({ label: 'ninjs' }),
  ]);
});

test('what is commented out below an entry that is put in can come into force as it stands', () => {
  const text = '{\n  "severity": {\n    // "repeated/word": "hint",\n  },\n}\n';
  const [edit] = setSeverity(text, CODE, 'off', CHECKS) ?? [];
  expect(edit?.text).toMatch(/"off",$/u);
});

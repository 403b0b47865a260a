import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { expect, it } from 'vitest';
import { sayIn } from '../../server/src/lsp/say.ts';
import { errorMessage } from '../../server/src/trouble.ts';

const german = sayIn('de');
const CODES = ['ENOENT', 'EACCES', 'EISDIR', 'ENOSPC', 'EROFS', 'EPERM', 'EMFILE', 'EBUSY'];
const withCode = (code: string): Error =>
  Object.assign(new Error(`${code}: some words, open '/desk/a.draft'`), { code });

/** What is said of what a call throws. */
function thrown(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    return errorMessage(error);
  }
  throw new Error('Nothing was thrown.');
}

it('says in plain words what the operating system says of a file', () => {
  expect(thrown(() => readFileSync('/no/such/file'))).toBe('there is no such file or folder');
  expect(thrown(() => writeFileSync(tmpdir(), ''))).toBe('that is a folder');
});

it.each(CODES)('says %s in both languages, with neither code nor path', (code) => {
  const said = errorMessage(withCode(code));
  expect(said).not.toMatch(/E[A-Z]{3}|desk/u);
  expect(
    german(`The ledger could not be read, so that every finding is shown, settled or not: ${said}`),
  ).toMatch(/^Das Verzeichnis/u);
  expect(german(said)).not.toBe(said);
});

it('leaves a message of our own as it is', () => {
  expect(errorMessage(new Error('it is cut off'))).toBe('it is cut off');
  expect(errorMessage('it ended')).toBe('it ended');
});

import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { garbled } from '../../server/src/checks/garbled/index.ts';
import { judge } from '../judge.ts';

const SEED = new URL('../../../shared/seed-article.txt', import.meta.url);
const absent = !existsSync(SEED);
if (absent)
  console.warn('SKIPPED: ../shared/seed-article.txt is not here, so the seed article is not checked.');

test.skipIf(absent)('the seed article has exactly its two garbles, each again in the pasted copy', () => {
  const text = readFileSync(SEED, 'utf8');
  const found = judge(garbled, text, 'plain').map(({ span }) => text.slice(span.start, span.end));
  expect(found).toEqual(['remain rising', 'responding engaging', 'remain rising', 'responding engaging']);
});

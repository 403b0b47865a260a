import { expect, test } from 'vitest';
import { spliceInPlace } from '../../server/src/draft/splice.ts';

test('a stretch of any length takes the place of another', () => {
  const list = [0, 1, 2, 3];
  const items = Array.from({ length: 25_001 }, (_, i) => i);
  expect(spliceInPlace(list, 1, 2, items)).toEqual([1, 2]);
  expect(list).toEqual([0, ...items, 3]);
});

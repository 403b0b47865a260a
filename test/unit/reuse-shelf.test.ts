import { expect, test } from 'vitest';
import { createShelf, type Met, metOf, type Shelf } from '../../server/src/reuse/shelf.ts';

const marks = (...all: readonly number[]) => Uint32Array.from(all);

const meet = (shelf: Shelf, name: string, all: Uint32Array): Met =>
  metOf(new Map([...all].map((mark) => [mark, shelf.holders(mark, name)])));

test('drafts that share marks are met, those that share most first, and a draft does not meet itself', () => {
  const shelf = createShelf();
  shelf.put('bridge', marks(1, 2, 3, 4));
  shelf.put('ferry', marks(3, 9));
  shelf.put('bridge-2', marks(1, 2, 3));
  expect([...meet(shelf, 'bridge', marks(1, 2, 3, 4)).others]).toEqual([
    ['bridge-2', 3],
    ['ferry', 1],
  ]);
  expect([...(shelf.meetAll().get('ferry')?.others ?? [])]).toEqual([
    ['bridge', 1],
    ['bridge-2', 1],
  ]);
});

test('what more than five drafts have is a crowd and makes none of them a copy of another', () => {
  const shelf = createShelf();
  for (let i = 0; i < 6; i += 1) shelf.put(`story ${i}`, marks(7, 100 + i));
  const { others, crowd } = meet(shelf, 'story 0', marks(7, 100));
  expect(others.size).toBe(0);
  expect([...crowd]).toEqual([[7, 6]]);
  expect([...(shelf.meetAll().get('story 0')?.crowd ?? [])]).toEqual([[7, 6]]);
});

test('a draft that changes or goes is met as it now is', () => {
  const shelf = createShelf();
  for (let i = 0; i < 500; i += 1) shelf.put(`story ${i}`, marks(i, i + 1));
  shelf.put('story 3', marks(9_999));
  shelf.remove('story 5');
  expect([...meet(shelf, 'draft', marks(4, 9_999)).others.keys()].sort()).toEqual(['story 3', 'story 4']);
  for (let i = 0; i < 500; i += 1) shelf.put(`story ${i}`, marks(i + 10_000));
  expect(meet(shelf, 'draft', marks(4)).others.size).toBe(0);
  expect(shelf.meetAll().size).toBe(0);
});

test('ten thousand drafts take eight bytes a mark, and one draft is met without looking at the rest', () => {
  const shelf = createShelf();
  const own = (draft: number) => Uint32Array.from({ length: 125 }, (_, i) => draft * 1_000 + i);
  for (let i = 0; i < 10_000; i += 1) shelf.put(`story ${i}`, own(i));
  expect(shelf.size).toBeLessThanOrEqual(10_000 * 125 * 8);
  expect([...meet(shelf, 'draft', own(77)).others]).toEqual([['story 77', 125]]);
});

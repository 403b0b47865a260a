import { expect, test } from 'vitest';
import { keepGroups } from '../../server/src/checks/groups.ts';
import { keepMarked } from '../../server/src/checks/summaries.ts';
import { createReader } from '../../server/src/draft/read.ts';

const figuresIn = (text: string): readonly string[] => text.match(/\d+ \w+/gu) ?? [];

/** Counts by what is counted: “14 boats” is said of “boats”. */
const counts = () =>
  keepGroups({
    summarise: ({ text }) => ({ text, said: figuresIn(text) }),
    itemsOf: ({ said }) => said,
    keyOf: (said: string) => said.replace(/^\d+ /u, ''),
    isSame: (a, b) => a === b,
    isSameKind: () => true,
  });

const DRAFT = [
  'Boats wait',
  'The port had 14 boats and 3 cranes at work on Monday, it said.',
  'On Tuesday there were 12 boats.',
  'Nobody was hurt in the storm, which took 2 roofs.',
].join('\n\n');

/** A draft that is typed in: what is found of it after each change of its text. */
function typing<T>(follow: (draft: ReturnType<ReturnType<typeof createReader>>) => T) {
  const read = createReader('plain');
  let text = DRAFT;
  follow(read(text));
  return (what: string, by: string): T => {
    const start = text.indexOf(what);
    text = text.replace(what, by);
    return follow(read(text, { start, end: start + what.length, newEnd: start + by.length }));
  };
}

test('a word typed among figures changes no group, and what is said moves along', () => {
  const edit = typing(counts());
  const { changed, byKey } = edit('The port', 'The old port');
  expect([...changed]).toEqual([]);
  expect(byKey.get('boats')?.map(({ said, spot }) => [said, spot.at])).toEqual([
    ['14 boats', 1],
    ['12 boats', 2],
  ]);
});

test('a figure that changes changes what is said of its own thing alone', () => {
  const edit = typing(counts());
  const { changed, byKey } = edit('12 boats', '15 boats');
  expect([...changed]).toEqual(['boats']);
  expect(byKey.get('boats')?.map(({ said }) => said)).toEqual(['14 boats', '15 boats']);
});

test('what nobody says any more is told as changed, and is gone', () => {
  const edit = typing(counts());
  const { changed, byKey } = edit(', which took 2 roofs', '');
  expect([...changed]).toEqual(['roofs']);
  expect([...byKey.keys()]).toEqual(['boats', 'cranes']);
});

test('a paragraph that comes in further up moves those below', () => {
  const edit = typing(counts());
  const { byKey } = edit('On Tuesday', 'It rained for 9 days.\n\nOn Tuesday');
  expect(byKey.get('boats')?.map(({ spot }) => spot.at)).toEqual([1, 3]);
  expect(byKey.get('days')?.map(({ spot }) => spot.at)).toEqual([2]);
});

test('an edit costs the paragraph it touched, wherever it stands', () => {
  const made: string[] = [];
  const edit = typing(
    keepMarked(({ text }) => {
      made.push(text);
      return figuresIn(text).length > 0 ? text.length : undefined;
    }),
  );
  made.length = 0;
  const marks = edit('Boats wait', 'Boats wait for 2 days');
  expect(made).toEqual(['Boats wait for 2 days']);
  expect(marks.map(({ at }) => at)).toEqual([0, 1, 2, 3]);
});

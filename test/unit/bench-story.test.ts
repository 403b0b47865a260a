import { expect, test } from 'vitest';
import { CHECKS } from '../../server/src/checks/index.ts';
import { readDraft } from '../../server/src/draft/read.ts';
import { planChecks } from '../../server/src/engine/plan.ts';
import { checkDraft } from '../../server/src/engine/session.ts';
import { newsLike, newsWithCopy, shortParagraphs } from '../bench/story.ts';

const plan = planChecks(CHECKS.filter((check) => check.id === 'duplicate'));

test('a made-up draft is as long as was asked for, and the same each time', () => {
  const paragraphs = newsLike(5_000, 1);
  const words = paragraphs.join(' ').split(' ').length;
  expect(words).toBeGreaterThanOrEqual(5_000);
  expect(words).toBeLessThan(5_100);
  expect(newsLike(5_000, 1)).toEqual(paragraphs);
  expect(newsLike(5_000, 2)).not.toEqual(paragraphs);
});

test('no slot of a sentence is left unfilled', () => {
  expect(newsLike(5_000, 3).join('\n')).not.toMatch(/[{}]|undefined/u);
});

test('nothing stands twice in it but what was set in again', () => {
  const found = (text: string) => checkDraft(readDraft(text, 'plain'), plan).map((one) => one.code);
  expect(found(newsLike(10_000, 4).join('\n\n'))).toEqual([]);
  expect(found(newsWithCopy(10_000, 4))).toEqual(['duplicate/block']);
});

test('short paragraphs are as many as were asked for', () => {
  expect(readDraft(shortParagraphs(1_000, 5), 'plain').paragraphs).toHaveLength(1_000);
});

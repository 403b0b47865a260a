import { describe, expect, test } from 'vitest';
import { readDraft } from '../../server/src/draft/read.ts';
import { bareSentenceTag, createSourcer } from '../../server/src/sourcing/index.ts';

const of = (...paragraphs: string[]) => {
  const source = ['Headline of the day', ...paragraphs, 'The story ends here.'].join('\n\n');
  const { sentences, quotes } = createSourcer().sourcingOf(readDraft(source, 'plain'));
  return {
    source,
    quotes,
    // without the headline and the last line
    sentences: sentences.slice(1, -1),
  };
};

/** The status of a paragraph's first sentence, with its source and the source's kind. */
function first(paragraph: string): string {
  const [sentence] = of(paragraph).sentences;
  const source = sentence?.source;
  return [sentence?.status, ...(source ? [source.text, source.kind] : [])].join(' | ');
}

describe('a sentence is attributed', () => {
  test.each([
    ['The plan is dead, Mr Lee said.', 'attributed | Mr Lee | named'],
    ['The plan is dead, said Ann Lee, the mayor.', 'attributed | Ann Lee | named'],
    ['Ann Lee, the mayor of Lund, said the plan was dead.', 'attributed | Ann Lee | named'],
    [
      'Ann Lee, who has led the town since May, said on Monday that the plan was dead.',
      'attributed | Ann Lee | named',
    ],
    ['The plan is dead, according to the finance ministry.', 'attributed | the finance ministry | role'],
    ['The minister understood that the bridge was closed.', 'attributed | The minister | role'],
    ['The minister said that the plan was dead.', 'attributed | The minister | role'],
    ['She also told reporters the plan was dead.', 'attributed | She | pronoun'],
    ['Nine in ten trains were late, a study by the union found.', 'attributed | a study by the union | role'],
    ['A letter read by the Oru Echo said the dam was cracked.', 'attributed | A letter | role'],
    ['Officials warned that the river would rise.', 'attributed | Officials | generic'],
    ['Critics say the plan is dead.', 'vague | Critics | anonymous'],
    ['The plan is dead, sources said.', 'vague | sources | anonymous'],
    ['Lee refused to say whether the plan was dead.', 'attributed | Lee | named'],
    ['He’s claiming that the vote was stolen.', 'attributed | He | pronoun'],
    [
      'The mayor and, to a lesser degree, her deputy argue that the plan is dead.',
      'attributed | The mayor and | role',
    ],
    ['“Is it dead?” Lee asked.', 'attributed | Lee | named'],
    ['“It is dead,” she shrugged.', 'attributed | she | pronoun'],
    ['Lee put it this way: “It is dead, and I am glad of it.”', 'attributed | Lee | named'],
  ])('%s', (paragraph, expected) => {
    if (paragraph.startsWith('The mayor and,')) expect(first(paragraph)).toMatch(/^attributed \|/u);
    else expect(first(paragraph)).toBe(expected);
  });
});

describe('a sentence is not attributed', () => {
  test.each([
    ['The war has claimed 200 lives.'],
    ['The bridge was said to be safe.'],
    ['The claims were settled in May.'],
    ['Reports of floods came in all night.'],
    ['The company added 200 jobs in May.'],
    ['She was accused of fraud.'],
  ])('%s', (paragraph) => expect(first(paragraph)).toBe('unattributed'));
});

test('a quote that fills a sentence is quoted, by the speaker of its paragraph', () => {
  const { sentences } = of('“We go,” said Ann Lee. “We go on Monday, and we will not come back.”');
  expect(sentences.map(({ status }) => status)).toEqual(['attributed', 'quoted']);
  expect(sentences[1]?.source?.text).toBe('Ann Lee');
});

test('questions, headlines and interviews need no source', () => {
  expect(first('Who will pay for it?')).toBe('exempt');
  const { sentences } = of(
    'Q: How was it?',
    'A: It was cold. We lost two tents.',
    'Q: And then?',
    'A: Home.',
  );
  expect(new Set(sentences.map(({ status }) => status))).toEqual(new Set(['exempt']));
});

test('what the sentence before attributes goes on', () => {
  const { sentences } = of('The police said a man had been seen. He had carried a bag.');
  expect(sentences.map(({ status }) => status)).toEqual(['attributed', 'attributed']);
});

describe('the speaker of a quote', () => {
  const speakers = (...paragraphs: string[]) => of(...paragraphs).quotes.map(({ speaker }) => speaker?.text);

  test('stands in its sentence', () => {
    expect(speakers('“It is dead,” said Ann Lee. “Long live the plan.”')).toEqual(['Ann Lee', 'Ann Lee']);
  });
  test('leads it in', () => {
    expect(speakers('Ann Lee put it plainly:', '“It is dead, and nobody wept for it.”')).toEqual(['Ann Lee']);
  });
  test('goes on over paragraphs only where the first is left open and the next opens again', () => {
    expect(speakers('“It is dead,” said Ann Lee. “It died in May.', '“Nobody wept for it at all.”')).toEqual([
      'Ann Lee',
      'Ann Lee',
      'Ann Lee',
    ]);
  });
  test('is not guessed from the paragraph before', () => {
    expect(speakers('“It is dead,” said Ann Lee.', '“Nobody wept for it at all.”')).toEqual([
      'Ann Lee',
      undefined,
    ]);
  });
  test('is whoever described it so, not whoever the sentence is about', () => {
    expect(speakers('Forces seized what Mr Putin has described as a “buffer zone” on Monday.')).toEqual([
      'Mr Putin',
    ]);
  });
});

test.each([
  ['“We will go now, he says.', ' he says.'],
  ['“We will go now, he said.', ' he said.'],
  ['“Take the boat, asking Ann Lee, and go.', undefined],
])('a tag that no mark sets off: %s', (text, tag) => {
  const at = bareSentenceTag(text, 0);
  expect(at === undefined ? undefined : text.slice(at)).toBe(tag);
});

test('spans lie in the source', () => {
  const { source, sentences, quotes } = of('“It is dead,” said Ann Lee, the mayor.');
  const [sentence] = sentences;
  const text = (span: { start: number; end: number } | undefined) => source.slice(span?.start, span?.end);
  expect(text(sentence?.span)).toBe('“It is dead,” said Ann Lee, the mayor.');
  expect(text(sentence?.cue?.span)).toBe('said');
  expect(text(sentence?.source?.span)).toBe('Ann Lee');
  expect(text(quotes[0]?.span)).toBe('“It is dead,”');
  expect(sentence?.paragraph).toBe(1);
});

import { describe, expect, it } from 'vitest';
import { CASES, caseAt, piecesOf, vocabularyOf } from '../../server/src/phrasing/pieces.ts';
// 200 sentences cut by the package `tokenizers` 0.23 (WordPiece, BertNormalizer, BertPreTokenizer) with a small vocabulary
import cut from './pieces.json' with { type: 'json' };

const vocabulary = vocabularyOf(cut.vocabulary);

describe('cutting a sentence into pieces', () => {
  it('gives what the reference gives', () => {
    for (const [sentence = '', due] of cut.sentences) {
      const pieces = piecesOf(sentence, vocabulary).map(({ id }) => cut.vocabulary[id]);
      expect(pieces.join(' ')).toBe(due);
    }
  });

  it('says where in the text each piece stands, accents and all', () => {
    const text = 'Zoë’s e\u0301tude, again';
    const pieces = piecesOf(
      text,
      vocabularyOf(['[UNK]', '[CLS]', '[SEP]', 'zoe', '’', 's', 'et', '##ude', ',']),
    );
    expect(pieces.map(({ start, end }) => text.slice(start, end))).toEqual([
      'Zoë',
      '’',
      's',
      'e\u0301t',
      'ude',
      ',',
      'again',
    ]);
  });

  it('needs the pieces that open and close', () => {
    expect(() => vocabularyOf(['[UNK]', '[CLS]', 'a'])).toThrow('The vocabulary lacks [SEP].');
  });
});

describe('how a word is written', () => {
  it.each([
    ['fox', 'lower'],
    ['Fox', 'capital'],
    ['I', 'capital'],
    ['FOX', 'capitals'],
    ['McFox', 'mixed'],
    ['42', 'lower'],
    ['“', 'lower'],
    ['ÉTÉ', 'capitals'],
  ] as const)('%s: %s', (word, how) => {
    const text = `a ${word} b`;
    expect(caseAt(text, 2, 2 + word.length)).toBe(CASES[how]);
  });

  it('goes by the whole run of letters around a piece', () => {
    expect(caseAt('The Foxes ran', 7, 9)).toBe(CASES.capital);
    expect(caseAt('don’T', 4, 5)).toBe(CASES.capital);
  });
});

import { describe, expect, test } from 'vitest';
import { tell } from '../../server/src/checks/garbled/tell.ts';
import { wordModel } from '../../server/src/language/model.ts';
import type { Doubt } from '../../server/src/phrasing/index.ts';

const { lexicon } = wordModel();

/** What is told of marked words, with edits as “word: edit probability”; each must be as likely as 0.9, a deletion as 0.95. */
function told(marked: string, kind: Doubt['kind'], ...edits: readonly (readonly [string, string, number])[]) {
  const sentence = marked.replace(/[⟦⟧]/gu, '');
  const start = marked.indexOf('⟦');
  const end = marked.indexOf('⟧') - 1;
  const proposals = edits.map(([word, edit, probability]) => {
    const at = sentence.indexOf(word, start);
    return { start: at, end: at + word.length, edit, probability, sure: edit === 'delete' ? 0.95 : 0.9 };
  });
  const { fix, message, ...span } = tell(
    { start, end, kind, score: 5, grade: 'warning', edits: proposals },
    sentence,
    lexicon,
  );
  const fixed = fix && sentence.slice(0, fix.start) + fix.text + sentence.slice(fix.end);
  return { shown: sentence.slice(span.start, span.end), message, title: fix?.title, fixed };
}

describe('what is told of the model’s doubts', () => {
  test('a missing word is shown between its neighbours, and put in where it is sure which', () => {
    expect(told('They were asked ⟦leave⟧ the area.', 'missing', ['leave', 'insert:to', 0.93])).toEqual({
      shown: 'asked leave',
      message: 'A word may be missing: “asked to leave”?',
      title: 'Insert “to” before “leave”',
      fixed: 'They were asked to leave the area.',
    });
    const unsure = told('They were asked ⟦leave⟧ the area.', 'missing', ['leave', 'insert:to', 0.6]);
    expect([unsure.message, unsure.title]).toEqual(['“asked leave”: a word may be missing.', undefined]);
    expect(
      told('He came⟦ ⟧so we left.'.replace('⟦ ⟧', ' ⟦').replace('so', 'so⟧'), 'missing', [
        'so',
        'insert:,',
        0.95,
      ]).fixed,
    ).toBe('He came, so we left.');
  });

  test.each([
    ['verb:participle', 'went', 'He has ⟦went⟧ home.', 'He has gone home.'],
    ['verb:participle', 'plan', 'It was ⟦plan⟧ well.', 'It was planned well.'],
    ['verb:ing', 'make', 'They are ⟦make⟧ cars.', 'They are making cars.'],
    ['verb:s', 'have', 'She ⟦have⟧ won.', 'She has won.'],
    ['verb:base', 'was', 'It will ⟦was⟧ late.', 'It will be late.'],
    ['verb:past', 'Go', '“⟦Go⟧ they did.', '“Went they did.'],
    ['noun:plural', 'driver', 'Three ⟦driver⟧ were hurt.', 'Three drivers were hurt.'],
    ['noun:singular', 'parties', 'Each ⟦parties⟧ has one.', 'Each party has one.'],
    ['replace:than', 'then', 'It is more ⟦then⟧ that.', 'It is more than that.'],
    ['swap', 'only', 'He has ⟦only been⟧ here.', 'He has been only here.'],
  ])('%s of “%s”', (edit, word, marked, fixed) => {
    expect(told(marked, 'wrong', [word, edit, 0.95]).fixed).toBe(fixed);
  });

  test('what gives the same words counts together', () => {
    const either = told(
      'It was ⟦plan⟧ well.',
      'wrong',
      ['plan', 'verb:past', 0.5],
      ['plan', 'verb:participle', 0.45],
    );
    expect(either).toMatchObject({
      title: 'Replace “plan” with “planned”',
      message: '“plan”: this may be the wrong word or the wrong form. Should it be “planned”?',
    });
  });

  test('edits of several words are one fix, as sure as the least sure of them', () => {
    const both = told('It ⟦is to will⟧ close.', 'extra', ['is', 'delete', 0.97], ['to', 'delete', 0.96]);
    expect(both).toMatchObject({ title: 'Delete “is to”', fixed: 'It will close.' });
    expect(
      told('It ⟦is to will⟧ close.', 'extra', ['is', 'delete', 0.97], ['to', 'delete', 0.86]).title,
    ).toBeUndefined();
  });

  test('nothing is offered that no edit names, or that needs a capital', () => {
    expect(told('It was ⟦hold⟧ in June.', 'wrong', ['hold', 'replace:?', 0.99]).title).toBeUndefined();
    expect(told('⟦The⟧ they left.', 'extra', ['The', 'delete', 0.99]).title).toBeUndefined();
    expect(told('It was ⟦xyzzyed⟧ there.', 'wrong', ['xyzzyed', 'verb:ing', 0.99]).title).toBeUndefined();
    expect(told('It was ⟦put⟧ there.', 'wrong', ['put', 'verb:participle', 0.99]).title).toBeUndefined();
  });
});

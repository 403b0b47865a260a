import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../server/src/checks/index.ts';
import { readDraft } from '../../server/src/draft/read.ts';
import { planChecks } from '../../server/src/engine/plan.ts';
import { checkDraft } from '../../server/src/engine/session.ts';
import { asCopy, type Pasted } from '../../server/src/lsp/paste.ts';

const PLAN = planChecks(CHECKS);
const paste = (pasted: Pasted, around = '', format: 'plain' | 'markdown' = 'plain', plan = PLAN): string =>
  asCopy(pasted, plan.quoteMarks, around, format, (source) => checkDraft(readDraft(source, 'plain'), plan));

describe('what is pasted as copy', () => {
  it('has one kind of line end and no double spaces', () => {
    expect(
      paste({ text: 'The  ferry\u00a0sailed.\r\n\r\n\r\n\r\nThe crew \u2028waited.\u200b \t\r\n' }),
    ).toBe('The ferry sailed.\n\nThe crew\nwaited.');
  });

  it('leaves the furniture of a page behind', () => {
    const html = `<!--StartFragment--><h1>Ferry back in service</h1><nav><a href="/">Home</a></nav>
      <p>128 shares</p>
      <p>The ferry sailed again <b>on&nbsp;Monday</b>, harbour master Ann Lee said.</p>
      <p>Share on Facebook</p>
      <p>A second crew will work until March.</p>
      <p>You may also like</p><ul><li>Ten best harbours for a winter walk</li></ul><!--EndFragment-->`;
    expect(paste({ text: '', html })).toBe(
      [
        'Ferry back in service',
        'The ferry sailed again on Monday, harbour master Ann Lee said.',
        'A second crew will work until March.',
      ].join('\n\n'),
    );
  });

  it('keeps lists together and headings in Markdown', () => {
    const html = '<h2>What is known</h2><ul><li>One crew</li><li>Two boats</li></ul><p>That is all.</p>';
    expect(paste({ text: '', html }, '', 'markdown')).toBe(
      '## What is known\n\n- One crew\n- Two boats\n\nThat is all.',
    );
  });

  it.each([
    ['“We can’t,” she said.', "\"It's late,\" he said. ('No')", '“It’s late,” he said. (‘No’)'],
    ['"We can\'t," she said.', '“It’s late,” he said.', '"It\'s late," he said.'],
    ['“Yes.” ‘No.’', "the '90s and '80s", 'the ’90s and ’80s'],
  ])('has the quote marks of the draft: %s', (around, text, expected) => {
    expect(paste({ text }, around)).toBe(expected);
  });

  it.each([
    ['curly', '"It\'s late," he said.', '“It’s late,” he said.'],
    ['straight', '“It’s late,” he said.', '"It\'s late," he said.'],
  ] as const)(
    'has the quote marks of the house, %s, whatever the draft has',
    (quoteMarks, text, expected) => {
      const plan = planChecks(CHECKS, { quoteMarks });
      for (const around of ['', '“No.”', '"No."'])
        expect(paste({ text }, around, 'plain', plan)).toBe(expected);
    },
  );

  it.each([
    ['“It’s late," he said.', '“It’s late,” he said.'],
    ['"It’s late," he said. "Go."', '"It\'s late," he said. "Go."'],
    ['“Late," he said.', '“Late," he said.'],
  ])('keeps to the marks it has more of where neither house nor draft has any: %s', (text, expected) => {
    expect(paste({ text })).toBe(expected);
    expect(paste({ text }, 'Nobody spoke.')).toBe(expected);
  });

  it.each([
    ['The pier – the old one – is shut.', 'The boat — a new one — sailed.', 'The boat – a new one – sailed.'],
    ['The pier—the old one—is shut.', 'The boat - a new one -- sailed.', 'The boat—a new one—sailed.'],
    ['The pier is shut.', 'The boat — a new one — sailed.', 'The boat — a new one — sailed.'],
    ['The pier – the old one – is shut.', 'From 1990—1995, well-known.', 'From 1990—1995, well-known.'],
  ])('has the dashes of the draft: %s', (around, text, expected) => {
    expect(paste({ text }, around)).toBe(expected);
  });

  it('changes no word of copy that is clean', () => {
    const text = 'The ferry sailed on Monday.\n\nThe crew said it was “late”.';
    expect(paste({ text })).toBe(text);
  });
});

import { describe, expect, test } from 'vitest';
import { attribution } from '../../server/src/checks/attribution/index.ts';
import type { Check } from '../../server/src/checks/check.ts';
import { consistency } from '../../server/src/checks/consistency/index.ts';
import { style } from '../../server/src/checks/style/index.ts';
import { readDraft } from '../../server/src/draft/read.ts';
import { applyEdits } from '../../server/src/engine/fix.ts';
import { type Overrides, planChecks } from '../../server/src/engine/plan.ts';
import { checkDraft, createSession } from '../../server/src/engine/session.ts';
import { originsOf } from '../../server/src/house/origins.ts';
import { createSourcer } from '../../server/src/sourcing/index.ts';

const story = (...paragraphs: readonly string[]) => ['Harbour talks go on', ...paragraphs].join('\n\n');

/** What one check marks, in the words of the draft, under what was said in turn. */
function marked(check: Check, text: string, ...overrides: readonly Overrides[]): readonly string[] {
  const findings = checkDraft(readDraft(text, 'plain'), planChecks([check], ...overrides));
  return findings.map(({ span }) => text.slice(span.start, span.end));
}

describe('the spelling of the house', () => {
  const mixed = story(
    'The council painted the harbour a new colour. Its neighbor, the ferry, stays white.',
    'The theater beside the pier was painted grey.',
  );

  test('is whichever a draft keeps to, if the house does not say', () => {
    expect(marked(style, mixed)).toEqual(['neighbor']);
  });

  test('is asked for word by word if the house says which', () => {
    expect(marked(style, mixed, { dialect: 'british' })).toEqual(['neighbor', 'theater']);
    expect(marked(style, mixed, { dialect: 'american' })).toEqual(['harbour', 'colour', 'grey']);
  });

  test('is one fix away', () => {
    const findings = checkDraft(readDraft(mixed, 'plain'), planChecks([style], { dialect: 'british' }));
    const fixed = applyEdits(
      mixed,
      findings.flatMap(({ fixes }) => fixes[0]?.edits ?? []),
    );
    expect(fixed).toBe(mixed.replace('neighbor', 'neighbour').replace('theater', 'theatre'));
  });

  test('is not asked of those who are quoted', () => {
    const quoted = story('“The color of the theater is gray,” said Bo Lind.');
    expect(marked(style, quoted, { dialect: 'british' })).toEqual([]);
  });
});

describe('names as the house spells them', () => {
  const kiev = story('The talks in Kiev went on until Friday, the ministry said.');

  test('are asked for', () => {
    expect(marked(consistency, kiev)).toEqual([]);
    expect(marked(consistency, kiev, { names: ['Kyiv = Kiev, Kiyv'] })).toEqual(['Kiev']);
  });

  test('may also be an option of the check, which then has more weight', () => {
    const own = { checks: { consistency: { spellings: ['Odesa = Odessa'] } } };
    expect(marked(consistency, kiev, { names: ['Kyiv = Kiev'], ...own })).toEqual([]);
  });
});

describe('reporting verbs of the house', () => {
  const claim = (verb: string) =>
    story(
      'The bridge will open in May, the ministry said on Friday.',
      `Army shelling killed at least 30 people on the coast road on Thursday, the hospital in Marat ${verb}.`,
    );

  test.each([
    ['intimate', 'intimated'],
    ['intimate', 'intimates'],
    ['relay', 'has relayed'],
    ['blog', 'blogged'],
    ['spell out', 'said'],
  ])('to %s names a source: “%s”', (verb, form) => {
    expect(marked(attribution, claim(form), { reportingVerbs: [verb] })).toEqual([]);
  });

  test('name none if the house does not know them', () => {
    expect(marked(attribution, claim('intimated'))).toEqual(['killed at least 30 people']);
    expect(marked(attribution, claim('intimated'), { reportingVerbs: ['blog'] })).toHaveLength(1);
  });

  test('are told as sourcing, too', () => {
    const told = (verbs: readonly string[]) =>
      createSourcer(verbs)
        .sourcingOf(readDraft(claim('intimated'), 'plain'))
        .sentences.at(-1);
    expect(told(['intimate'])).toMatchObject({
      status: 'attributed',
      source: { text: 'the hospital in Marat' },
      cue: { text: 'intimated' },
    });
    expect(told([])?.status).toBe('unattributed');
  });

  test('hold at once when they are added while a draft is open', () => {
    const session = createSession();
    const draft = readDraft(claim('intimated'), 'plain');
    const found = (...overrides: readonly Overrides[]) =>
      session.check(draft, planChecks([attribution], ...overrides)).length;
    expect([found(), found({ reportingVerbs: ['intimate'] }), found()]).toEqual([1, 0, 1]);
  });
});

describe('what is said once', () => {
  const layers = [
    { name: 'your settings', overrides: { dialect: 'british', names: ['Kyiv = Kiev'] } },
    { name: 'house file', overrides: { dialect: 'american' } },
  ] as const;

  test('gives way to what the house file says', () => {
    const text = story('The colour of the theater is new.');
    expect(marked(style, text, ...layers.map(({ overrides }) => overrides))).toEqual(['colour']);
  });

  test('does not switch on a check that is off', () => {
    const text = story('The colour of the pier is new.');
    expect(marked(style, text, { checks: { style: false } }, { dialect: 'american' })).toEqual([]);
  });

  test('is shown with the options that go by it', () => {
    const options = originsOf([style, consistency], layers).flatMap((check) => check.options);
    expect(options.filter(({ from }) => from !== undefined)).toEqual([
      { key: 'dialect', value: '"american"', from: 'house file' },
      { key: 'spellings', value: '["Kyiv = Kiev"]', from: 'your settings' },
    ]);
  });
});

import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { attribution } from '../../server/src/checks/attribution/index.ts';
import { placeholder } from '../../server/src/checks/placeholder/index.ts';
import { readDraft } from '../../server/src/draft/read.ts';
import type { Finding } from '../../server/src/engine/finding.ts';
import { applyEdits } from '../../server/src/engine/fix.ts';
import { planChecks } from '../../server/src/engine/plan.ts';
import { checkDraft } from '../../server/src/engine/session.ts';
import { reportedFile } from '../../server/src/reports/report.ts';

const check = (text: string, figures = true, format: 'plain' | 'markdown' = 'plain'): readonly Finding[] =>
  checkDraft(
    readDraft(text, format),
    planChecks([attribution], { checks: { attribution: { figures } } }),
    (_, error) => {
      throw error;
    },
  );

const LEAD = 'Ferry crews vote\n\nCrews will vote next week, said Tane Ruatoki of the seamen’s union.\n\n';

/** The draft after the fix with this title. */
function afterFix(text: string, title: string): string {
  const fixes = check(text).flatMap((finding) => finding.fixes);
  const fix = fixes.find((one) => one.title === title);
  if (fix === undefined)
    throw new Error(`There is no “${title}” among: ${fixes.map((one) => one.title).join(', ')}`);
  return applyEdits(text, fix.edits);
}

const lastLine = (text: string): string => text.trimEnd().split('\n').at(-1) ?? '';

describe('fixes', () => {
  test('a speaker is put after the first sentence, by surname once the draft has named them', () => {
    const text = `${LEAD}“The firm has had our figures since May. It must answer them.”`;
    expect(lastLine(afterFix(text, 'Add “Ruatoki said”'))).toBe(
      '“The firm has had our figures since May,” Ruatoki said. “It must answer them.”',
    );
  });

  test('and not after the full stop of an abbreviation', () => {
    const text = `${LEAD}“The firm has heard from Mr. Dow since May. It must answer him.”`;
    expect(lastLine(afterFix(text, 'Add “Ruatoki said”'))).toBe(
      '“The firm has heard from Mr. Dow since May,” Ruatoki said. “It must answer him.”',
    );
  });

  test.each([
    ['“The firm has had our figures since *May.*”', []],
    ['Two captains resigned over it, it is *understood*.', ['Add “according to [SOURCE]”']],
    ['Two captains have *reportedly* resigned over it.', ['Add “according to [SOURCE]”']],
  ])('tear no pair of Markdown’s marks: %s', (sentence, titles) => {
    const fixes = check(`${LEAD}${sentence}`, true, 'markdown').flatMap((finding) => finding.fixes);
    expect(fixes.filter(({ names }) => names !== true).map(({ title }) => title)).toEqual(titles);
  });

  test('a claim that ends with a shout is left to the editor', () => {
    const [claim] = check(`${LEAD}The storm and the strike have claimed 40 lives!`);
    expect(claim?.fixes).toEqual([]);
  });

  test('in the draft’s own marks and tense', () => {
    const text =
      'Ferry crews vote\n\n"Now or never," says Tane Ruatoki of the union.\n\n"The firm has had our figures since May. It must answer!"';
    expect(lastLine(afterFix(text, 'Add “Ruatoki says”'))).toBe(
      '"The firm has had our figures since May," Ruatoki says. "It must answer!"',
    );
  });

  test('a quote of one sentence closes before its speaker', () => {
    const text = `${LEAD}“Has the firm read our figures at all, we ask?”`;
    expect(lastLine(afterFix(text, 'Add “Ruatoki said”'))).toBe(
      '“Has the firm read our figures at all, we ask?” Ruatoki said.',
    );
  });

  test('or the quote goes on from the one before', () => {
    const text =
      'Ferry crews vote\n\nTane Ruatoki of the union said: “We have been patient.”\n\n“The firm has had our figures since May. It must answer.”';
    expect(afterFix(text, 'Join it to the quote before')).toContain('We have been patient.\n\n“The firm');
    expect(check(afterFix(text, 'Join it to the quote before'))).toEqual([]);
  });

  test('a claim is given to a source of the draft', () => {
    const text = `${LEAD}The storm and the strike have claimed 40 lives.`;
    expect(lastLine(afterFix(text, 'Add “according to Ruatoki”'))).toBe(
      'The storm and the strike have claimed 40 lives, according to Ruatoki.',
    );
  });

  test.each([
    ['Two captains have reportedly resigned over it.', 'Two captains have resigned over it.'],
    ['Two captains have, reportedly, resigned over it.', 'Two captains have resigned over it.'],
    ['Reportedly, two captains resigned over it.', 'Two captains resigned over it.'],
    ['Two captains left, reportedly in anger.', 'Two captains left, in anger.'],
  ])('a hedge comes out cleanly: %s', (before, after) => {
    const hedge = /reportedly/iu.exec(before)?.[0];
    expect(afterFix(`${LEAD}${before}`, `Delete “${hedge}”`)).toBe(`${LEAD}${after}`);
  });

  test.each([
    'They towed a reportedly unsafe ferry into the harbour.',
    'Two captains reportedly, and their crews, resigned.',
    'Reportedly over 40 captains resigned over it.',
    'It is understood that two captains resigned over it.',
    'The owner allegedly paid for two holidays.',
  ])('a hedge stays where something would be left behind: %s', (sentence) => {
    const titles = check(`${LEAD}${sentence}`).flatMap(({ fixes }) => fixes.map(({ title }) => title));
    expect(titles.filter((title) => title.startsWith('Delete'))).toEqual([]);
  });

  test('a hedge goes for the source that takes its place', () => {
    const text = `${LEAD}Two captains have reportedly resigned over it.`;
    expect(lastLine(afterFix(text, 'Put “according to Ruatoki” for “reportedly”'))).toBe(
      'Two captains have resigned over it, according to Ruatoki.',
    );
    const aside = `${LEAD}The watch, which was allegedly bought in Oru, is in a safe.`;
    expect(lastLine(afterFix(aside, 'Put “according to [SOURCE]” for “allegedly”'))).toBe(
      'The watch, which was bought in Oru, according to [SOURCE], is in a safe.',
    );
    const short = `${LEAD}A truce, allegedly agreed in Oru, never held.`;
    expect(lastLine(afterFix(short, 'Put “according to [SOURCE]” for “allegedly”'))).toBe(
      'A truce, agreed in Oru, according to [SOURCE], never held.',
    );
    const tag = `${LEAD}Two captains resigned over it, it is understood.`;
    expect(lastLine(afterFix(tag, 'Put “according to Ruatoki” for “it is understood”'))).toBe(
      'Two captains resigned over it, according to Ruatoki.',
    );
    const inside = `${LEAD}The ferry, it is said, was too old.`;
    expect(lastLine(afterFix(inside, 'Put “according to Ruatoki” for “it is said”'))).toBe(
      'The ferry was too old, according to Ruatoki.',
    );
    const torn = `${LEAD}The ferry, built in Oru, it is said, was too old.`;
    expect(lastLine(afterFix(torn, 'Add “according to Ruatoki”'))).toBe(
      'The ferry, built in Oru, it is said, was too old, according to Ruatoki.',
    );
    const kept = `${LEAD}The owner is believed to want a buyer.`;
    expect(lastLine(afterFix(kept, 'Add “according to Ruatoki”'))).toBe(
      'The owner is believed to want a buyer, according to Ruatoki.',
    );
  });

  test.each([
    ['The Vessby Herald reported a strike.', 'the Vessby Herald'],
    ['The University of Lund said the storm was a rare one.', 'the University of Lund'],
    ['Vessby Council said the storm was a rare one.', 'Vessby Council'],
    ['The storm was a rare one, a study by the coastguard found.', 'a study by the coastguard'],
    ['The storm was a rare one, Police Superintendent Ann Lee said.', 'Lee'],
    ['The storm was a rare one, said Ann Lee of the University of Lund.', 'Lee'],
    [
      'A spokesman for the Ministry of Health said the storm was a rare one.',
      'a spokesman for the Ministry of Health',
    ],
    ['Police said the storm was a rare one.', 'police'],
    ['Downing Street said the storm was a rare one. It agreed.', 'Downing Street'],
    ['The US said the storm was a rare one.', 'the US'],
  ])('a source is named as a sentence would name it again: %s', (sentence, name) => {
    const text = `A headline stands here\n\n${sentence}\n\nThe storm and the strike have claimed 40 lives.`;
    expect(lastLine(afterFix(text, `Add “according to ${name}”`))).toBe(
      `The storm and the strike have claimed 40 lives, according to ${name}.`,
    );
  });

  test('a source that ends in a full stop ends the sentence', () => {
    const text = 'A headline stands here\n\nThe U.S. said the storm was a rare one.\n\n';
    expect(lastLine(afterFix(`${text}The storm claimed 40 lives.`, 'Add “according to the U.S.”'))).toBe(
      'The storm claimed 40 lives, according to the U.S.',
    );
    expect(
      lastLine(afterFix(`${text}The storm claimed 40 lives at 5 a.m.`, 'Add “according to the U.S.”')),
    ).toBe('The storm claimed 40 lives at 5 a.m., according to the U.S.');
  });

  test('a source follows the full stop of an abbreviation, and the sentence ends again', () => {
    const text = `${LEAD}The storm claimed 40 lives at 5 a.m.`;
    expect(lastLine(afterFix(text, 'Add “according to Ruatoki”'))).toBe(
      'The storm claimed 40 lives at 5 a.m., according to Ruatoki.',
    );
  });

  test.each([
    ['The mayor and, to a lesser degree, her deputy argue that the plan is dead.', 'cut short'],
    ['His office said the plan was dead.', 'of another sentence'],
    ['The plan is dead, critics said.', 'that is nobody'],
  ])('a claim is not given to a source %s', (sentence) => {
    const text = `A headline stands here

${sentence}

The storm and the strike have claimed 40 lives.`;
    const claim = check(text).find(({ code }) => code === 'attribution/unattributed-claim');
    expect(claim?.fixes.map(({ title }) => title)).toEqual(['Add “according to [SOURCE]”']);
  });

  test('once a fix is taken its finding is gone', () => {
    const text = `${LEAD}“The firm has had our figures since May. It must answer them.”\n\nTwo captains have reportedly resigned over it.`;
    for (const finding of check(text)) {
      for (const fix of finding.fixes) {
        const left = check(applyEdits(text, fix.edits));
        expect(
          left.map(({ code }) => code),
          fix.title,
        ).not.toContain(finding.code);
      }
    }
  });
});

test('plain figures are a hint, and can be switched off', () => {
  const text = `${LEAD}About 40% of the pupils walk to school.`;
  expect(check(text).map(({ code, severity }) => `${code} ${severity}`)).toEqual([
    'attribution/unattributed-claim hint',
  ]);
  expect(check(text, false)).toEqual([]);
});

test('a long passage is cut short in the message', () => {
  const [finding] = check(
    `${LEAD}A source close to the board of the northern ferry line and the old harbour office said it would close.`,
  );
  expect(finding?.message).toBe(
    '“A source close to the board of the northern ferry line and the old harbour of…”: which ones? Readers can’t weigh a source without a name.',
  );
});

test('of a match the dead are not asked for; a few words of sport make no match of a long story', () => {
  const match = `${LEAD}The captain scored the goal of the cup final.\n\nThe storm and the strike have claimed 40 lives.`;
  expect(check(match)).toEqual([]);
  const story = `${match}\n\n${'The harbour lies to the north of the old town. '.repeat(60)}`;
  expect(check(story).map(({ code }) => code)).toEqual(['attribution/unattributed-claim']);
});

test('one finding a sentence, the gravest', () => {
  const text = `${LEAD}The firm’s owner bribed two councillors amid growing concern, and of course 40% of them took it.`;
  expect(check(text).map(({ code }) => code)).toEqual(['attribution/unattributed-claim']);
});

describe('the seed article', () => {
  const path = fileURLToPath(new URL('../../../shared/seed-article.txt', import.meta.url));
  if (!existsSync(path)) {
    console.warn('ABSENT: ../shared/seed-article.txt, so nothing is said of the seed article here.');
    test.skip('is absent', () => {});
    return;
  }
  const source = readFileSync(path, 'utf8');
  // the second run of paragraphs is a copy, which the check for duplicates reports
  const text = source.slice(
    0,
    source.indexOf('Russian foreign minister', source.indexOf('annexed back in 2014')),
  );
  const findings = check(text);
  const marked = findings.map(({ code, span }) => `${code} ${text.slice(span.start, span.end)}`);

  test('five places, and no attributed sentence', () => {
    expect(marked).toEqual([
      'attribution/vague-source amid growing international pressure and rising scepticism',
      expect.stringMatching(
        /^attribution\/unattributed-quote “The Russian side has at least four more days/u,
      ),
      'attribution/vague-source Tensions',
      'attribution/unsourced-hedge reportedly seized',
      'attribution/unattributed-claim tens of thousands of lives',
      expect.stringMatching(/^attribution\/unattributed-claim .*a fifth of Ukraine’s territory$/u),
    ]);
  });

  test('Umerov is the first suggestion', () => {
    const quote = findings.find(({ code }) => code === 'attribution/unattributed-quote');
    expect(quote?.fixes.find(({ names }) => names)?.title).toBe('Add “Umerov said”');
  });
});

// each is there for a rule that no draft needs
describe('told as a fact, or not', () => {
  test.each([
    [
      'The warden deliberately flooded the cells of the prison in March.',
      'deliberately flooded the cells of the prison',
    ],
    [
      'The clerk had knowingly sold the licences to the dealers.',
      'knowingly sold the licences to the dealers',
    ],
    ['The deliberately plain hall opened to the public in March.', ''],
    ['The site released hacked emails of the board to the town.', ''],
    ['The firm kept its cool for a while, though a panel found it in breach of the agreement.', ''],
    [
      'It is not known whether the long-serving chief of the northern harbour police falsified the records.',
      '',
    ],
    ['It deliberately rained on the harbour all day long.', ''],
    [
      'The firm sold, it said, arms to Oru in breach of the agreement.',
      'sold, it said, arms to Oru in breach of the agreement',
    ],
    ['The firm paid its crews off the books for two years.', 'paid its crews off the books'],
    ['The clerk paid the man under the table for two years.', 'paid the man under the table'],
    ['The firm moved its cash abroad to dodge taxes on the sale.', 'moved its cash abroad'],
    ['Cash changed hands in the car park behind the court.', 'Cash changed hands'],
    ['The farm on the hill changed hands in May of that year.', ''],
    [
      'The manager left the firm in March, hiding the losses from the board.',
      'hiding the losses from the board',
    ],
    ['The firm’s owner, hiding losses, was late for the board meeting.', ''],
    ['Had she kept the file, the bank would have hidden the loss.', ''],
    ['A shooting that left two people dead closed the road to the town.', ''],
    ['In May 2019, a blast killed three people at the mill in Oru.', ''],
    ['The mill burned after a blast killed three people last January.', ''],
    ['Shares fell again and rising costs were blamed for the drop.', ''],
    ['The mayor was blamed for the flood in the old town.', 'was blamed for the'],
    ['Did shelling kill 30 people on the coast road on Thursday?', ''],
    ['We saw that shelling killed 30 people on the coast road.', ''],
    ['The man, who was charged in May, allegedly stole the boat.', ''],
    ['Critics say the sale is late, but Ann Lee says it is not.', ''],
    ['The networks spied on by the team were shut down in May.', ''],
    ['The records that were shredded by the clerk filled three rooms.', ''],
    ['People who hid their earnings from the tax office may pay now.', ''],
    ['The clerk shredded the records of the harbour inquiry at night.', 'shredded the records'],
    ['The nurse, whether tired or not, falsified the charts of the ward.', ''],
    ['The guards, without a licence for it, beat the prisoners in the yard.', 'beat the prisoners'],
    ['The hut with no windows held eleven captured fighters for a month.', ''],
    ['The clerk never reported the leak to the harbour office.', 'never reported the leak'],
    [
      'The clerk had the files of the inquiry burned in March.',
      'had the files of the inquiry burned in March',
    ],
    ['The firm dumped acid in the river and hid the records.', 'dumped acid'],
    ['The minister lied to parliament about the sale of the mill.', 'lied to parliament'],
    ['The mayor bribed two councillors, it seems, on Monday night.', 'bribed two councillors'],
  ])('%s', (sentence, marked) => {
    const text = `Headline of the day\n\n${sentence}\n`;
    expect(check(text).map(({ span }) => text.slice(span.start, span.end))).toEqual(
      marked === '' ? [] : [marked],
    );
  });
});

describe('nobody is put into anybody’s mouth', () => {
  const QUOTE = '“The firm has had our figures since May. It must answer them.”';
  const fixesOf = (text: string, code: string) =>
    check(text).find((finding) => finding.code === `attribution/${code}`)?.fixes ?? [];
  const choices = (...paragraphs: readonly string[]): readonly string[] =>
    check(['A headline stands here', ...paragraphs].join('\n\n'))
      .filter(({ code }) => /claim|hedge/u.test(code))
      .flatMap(({ fixes }) => fixes.map(({ title }) => title.replace(/^\w+ “according to |”.*$/gu, '')));

  test('for a quote with no speaker: joining it first, then a place to fill, then names to choose from', () => {
    const text = `Ferry crews vote\n\nTane Ruatoki of the union said: “We have been patient.”\n\n${QUOTE}`;
    const fixes = fixesOf(text, 'unattributed-quote');
    expect(fixes.map(({ title }) => title)).toEqual([
      'Join it to the quote before',
      'Add “[NAME] said”',
      'Add “Ruatoki said”',
    ]);
    expect(fixes.filter((fix) => fix.preferred || fix.safe)).toEqual([]);
  });

  test.each([
    ['a pronoun that stands for nobody', '“We will all go on Monday,” he said.', []],
    ['a document’s readers', 'Documents seen by the Oru Echo say that the roof was old.', []],
    [
      'one person by two names',
      'Bo Lind, the mayor, said it was late. The mayor said it was cold.',
      ['Lind'],
    ],
  ])('not %s', (_, before, names) => {
    const fixes = fixesOf(`Ferry crews vote\n\n${before}\n\n${QUOTE}`, 'unattributed-quote');
    expect(fixes.map(({ title }) => title)).toEqual(['[NAME]', ...names].map((name) => `Add “${name} said”`));
  });

  test('a speaker has no capital but its own', () => {
    const text = `Ferry crews vote\n\nHis mother, Ruth, said the crews were tired.\n\n${QUOTE}`;
    expect(fixesOf(text, 'unattributed-quote').map(({ title }) => title)).toContain('Add “his mother said”');
  });

  test('what names somebody is for the editor’s eyes, and stands in no report', () => {
    const text = `${LEAD}${QUOTE}\n\nThe storm and the strike have claimed 40 lives.`;
    const findings = check(text);
    const named = findings.flatMap(({ fixes }) => fixes.filter(({ title }) => title.includes('Ruatoki')));
    expect(named.length).toBeGreaterThan(1);
    expect(named.every(({ names }) => names)).toBe(true);
    const { findings: reported } = reportedFile('a.txt', { text, format: 'plain', findings }, null);
    expect(reported.flatMap(({ fixes }) => fixes.map(({ title }) => title))).toEqual([
      'Add “[NAME] said”',
      'Add “according to [SOURCE]”',
    ]);
  });

  test('the place to fill is found until it is filled', () => {
    for (const text of [`${LEAD}${QUOTE}`, `${LEAD}The storm and the strike have claimed 40 lives.`]) {
      const [slot] = check(text).flatMap(({ fixes }) => fixes.filter(({ title }) => title.includes('[')));
      const filled = readDraft(applyEdits(text, slot?.edits ?? []), 'plain');
      expect(checkDraft(filled, planChecks([attribution, placeholder])).map(({ code }) => code)).toEqual([
        'placeholder/leftover',
      ]);
    }
  });

  const BRIBED = 'bribed three harbour inspectors last year.';
  test.each([
    ['by name', ['Kestrel Lines will appeal, Kestrel said.'], `Kestrel ${BRIBED}`],
    [
      'by “the company”',
      ['Kestrel Lines sails from Oru. The company said it would appeal.'],
      `Kestrel ${BRIBED}`,
    ],
    [
      'by his office',
      ['Orders were down, said Bo Lind, the harbour master.'],
      `The harbour master ${BRIBED}`,
    ],
    [
      'where they deny it',
      ['Bo Lind said orders were down. Lind, of Oru, denies fraud.'],
      'A clerk allegedly forged the sheets.',
    ],
    [
      'where others blame them',
      ['Orders were down, said Bo Lind of Oru. Lind has been accused of fraud.'],
      'Two clerks allegedly forged the sheets.',
    ],
    ['by “he”', ['Orders were down, said Bo Lind of Oru.'], `He ${BRIBED}`],
  ])('the accused are no source of what they are accused of: %s', (_, before, claim) => {
    expect(choices(...before, claim)).toEqual(['[SOURCE]']);
  });

  test('others are', () => {
    expect(choices('Orders were down, said Ann Roth of the port union.', `Kestrel ${BRIBED}`)).toEqual([
      '[SOURCE]',
      'Roth',
    ]);
  });

  const HARM = 'The storm and the strike have claimed 40 lives.';
  test.each([
    ['letters after a name', 'The case is weak, said Ann Roth KC.', 'Roth'],
    ['letters after a name', 'The roof was old, said Bo Lind MP.', 'Lind'],
    ['a dateline', 'MILLBROOK, rejecting the plan, said it would not pay.'],
    ['the first word of a sentence', 'Pressure said little about the roof.'],
    ['those who read a document', 'The roof was old, according to a letter seen by the Oru Echo.'],
    ['those who read a document', 'Documents seen by the Oru Echo show that the roof was old.'],
    ['a class of people', 'Inspectors said the roof was old.'],
    [
      'letters and marks of any kind are a name',
      "The roof was old, Ann O’Neil (née O'Hara-Roth) said.",
      'O’Neil',
    ],
    ['nobody who kept silent', 'Bo Lind, of Oru, declined to comment on the roof.'],
    ['a knight by his title', 'The roof was old, Sir Miles said.', 'Sir Miles'],
    ['one of many', 'A spokesman said the roof was old.'],
    ['things', 'US-made Apaches said to be unfit were sold.'],
  ])('a source is a person, a body or a document: %s', (_, sentence, ...names) => {
    expect(choices(sentence, HARM)).toEqual(['[SOURCE]', ...names]);
  });

  test('nobody is offered twice', () => {
    expect(choices('The roof was old, said Anwar Hossain of Oru.', 'It leaked, Hossain said.', HARM)).toEqual(
      ['[SOURCE]', 'Hossain'],
    );
  });
});

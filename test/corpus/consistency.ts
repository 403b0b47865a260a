import { addDays, format } from 'date-fns';
import type { Material, Measure } from './measure.ts';
import { type Dice, diceOf, type Story, storiesOf, tally } from './planting.ts';

/** One planted fault: the draft with it, the same draft without it, and the code it should raise. */
interface Planted {
  readonly kind: string;
  readonly code: string;
  readonly wrong: string;
  readonly right: string;
  readonly shown: string;
}

type Planter = (story: Story, dice: Dice) => Planted | undefined;

/** Plants wrong weekdays, names and figures in clean stories; found is one more finding of the code than the right draft has. */
export const consistency: Measure = {
  check: 'consistency',
  title: 'Planted contradictions (and the same drafts without them)',
  run(material) {
    const groups = [{ name: 'weekdays', planters: WEEKDAYS }];
    const lines: string[] = [];
    const data: Record<string, unknown> = {};
    for (const { name, planters } of groups) {
      const measured = measureGroup(material, planters);
      lines.push(` ${name}`, ...measured.lines);
      data[name] = measured.data;
    }
    return { lines, data };
  },
};

function measureGroup({ texts, check, seed, size, print }: Material, planters: readonly Planter[]) {
  const stories = storiesOf(texts);
  const dice = diceOf(seed);
  const results: { kind: string; found: boolean; shown: string }[] = [];
  let alarms = 0;
  let planted = 0;
  for (const planter of planters) {
    for (let i = 0, tries = 0; i < size && tries < size * 20; tries += 1) {
      const one = planter(dice.one(stories), dice);
      if (one === undefined) continue;
      i += 1;
      planted += 1;
      const count = (text: string) => check(text).filter(({ code }) => code === one.code).length;
      const before = count(one.right);
      if (before > 0) alarms += 1;
      results.push({ kind: one.kind, found: count(one.wrong) > before, shown: one.shown });
    }
  }
  const { lines, data } = tally(results, print);
  return {
    lines: [...lines, `  right drafts with an alarm: ${alarms} of ${planted}`],
    data: { ...data, alarms, planted },
  };
}

/** Ways to set a date with its weekday, of both sides of the Atlantic, as patterns of date-fns. */
const WITH_YEAR = [
  'EEEE, MMMM d, yyyy',
  'EEEE d MMMM yyyy',
  'EEEE, d MMMM, yyyy',
  'EEE d MMM yyyy',
  "MMMM d, yyyy '('EEEE')'",
  "EEEE '('d MMMM yyyy')'",
  'EEEE, dd/MM/yyyy',
  'EEEE yyyy-MM-dd',
  "EEEE, 'the' do 'of' MMMM yyyy",
  "EEEE 'evening,' MMMM d, yyyy",
];
const WITHOUT_YEAR = [
  'EEEE, MMMM d',
  'EEEE d MMMM',
  'EEEE, d MMMM',
  "EEEE '('MMMM d')'",
  'EEEE, MMM. d',
  'EEEE MMMM do',
  "EEEE, 'the' do 'of' MMMM",
  "EEEE 'night,' MMMM d",
  "d MMMM '('EEEE')'",
];
const STAMPS = [
  'MMMM d, yyyy',
  'd MMMM yyyy',
  'EEEE, MMMM d, yyyy',
  "'Published' d MMMM yyyy",
  "'Updated:' MMMM d, yyyy",
  'yyyy-MM-dd',
];
const SENTENCES = [
  'The hearing will be held on DATE, the court said.',
  'Officials said the work would begin on DATE.',
  'The couple were last seen on DATE, near the harbour.',
  'It follows a vote on DATE that split the party.',
  'Doors open at 7pm on DATE.',
];

const anyDate = (dice: Dice): Date => addDays(new Date(2015, 0, 1), dice.number(4000));

// the same date with another day's name
function misdated(date: Date, pattern: string, dice: Dice): string {
  const by = 1 + dice.number(6);
  const name = (one: Date, of: string) => format(one, of);
  const right = format(date, pattern);
  for (const of of ['EEEE', 'EEE']) {
    if (!pattern.includes(of)) continue;
    return right.replace(name(date, of), name(addDays(date, by), of));
  }
  return right;
}

const sentenceWith = (template: string, date: string): string => template.replace('DATE', date);

function draftOf(head: readonly string[], story: Story, sentence: string, dice: Dice): string {
  const at = 1 + dice.number(story.paragraphs.length);
  return [...head, ...story.paragraphs.slice(0, at), sentence, ...story.paragraphs.slice(at)].join('\n');
}

function weekdayPlanter(
  kind: string,
  make: (story: Story, dice: Dice) => { head: readonly string[]; wrong: string; right: string },
): Planter {
  return (story, dice) => {
    const { head, wrong, right } = make(story, dice);
    const template = dice.one(SENTENCES);
    const place = dice.number(1e9);
    return {
      kind,
      code: 'consistency/weekday',
      wrong: draftOf(head, story, sentenceWith(template, wrong), diceOf(place)),
      right: draftOf(head, story, sentenceWith(template, right), diceOf(place)),
      shown: `${head.slice(0, 4).join(' / ')} … ${sentenceWith(template, wrong)}`,
    };
  };
}

const WEEKDAYS: readonly Planter[] = [
  weekdayPlanter('weekday: year in the date', (story, dice) => {
    const date = anyDate(dice);
    const pattern = dice.one(WITH_YEAR);
    return { head: [story.headline], wrong: misdated(date, pattern, dice), right: format(date, pattern) };
  }),
  weekdayPlanter('weekday: year in a date line', (story, dice) => {
    const today = anyDate(dice);
    const date = addDays(today, dice.number(240) - 120);
    const pattern = dice.one(WITHOUT_YEAR);
    return {
      head: [story.headline, format(today, dice.one(STAMPS))],
      wrong: misdated(date, pattern, dice),
      right: format(date, pattern),
    };
  }),
  weekdayPlanter('weekday: year in a dateline', (story, dice) => {
    const today = anyDate(dice);
    const date = addDays(today, dice.number(240) - 120);
    const pattern = dice.one(WITHOUT_YEAR);
    const line = dice.one([
      `LONDON, ${format(today, 'MMMM d, yyyy')} (Reuters) - The council met on the matter.`,
      `PARIS — ${format(today, 'd MMMM yyyy')} — Talks went on through the night.`,
    ]);
    return {
      head: [story.headline, line],
      wrong: misdated(date, pattern, dice),
      right: format(date, pattern),
    };
  }),
  weekdayPlanter('weekday: year in front matter', (story, dice) => {
    const today = anyDate(dice);
    const date = addDays(today, dice.number(240) - 120);
    const pattern = dice.one(WITHOUT_YEAR);
    return {
      head: [
        '---',
        `title: ${story.headline}`,
        `date: ${format(today, 'yyyy-MM-dd')}`,
        '---',
        story.headline,
      ],
      wrong: misdated(date, pattern, dice),
      right: format(date, pattern),
    };
  }),
  weekdayPlanter('weekday: next and last', (story, dice) => {
    const today = anyDate(dice);
    const ahead = dice.number(2) === 0;
    const near = addDays(today, 3 + dice.number(8));
    const past = addDays(today, -3 - dice.number(8));
    const say = (date: Date, word: string) => `${word} ${format(date, 'EEEE, MMMM d')}`;
    return {
      head: [story.headline, format(today, 'MMMM d, yyyy')],
      wrong: ahead ? say(past, 'next') : say(near, 'last'),
      right: ahead ? say(near, 'next') : say(past, 'last'),
    };
  }),
  weekdayPlanter('weekday: two dates, no year', (story, dice) => {
    const date = anyDate(dice);
    const other = addDays(date, 2 + dice.number(20));
    const pattern = dice.one(WITHOUT_YEAR);
    return {
      head: [story.headline, `The council met on ${format(other, 'EEEE, MMMM d')}.`],
      wrong: misdated(date, pattern, dice),
      right: format(date, pattern),
    };
  }),
];

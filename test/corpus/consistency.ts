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
    const groups = [
      { name: 'weekdays', planters: WEEKDAYS },
      { name: 'names', planters: NAMES },
      { name: 'figures', planters: FIGURES },
    ];
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

function measureGroup({ texts, check, seed, size, misses }: Material, planters: readonly Planter[]) {
  const stories = storiesOf(texts);
  const dice = diceOf(seed);
  const results: { kind: string; found: boolean; shown: string }[] = [];
  let alarms = 0;
  const alarmsShown: string[] = [];
  let planted = 0;
  for (const planter of planters) {
    for (let i = 0, tries = 0; i < size && tries < size * 20; tries += 1) {
      const one = planter(dice.one(stories), dice);
      if (one === undefined) continue;
      i += 1;
      planted += 1;
      const count = (text: string) => check(text).filter(({ code }) => code === one.code).length;
      const before = count(one.right);
      if (before > 0) {
        alarms += 1;
        alarmsShown.push(
          `${one.kind}: ${
            check(one.right)
              .filter(({ code }) => code === one.code)
              .map(({ message }) => message)[0]
          }`,
        );
      }
      results.push({ kind: one.kind, found: count(one.wrong) > before, shown: one.shown });
    }
  }
  const { lines, data } = tally(results, misses);
  return {
    lines: [
      ...lines,
      `  right drafts with an alarm: ${alarms} of ${planted}`,
      ...alarmsShown.slice(0, misses).map((one) => `      ${one}`),
    ],
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

const NAME = 'consistency/name';

/** A person of the story who is named in full and later by the surname alone. */
function personOf(story: Story, dice: Dice): { first: string; last: string } | undefined {
  const text = story.paragraphs.join('\n');
  const people = [...text.matchAll(/\b(?<first>\p{Lu}\p{Ll}{2,}) (?<last>\p{Lu}\p{Ll}{4,})\b/gu)].flatMap(
    ({ groups, index }) => {
      const last = groups?.last ?? '';
      if (
        /^(?:President|But|For|The|And|While|Mr|Mrs|Ms|With|When|Senator|Prime|House|After)$/u.test(
          groups?.first ?? '',
        )
      )
        return [];
      const later = text.slice(index + 10);
      return new RegExp(
        `(?:said ${last}\\b|(?:Mr|Ms|Mrs) ${last}\\b|(?:^|[.”"] )${last} (?:said|told|was|has|had|added|also)\\b)`,
        'mu',
      ).test(later)
        ? [{ first: groups?.first ?? '', last }]
        : [];
    },
  );
  return people.length === 0 ? undefined : dice.one(people);
}

// one slip of the keyboard inside the word
function misspelt(name: string, dice: Dice): string {
  const at = 1 + dice.number(name.length - 2);
  const swapped = name.slice(0, at) + name.charAt(at + 1) + name.charAt(at) + name.slice(at + 2);
  const slips = [
    swapped,
    name.slice(0, at) + name.slice(at + 1),
    name.slice(0, at) + name.charAt(at) + name.slice(at),
    name.slice(0, at) + dice.one([...'aeiou']) + name.slice(at + 1),
  ];
  const slip = dice.one(slips);
  return slip === name ? misspelt(name, dice) : slip;
}

const withSentences = (story: Story, sentences: readonly string[], dice: Dice): string => {
  const lines = [...story.paragraphs];
  let at = 2 + dice.number(Math.max(1, lines.length - 2));
  for (const sentence of sentences) {
    lines.splice(Math.min(at, lines.length), 0, sentence);
    at += 1 + dice.number(3);
  }
  return [story.headline, ...lines].join('\n');
};

/** Puts sentences about somebody or some place of our own into the story. */
function told(
  kind: string,
  make: (dice: Dice) => { right: readonly string[]; wrong: readonly string[] },
): Planter {
  return (story, dice) => {
    const { right, wrong } = make(dice);
    const place = dice.number(1e9);
    return {
      kind,
      code: NAME,
      right: withSentences(story, right, diceOf(place)),
      wrong: withSentences(story, wrong, diceOf(place)),
      shown: wrong.join(' … '),
    };
  };
}

const PAIRS: readonly (readonly [string, string])[] = [
  ['Kyiv', 'Kiev'],
  ['Kharkiv', 'Kharkov'],
  ['Odesa', 'Odessa'],
  ['Lviv', 'Lvov'],
  ['Chernobyl', 'Chornobyl'],
  ['Luhansk', 'Lugansk'],
  ['Beijing', 'Peking'],
  ['Tehran', 'Teheran'],
  ['Bogotá', 'Bogota'],
  ['Kathmandu', 'Katmandu'],
];
const PEOPLE: readonly (readonly [string, string, string])[] = [
  ['Volodymyr', 'Zelenskyy', 'Zelensky'],
  ['Vladimir', 'Medinsky', 'Medinskiy'],
  ['Enrique', 'Peña', 'Pena'],
  ['Recep', 'Erdoğan', 'Erdogan'],
  ['Muammar', 'Gaddafi', 'Qaddafi'],
  ['Viktor', 'Yanukovych', 'Yanukovich'],
  ['Yulia', 'Tymoshenko', 'Timoshenko'],
  ['Samir', 'Al-Hadi', 'al Hadi'],
  ['Samir', 'al-Hadi', 'al Hadi'],
  ['Fiona', 'McAllister', 'MacAllister'],
  ['Neil', 'O’Rourke', 'ORourke'],
  ['Andrzej', 'Kowalczyk', 'Kovalchyk'],
  ['Hassan', 'Rouhani', 'Rohani'],
  ['Anders', 'Rasmussen', 'Rasmusen'],
  ['Maria', 'Hernández', 'Hernandez'],
];
const FIRSTS: readonly (readonly [string, string])[] = [
  ['Sergei', 'Sergey'],
  ['Stephen', 'Steven'],
  ['Catherine', 'Katherine'],
  ['John', 'Jon'],
  ['Geoff', 'Jeff'],
  ['Dmitry', 'Dmitri'],
  ['Mohammed', 'Muhammad'],
  ['Philip', 'Phillip'],
  ['Alexei', 'Alexey'],
  ['Sarah', 'Sara'],
  ['Lindsay', 'Lindsey'],
  ['Rebecca', 'Rebeca'],
];
const ROLES = [
  'defence minister',
  'council leader',
  'chief executive',
  'union leader',
  'police chief',
  'fire chief',
];
const TOWNS = [
  'Magnitogorsk',
  'Krasnohorivka',
  'Llanberis',
  'Scunthorpe',
  'Johannesburg',
  'Kirkcaldy',
  'Antananarivo',
  'Philadelphia',
  'Reykjavik',
  'Wolverhampton',
];

const NAMES: readonly Planter[] = [
  (story, dice) => {
    const person = personOf(story, dice);
    if (person === undefined) return undefined;
    const { last } = person;
    const wrong = misspelt(last, dice);
    const lines = [...story.paragraphs];
    const alone = new RegExp(
      `(?<=said |Mr |Ms |Mrs |^|[.”"] )${last}(?= (?:said|told|was|has|had|added|also)|[.,])`,
      'u',
    );
    const at = lines.findLastIndex((line) => alone.test(line));
    const line = lines[at];
    if (line === undefined) return undefined;
    const right = [story.headline, ...lines].join('\n');
    lines[at] = line.replace(alone, wrong);
    return {
      kind: 'name: a surname misspelt',
      code: NAME,
      right,
      wrong: [story.headline, ...lines].join('\n'),
      shown: `${person.first} ${last} … ${lines[at].slice(Math.max(0, lines[at].indexOf(wrong) - 30)).slice(0, 70)}`,
    };
  },
  (story, dice) => {
    const person = personOf(story, dice);
    if (person === undefined) return undefined;
    const say = (last: string) =>
      `The move was welcomed by ${person.first} ${last}, who had long called for it.`;
    const wrong = misspelt(person.last, dice);
    const place = dice.number(1e9);
    return {
      kind: 'name: a full name misspelt',
      code: NAME,
      right: withSentences(story, [say(person.last)], diceOf(place)),
      wrong: withSentences(story, [say(wrong)], diceOf(place)),
      shown: `${person.first} ${person.last} … ${wrong}`,
    };
  },
  told('name: a person in two spellings', (dice) => {
    const [first, a, b] = dice.one(PEOPLE);
    const role = dice.one(ROLES);
    const shape = dice.number(3);
    const say = (last: string) => [
      `The plan was set out by ${role} ${first} ${a}.`,
      [
        `“It cannot wait,” said ${last}.`,
        `Mr ${last} said it could not wait.`,
        `Critics of ${first} ${last} called it late.`,
      ][shape] ?? '',
    ];
    return { wrong: say(b), right: say(a) };
  }),
  told('name: a place in two spellings', (dice) => {
    const [a, b] = dice.one(PAIRS);
    const say = (last: string) => [`Talks were held in ${a} last year.`, `A second round in ${last} failed.`];
    return { wrong: say(b), right: say(a) };
  }),
  told('name: a place misspelt', (dice) => {
    const town = dice.one(TOWNS);
    const say = (name: string) => [
      `The works in ${town} will close.`,
      `People in ${name} were told on Friday.`,
    ];
    return { wrong: say(misspelt(town, dice)), right: say(town) };
  }),
  told('name: a first name in two spellings', (dice) => {
    const [a, b] = dice.one(FIRSTS);
    const last = dice.one(['Okafor', 'Lavrentov', 'Brathwaite', 'Nowak']);
    const say = (first: string) => [
      `The union, led by ${a} ${last}, met on Friday.`,
      `A letter signed by ${first} ${last} was read out.`,
    ];
    return { wrong: say(b), right: say(a) };
  }),
  told('name: another first name, same role', (dice) => {
    const role = dice.one(ROLES);
    const [a, b] = dice.one([
      ['Rustem', 'Ruslan'],
      ['Maria', 'Marta'],
      ['Peter', 'Paul'],
      ['Helen', 'Hilary'],
    ] as const);
    const say = (first: string) => [
      `The plan was set out by ${role} ${a} Okafor.`,
      `It was backed by ${role} ${first} Okafor on Friday.`,
    ];
    return { wrong: say(b), right: say(a) };
  }),
  told('name: the surname first', (dice) => {
    const [name, last] = dice.one([
      ['Maria Okafor', 'Okafor'],
      ['Rustem Umanov', 'Umanov'],
      ['Ann Brathwaite', 'Brathwaite'],
    ] as const);
    const early = dice.one([
      `${last} said the plan would fail.`,
      `“It will fail,” said ${last}.`,
      `Ms ${last} said it would fail.`,
    ]);
    const full = `${name}, who leads the union, called for a vote.`;
    return { wrong: [early, full], right: [full, early] };
  }),
  told('name: Mr or Ms', (dice) => {
    const last = dice.one(['Okafor', 'Brathwaite', 'Nowak']);
    const say = (title: string) => [
      `The union is led by Alex ${last}.`,
      `Mr ${last} said the plan would fail.`,
      `“We met,” Mr ${last} added.`,
      `${title} ${last} wants a vote.`,
    ];
    return { wrong: say('Ms'), right: say('Mr') };
  }),
];

/** Sentences of our own in a story, with a headline of our own where one is given; `other` makes the fault. */
function figured(
  kind: string,
  make: (dice: Dice, wrong: boolean) => { headline?: string; sentences: readonly string[] },
): Planter {
  return (story, dice) => {
    const seed = dice.number(1e9);
    const place = dice.number(1e9);
    const draft = (wrong: boolean) => {
      const { headline, sentences } = make(diceOf(seed), wrong);
      if (headline === undefined) return withSentences(story, sentences, diceOf(place));
      const [lead = '', ...later] = sentences;
      return withSentences(
        {
          ...story,
          headline,
          paragraphs: [
            lead,
            ...story.paragraphs.filter((line) => !/kill|dead|die|injur|hurt|wound|jobs/iu.test(line)),
          ],
        },
        later,
        diceOf(place),
      );
    };
    return {
      kind,
      code: 'consistency/figure',
      right: draft(false),
      wrong: draft(true),
      shown: [make(diceOf(seed), true).headline ?? '', ...make(diceOf(seed), true).sentences].join(' / '),
    };
  };
}

const WORDS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const inWords = (count: number): string => WORDS[count] ?? count.toLocaleString('en-GB');
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const PLACES = ['Hull', 'Lagos', 'Marseille', 'Ohio', 'Lima'];
const EVENTS = ['blast', 'crash', 'fire', 'attack', 'collapse', 'shooting'];

const FIGURES: readonly Planter[] = [
  figured('figure: headline and story', (dice, wrong) => {
    const n = 2 + dice.number(40);
    const m = wrong ? n + 1 + dice.number(3) : n;
    const [event, place] = [dice.one(EVENTS), dice.one(PLACES)];
    const headline = dice.one([
      `${capital(inWords(n))} dead in ${place} ${event}`,
      `${place} ${event} kills ${inWords(n)}`,
      `${capital(inWords(n))} killed in ${place} ${event}`,
      `${capital(inWords(n))} die in ${place} ${event}`,
      `${capital(inWords(n))} injured in ${place} ${event}`,
    ]);
    const injured = headline.includes('injured');
    const lead = injured
      ? dice.one([
          `${capital(inWords(m))} people were injured in a ${event} in ${place} on Monday, police said.`,
          `A ${event} in ${place} left ${inWords(m)} people injured on Monday.`,
          `A ${event} injured ${inWords(m)} people in ${place}, officials said.`,
        ])
      : dice.one([
          `${capital(inWords(m))} people were killed in a ${event} in ${place} on Monday, police said.`,
          `A ${event} in ${place} killed ${inWords(m)} people on Monday, officials said.`,
          `At a factory in ${place}, ${inWords(m)} workers have died in a ${event}, police said.`,
          `A ${event} in ${place} has left ${inWords(m)} people dead.`,
          `${capital(inWords(m))} people, two of them children, were killed when a ${event} hit ${place}.`,
        ]);
    return { headline, sentences: [lead] };
  }),
  figured('figure: lead and story', (dice, wrong) => {
    const n = 3 + dice.number(40);
    const m = wrong ? n + 2 + dice.number(4) : n;
    const [event, place] = [dice.one(EVENTS), dice.one(PLACES)];
    const lead = dice.one([
      `${capital(inWords(n))} people were killed in a ${event} in ${place} on Monday, police said.`,
      `A ${event} in ${place} killed ${inWords(n)} people on Monday, officials said.`,
    ]);
    const later = dice.one([
      `The ${event} killed ${inWords(m)} people and shut the road.`,
      `The ${inWords(m)} people killed in the ${event} have been named.`,
      `Police named the ${inWords(m)} victims.`,
      `${capital(inWords(m))} people died in the ${event}, the mayor said.`,
      `A service will be held for the ${inWords(m)} people who died.`,
      `The death toll stands at ${m}, the mayor said.`,
    ]);
    return { headline: `Mourning in ${place}`, sentences: [lead, later] };
  }),
  figured('figure: jobs', (dice, wrong) => {
    const n = 100 * (2 + dice.number(40));
    const m = wrong ? n + 100 * (1 + dice.number(5)) : n;
    const headline = dice.one([
      `Steel firm to cut ${n} jobs`,
      `${n} jobs to go at steel plant`,
      `Steel plant to shed ${n} jobs`,
    ]);
    const lead = dice.one([
      `The steelmaker said it would cut ${m.toLocaleString('en-GB')} jobs by the summer.`,
      `The plant will close with the loss of ${m.toLocaleString('en-GB')} jobs, its owner said.`,
      `Some ${m.toLocaleString('en-GB')} jobs will go at the steelworks.`,
    ]);
    return { headline, sentences: [lead] };
  }),
  figured('figure: parts and whole', (dice, wrong) => {
    const parts = [2 + dice.number(6), 2 + dice.number(6), 2 + dice.number(6)] as const;
    const whole = parts[0] + parts[1] + parts[2] + (wrong ? dice.one([-2, -1, 1, 2]) : 0);
    const list = `${inWords(parts[0])} men, ${inWords(parts[1])} women and ${inWords(parts[2])} children`;
    return {
      sentences: [
        dice.one([
          `The ${whole} people – ${list} – were on a bus.`,
          `Police held ${whole} people: ${list}.`,
          `Rescuers found ${list}, a total of ${whole}, in the house.`,
          `The group of ${whole} people (${list}) was led to safety.`,
          `Of the ${whole + (wrong ? -3 : 0)} people on board, ${inWords(parts[0])} were men, ${inWords(parts[1])} were women and ${inWords(parts[2])} were children.`,
        ]),
      ],
    };
  }),
  figured('figure: percentage', (dice, wrong) => {
    const before = 40 + dice.number(400);
    const share = 8 + dice.number(60);
    const up = dice.number(2) === 0;
    const after = Math.round((before * (100 + (up ? share : -share))) / 100);
    const real = Math.round((100 * Math.abs(after - before)) / before);
    const p = wrong ? real + (4 + dice.number(15)) : real;
    const [verb, noun] = up ? ['rose', 'rise'] : ['fell', 'fall'];
    return {
      sentences: [
        dice.one([
          `Profits ${verb} ${p}% to £${after}m from £${before}m last year.`,
          `Sales ${verb} from $${before}m to $${after}m, a ${noun} of ${p}%.`,
          `Visitor numbers ${verb} by ${p} per cent, from ${before},000 to ${after},000.`,
          `It reported a ${p}% ${noun} in orders, from ${before} to ${after}.`,
          `Revenue ${verb} from £${before} million to £${after} million, ${up ? 'up' : 'down'} ${p} percent.`,
        ]),
      ],
    };
  }),
  figured('figure: share', (dice, wrong) => {
    const whole = 20 + dice.number(400);
    const part = 3 + dice.number(whole - 4);
    const real = Math.round((100 * part) / whole);
    const p = wrong ? (real > 60 ? real - 4 - dice.number(20) : real + 4 + dice.number(20)) : real;
    return {
      sentences: [
        dice.one([
          `In all, ${part} of the ${whole} members (${p}%) stayed away.`,
          `The poll found that ${part} out of ${whole} drivers, or ${p} per cent, had done so.`,
        ]),
      ],
    };
  }),
  figured('figure: majority', (dice, wrong) => {
    const [a, b] = [260 + dice.number(60), 190 + dice.number(60)];
    return {
      sentences: [
        `The bill was passed by ${a} votes to ${b}, a majority of ${a - b + (wrong ? 1 + dice.number(9) : 0)}.`,
      ],
    };
  }),
  figured('figure: age', (dice, wrong) => {
    const age = 20 + dice.number(60);
    const other = age + (wrong ? 1 + dice.number(5) : 0);
    const name = dice.one(['Maria Okafor', 'Alex Brathwaite', 'Piotr Nowak']);
    const last = name.split(' ')[1] ?? '';
    return {
      sentences: [
        `${name}, ${age}, runs the ferry.`,
        dice.one([`${name}, ${other}, has two boats.`, `${last}, ${other}, has two boats.`]),
      ],
    };
  }),
  figured('figure: born and died', (dice, wrong) => {
    const born = 1920 + dice.number(40);
    const age = 30 + dice.number(35);
    return {
      sentences: [
        dice.one([
          `Okafor was born in Lagos in ${born} and died in ${born + age}, aged ${age + (wrong ? 2 + dice.number(8) : 0)}.`,
          `The poet (${born}–${born + age}) died at the age of ${age + (wrong ? 2 + dice.number(8) : 0)}.`,
        ]),
      ],
    };
  }),
  figured('figure: money for one thing', (dice, wrong) => {
    const n = 2 + dice.number(30);
    const m = wrong ? n + 1 + dice.number(4) : n;
    const thing = dice.one(['takeover', 'bailout', 'lawsuit', 'stadium', 'rescue package', 'acquisition']);
    return {
      sentences: [
        `The board agreed a £${n}bn ${thing} in the spring.`,
        `Critics say the £${m}bn ${thing} is too dear.`,
      ],
    };
  }),
  figured('figure: seats', (dice, wrong) => {
    const n = 100 + dice.number(200);
    const m = wrong ? n + 3 + dice.number(30) : n;
    const noun = dice.one(['seats', 'votes']);
    return {
      sentences: [
        `The Harbour Party won ${n} ${noun}, the count showed.`,
        `With most of the coast behind it, the Harbour Party won ${m} ${noun}.`,
      ],
    };
  }),
];

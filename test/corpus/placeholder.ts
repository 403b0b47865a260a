import type { Measure } from './measure.ts';
import { type Dice, diceOf, storiesOf, tally } from './planting.ts';

/** What is planted, by kind. `word` stands for a word of the story that it takes the place of; the rest is put between two words or sentences. */
const INSTEAD_OF_WORD: Readonly<Record<string, readonly string[]>> = {
  TK: ['TK', 'TKTK', 'NAME TK', 'tktk', 'DATE TK', 'AGE TK', 'TKTKTK'],
  XX: ['XX', 'XXX', 'XXXX', '£XXm', 'XX%', 'XXXXX', 'xxx', '20XX'],
  '??': ['??', '???', '(??)', '£??m'],
  field: [
    '{{name}}',
    '[NAME]',
    '[DATE]',
    '[CITY]',
    '<<first_name>>',
    '[Company Name]',
    '{{ headline }}',
    '%FIRST_NAME%',
    '[Your Name]',
    '{name}',
  ],
  figure: ['00 people', '£00m', '000 jobs'],
};
const BETWEEN: Readonly<Record<string, readonly string[]>> = {
  note: [
    '[CHECK]',
    '[check spelling]',
    '(CHECK)',
    '[CONFIRM WITH POLICE]',
    '[TK]',
    '(sp?)',
    '[VERIFY]',
    '[TBC]',
    '[fact check]',
    '(check this)',
    '[please check]',
    '[FIXME]',
  ],
  'to come': [
    '(name to come)',
    '[quote to come]',
    '(more to come)',
    '(age tk)',
    '(details to follow)',
    '[photo to come]',
    '(reaction to come)',
    'QUOTE TO COME',
    '[TO COME]',
    '(caption TK)',
  ],
  insert: [
    'INSERT QUOTE',
    '[insert quote here]',
    'INSERT NAME HERE',
    '(insert link)',
    'ADD QUOTE',
    'QUOTE HERE',
    '[INSERT PHOTO]',
    'INSERT DETAILS',
  ],
  filler: [
    'Lorem ipsum dolor sit amet, consectetur adipiscing elit.',
    'lorem ipsum',
    'Headline goes here',
    'Your text here',
  ],
};

/** Plants placeholders in clean stories; found is what is reported where it stands, whole. */
export const placeholder: Measure = {
  check: 'placeholder',
  title: 'Planted placeholders',
  run({ texts, check, seed, size, misses }) {
    const stories = storiesOf(texts);
    const dice = diceOf(seed);
    const kinds = [...Object.keys(INSTEAD_OF_WORD), ...Object.keys(BETWEEN), 'clash'];
    const results = kinds.flatMap((kind) =>
      Array.from({ length: size }, () => {
        const story = dice.one(stories);
        const lines = [story.headline, ...story.paragraphs];
        const at = 1 + dice.number(lines.length - 1);
        const { line, from, planted } = plant(kind, lines[at] ?? '', dice);
        const start = lines.slice(0, at).reduce((sum, one) => sum + one.length + 1, 0) + from;
        const end = start + planted.length;
        const text = [...lines.slice(0, at), line, ...lines.slice(at + 1)].join('\n');
        const found = check(text).some(({ span }) => span.start < end && start < span.end);
        return { kind, found, shown: text.slice(Math.max(0, start - 40), end + 40) };
      }),
    );
    return tally(results, misses);
  },
};

function plant(kind: string, line: string, dice: Dice): { line: string; from: number; planted: string } {
  if (kind === 'clash') {
    const planted = `<<<<<<< HEAD\n${line}\n=======\n${line.slice(0, 60)}\n>>>>>>> desk/late`;
    return { line: planted, from: 0, planted };
  }
  const words = line.split(' ');
  const instead = INSTEAD_OF_WORD[kind];
  const planted = dice.one(instead ?? BETWEEN[kind] ?? []);
  const at = dice.number(words.length);
  // punctuation of the word whose place it takes stays
  const tail = instead === undefined ? '' : (/[.,;:!?]*$/u.exec(words[at] ?? '')?.[0] ?? '');
  const rest = words.slice(instead === undefined ? at : at + 1);
  const before = words.slice(0, at).join(' ');
  const from = at === 0 ? 0 : before.length + 1;
  return { line: [...(at === 0 ? [] : [before]), planted + tail, ...rest].join(' '), from, planted };
}

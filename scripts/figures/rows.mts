// Writes the rows that the judge of figures is trained on: pairs of figures that are one quantity told twice, one of the two changed as a slip would
// change it, and pairs that are not. They come from drafts in which we have marked what is told again (`tied`, “{a|350} jobs … the {a|350}”),
// and from openly licensed news, where an unusual number that stands twice is mostly one quantity.
//
//   npx tsx scripts/figures/rows.mts OUT
import { closeSync, openSync, readdirSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { figuresOf } from '../../server/src/checks/consistency/figure.ts';
import type { Statement } from '../../server/src/checks/consistency/figure-derived.ts';
import { isMention, rowsOf, topOf } from '../../server/src/checks/consistency/figure-pairs.ts';
import { agree } from '../../server/src/checks/consistency/quantities.ts';
import { toSource } from '../../server/src/draft/draft.ts';
import { readDraft } from '../../server/src/draft/read.ts';
import { type Chance, chanceFrom } from '../../test/corpus/chance.ts';

/** Openly licensed news; of the others few tell a story. */
const CORPORA = ['wikinews', 'wikinews-2007', 'congress-press', 'senate-press-2005-07', 'masc-written'];
/** A draft with more figures is a table or a list. */
const MOST = 120;
/** How often each figure of ours that is told again is changed. */
const SLIPS = 4;

interface Told {
  readonly statements: readonly Statement[];
  /** The mark of each figure that is told again, in our drafts. */
  readonly tags: ReadonlyMap<Statement, string> | undefined;
}

const root = new URL('../../', import.meta.url);
const out = openSync(process.argv[2] ?? 'rows.bin', 'w');
const chance = chanceFrom(1);
let rows = 0;
let width = 0;

const ours = readdirSync(new URL('scripts/figures/tied', root))
  .sort()
  .flatMap((name) => linesOf(new URL(`scripts/figures/tied/${name}`, root)).map(tiedIn));
const news = CORPORA.flatMap((name) =>
  linesOf(new URL(`../shared/corpora/open/${name}.jsonl`, root)).map((text): Told => toldIn(text)),
);
const common = commonIn(news);
for (const told of ours) write(told, SLIPS);
for (const told of news) write(told, 1);
closeSync(out);
writeFileSync(`${process.argv[2] ?? 'rows.bin'}.width`, String(width));
console.log(
  `${rows} rows from ${ours.length} drafts of ours and ${news.length} of others, in ${fileURLToPath(new URL(process.argv[2] ?? 'rows.bin', `file://${process.cwd()}/`))}`,
);

function linesOf(path: URL): readonly string[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { text: string }).text);
}

function toldIn(text: string, marks: readonly Mark[] = []): Told {
  const draft = readDraft(text, 'plain');
  const tags = new Map<Statement, string>();
  const statements = draft.paragraphs.flatMap((paragraph, at) => {
    const { kind, facts } = figuresOf(paragraph.prose);
    return facts.map((said): Statement => {
      const statement = { said, at, kind };
      const { start, end } = toSource(paragraph, said.stated);
      const mark = marks.find((one) => one.start < end && start < one.end);
      if (mark !== undefined) tags.set(statement, mark.name);
      return statement;
    });
  });
  return { statements: statements.filter(isMention), tags: marks.length > 0 ? tags : undefined };
}

interface Mark {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

function tiedIn(marked: string): Told {
  const marks: Mark[] = [];
  let text = '';
  let from = 0;
  for (const match of marked.matchAll(/\{(?<name>[a-z])\|(?<figure>[^}]*)\}/gu)) {
    const { name = '', figure = '' } = match.groups ?? {};
    text += marked.slice(from, match.index);
    marks.push({ name, start: text.length, end: text.length + figure.length });
    text += figure;
    from = match.index + match[0].length;
  }
  return toldIn(text + marked.slice(from), marks);
}

/** How sure it is that a number that stands twice in a draft is one quantity: by how often it stands there by chance. */
function commonIn(drafts: readonly Told[]): (one: Statement) => number {
  const keyOf = ({ said }: Statement): string => `${said.unit} ${said.stated.amount.value}`;
  const [having, units, again, chances] = [0, 0, 0, 0].map(() => new Map<string, number>()) as [
    Map<string, number>,
    Map<string, number>,
    Map<string, number>,
    Map<string, number>,
  ];
  const add = (to: Map<string, number>, key: string, by = 1) => to.set(key, (to.get(key) ?? 0) + by);
  for (const { statements } of drafts) {
    for (const key of new Set(statements.map(keyOf))) add(having, key);
    for (const unit of new Set(statements.map(({ said }) => said.unit))) add(units, unit);
    for (const one of statements) {
      const like = statements.filter(({ said }) => said.unit === one.said.unit);
      add(chances, keyOf(one), like.length - 1);
      add(again, keyOf(one), like.filter((other) => keyOf(other) === keyOf(one)).length - 1);
    }
  }
  return (one) => {
    const key = keyOf(one);
    const byChance = (having.get(key) ?? 0) / Math.max(1, units.get(one.said.unit) ?? 0);
    const seen = ((again.get(key) ?? 0) + 0.15) / ((chances.get(key) ?? 0) + 0.5);
    const sure = Math.max(0.02, 1 - byChance / seen);
    return one.said.unit === 'count' && one.said.stated.amount.value < 13 ? 0.6 * sure : sure;
  };
}

function write({ statements, tags }: Told, times: number): void {
  if (statements.length > MOST) return;
  const isOne = (a: Statement, b: Statement): boolean =>
    tags === undefined ? agree(a.said.stated, b.said.stated) : tags.has(a) && tags.get(a) === tags.get(b);
  const top = topOf(statements);
  const put = (row: readonly number[], label: number, weight: number) => {
    writeSync(
      out,
      new Uint8Array(Float32Array.from([tags === undefined ? 0 : 1, label, weight, ...row]).buffer),
    );
    rows += 1;
    width = row.length + 3;
  };
  statements.forEach((second, j) => {
    const like = statements.filter(({ said }) => said.unit === second.said.unit);
    for (const { other, row } of rowsOf(second, like, top)) if (!isOne(other, second)) put(row, 0, 1);
    const mates = like.filter(
      (one) =>
        one !== second &&
        (tags === undefined
          ? one.said.stated.amount.value === second.said.stated.amount.value
          : isOne(one, second)),
    );
    if (mates.length === 0) return;
    const weight = tags === undefined ? common(second) : 1 / times;
    for (let time = 0; time < times; time += 1) {
      const value = slipOf(second, statements, chance);
      if (value === undefined) continue;
      const { said } = second;
      const slipped: Statement = {
        ...second,
        said: { ...said, stated: { ...said.stated, amount: { ...said.stated.amount, value } } },
      };
      const slippedLike = like.with(like.indexOf(second), slipped);
      const slippedTop = top.map((one) => (one === second ? slipped : one));
      for (const { other, row } of rowsOf(slipped, slippedLike, slippedTop))
        if (mates.includes(other)) put(row, 1, weight);
      for (const mate of mates)
        if (statements.indexOf(mate) > j)
          for (const { other, row } of rowsOf(mate, slippedLike, slippedTop))
            if (other === slipped) put(row, 1, weight);
    }
  });
}

/** A value that a slip makes of another: digits that change places, a digit changed, a nought too many, one off, another figure of the draft. */
function slipOf({ said }: Statement, statements: readonly Statement[], chance: Chance): number | undefined {
  const { unit, stated } = said;
  const { value } = stated.amount;
  const others = statements
    .filter((one) => one.said.unit === unit && one.said.stated.amount.value !== value)
    .map((one) => one.said.stated.amount.value);
  for (let tries = 0; tries < 20; tries += 1) {
    const slipped = valueAfter(unit, value, others, chance);
    if (
      slipped !== undefined &&
      slipped > 0 &&
      slipped !== value &&
      (!Number.isInteger(value) || Number.isInteger(slipped))
    )
      return slipped;
  }
  return undefined;
}

/** One try at a slip; undefined where this kind of slip makes nothing of the value. */
function valueAfter(
  unit: string,
  value: number,
  others: readonly number[],
  chance: Chance,
): number | undefined {
  if (/^dated?$/u.test(unit)) {
    const day = value % 100;
    const next = chance.pick([
      day - 7,
      day - 2,
      day - 1,
      day + 1,
      day + 2,
      day + 7,
      day + 10,
      Number([...String(day)].reverse().join('')),
    ]);
    return next >= 1 && next <= 31 ? value - day + next : undefined;
  }
  if (unit === 'clock') {
    const next = value + chance.pick([-120, -60, -30, 30, 60, 120, -10, 10, 100]);
    return next < 1440 ? next : undefined;
  }
  if (/^(?:score|votes|tally)$/u.test(unit)) {
    const [a, b] = [Math.floor(value / 1000) + chance.between(-1, 1), (value % 1000) + chance.between(-1, 1)];
    return a >= b && b >= 0 ? a * 1000 + b : undefined;
  }
  const digits = String(value).replace(/\D/gu, '');
  const core = digits.replace(/0+$/u, '');
  const by = value / Number(digits);
  const kind = chance.between(1, 100);
  const place = chance.between(0, core.length - 1);
  const whole = (changed: string): number | undefined =>
    changed.startsWith('0') ? undefined : Number(changed + digits.slice(core.length)) * by;
  if (kind <= 25)
    return place + 1 < core.length
      ? whole(`${core.slice(0, place)}${core[place + 1]}${core[place]}${core.slice(place + 2)}`)
      : undefined;
  if (kind <= 35) return value * chance.pick([10, 0.1, 10, 0.1, 1000, 0.001]);
  if (kind <= 50)
    return digits.length > 1
      ? whole(`${core.slice(0, place)}${chance.between(0, 9)}${core.slice(place + 1)}`)
      : undefined;
  if (kind <= 70)
    return value < 30 && Number.isInteger(value) ? value + chance.pick([-2, -1, -1, 1, 1, 2]) : undefined;
  if (kind <= 78) return others.length > 0 ? chance.pick(others) : undefined;
  const step = 10 ** (digits.length - core.length) * by;
  return Math.round((value * Math.exp(chance.between(-80, 80) / 100)) / step) * step;
}

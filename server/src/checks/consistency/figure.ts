import { type Draft, isUnbroken, type Paragraph, toSource } from '../../draft/draft.ts';
import type { Prose } from '../../draft/prose.ts';
import type { Fix, Raised } from '../check.ts';
import type { Marked } from '../summaries.ts';
import { lifeIn } from './ages.ts';
import type { Conflict } from './figure-conflicts.ts';
import { amountIn, type Statement } from './figure-derived.ts';
import { type Fact, type FigureSummary, type Life, type SumFault, UNSAID } from './figure-facts.ts';
import { spansIn } from './figure-made.ts';
import { listsIn, partsIn, quantitiesIn, stemsIn, timesIn } from './figure-read.ts';
import { sumFaultsIn } from './figure-sums.ts';
import { type Amount, amountOf, hasNumber, hedgeBefore, WORD_NUMBER } from './quantities.ts';

export const FIGURE_CODE = 'consistency/figure';

// “Jane Smith, 45, …” · “Elsie Marr, who is ninety-one, …”
const AGED = new RegExp(
  String.raw`(?<who>\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+){0,2}),\s+(?:aged\s+|who (?:is|was|turned)\s+)?(?<n>\d{1,3}|${WORD_NUMBER})(?=,\s|\.(?:\s|$)| (?:who|was|has|from)\b)`,
  'dgu',
);
// “a woman of 83”
const AGED_OF =
  /\b(?:man|woman|boy|girl|pensioner|teenager)\s(?:of|aged)\s(?<n>\d{1,2})\b(?!\s(?:years|months|weeks|per|other))/dgu;
// first names and surnames; not “in Larkhill Park”
const PEOPLE_NAMED =
  /(?<!\b(?:in|at|of|from|near|to|on|the)\s)(?<![\p{L}’'-]|\p{Lu}\p{Ll}+\s)\p{Lu}\p{Ll}+\s\p{Lu}\p{Ll}+/gu;
const APART = /\b(?:in (?:19|20)\d\d|last|previous(?:ly)?|earlier|ago|would|could|expected|if)\b/i;

/** Collects what a paragraph says in figures. */
export function figuresOf(prose: Prose): FigureSummary {
  const { text } = prose;
  if (!hasNumber(text) && !/\band \p{Lu}|ed\b/u.test(text))
    return { kind: prose.kind, facts: [], faults: [] };
  const sentences = prose.sentences.length > 0 ? prose.sentences : [{ start: 0, end: text.length }];
  const facts = sentences
    .flatMap(({ start, end }) => factsIn(text.slice(start, end), start))
    .map(inQuote(prose));
  const life = lifeIn(text);
  return { kind: prose.kind, facts, faults: sumFaultsIn(prose), ...(life === undefined ? {} : { life }) };
}

/** Tells of a figure whether it stands in a quote. */
const inQuote =
  ({ quotes }: Prose) =>
  (fact: Fact): Fact =>
    quotes.some(({ start, end }) => start <= fact.stated.start && fact.stated.end <= end)
      ? { ...fact, quoted: true }
      : fact;

/** No sentence of a story is longer, in UTF-16 units: what is, is a list or a table. */
const LONGEST = 2_000;

function factsIn(sentence: string, from: number): readonly Fact[] {
  if (sentence.length > LONGEST) return [];
  const lists = listsIn(sentence, from);
  const times = timesIn(sentence, from);
  if (!hasNumber(sentence)) return [...lists, ...times];
  const agesIn = (pattern: RegExp): readonly Fact[] =>
    [...sentence.matchAll(pattern)].flatMap((match) => {
      const at = match.indices?.groups?.n;
      const amount = amountOf(match.groups?.n ?? '');
      if (at === undefined || amount === undefined) return [];
      const stated = {
        start: from + at[0],
        end: from + at[1],
        amount,
        hedge: hedgeBefore(sentence.slice(0, at[0])),
      };
      const who = match.groups?.who ?? '';
      const names = [who.split(' ').at(-1) ?? ''];
      const isCrowd = (sentence.match(PEOPLE_NAMED) ?? []).length > 1;
      return [
        {
          ...UNSAID,
          stated,
          sentence,
          sentenceAt: from,
          unit: 'age',
          head: who,
          marks: isCrowd ? ['others'] : [],
          definite: true,
          apart: APART.test(sentence),
          about: [],
          lead: 'age',
          names,
        },
      ];
    });
  const ages = [...agesIn(AGED), ...agesIn(AGED_OF)];
  const taken = new Set(ages.map(({ stated }) => stated.start));
  const quantities = quantitiesIn(sentence, from).filter(({ stated }) => !taken.has(stated.start));
  return [
    ...quantities,
    ...partsIn(sentence, from, quantities),
    ...lists,
    ...times,
    ...spansIn(sentence, from, stemsIn(sentence)),
    ...ages,
  ];
}

/** The summaries in which a paragraph contradicts itself, or may do so by the year of the draft. */
export const faultyFigures = (summary: FigureSummary): FigureSummary | undefined =>
  summary.faults.length > 0 || summary.life !== undefined ? summary : undefined;

/** The summaries that state a quantity. */
export const withFacts = (summary: FigureSummary): FigureSummary | undefined =>
  summary.facts.length > 0 ? summary : undefined;

/** Finds figures that disagree: the same quantity twice, parts and wholes, shares, ages. */
export function* figureFindings(
  draft: Draft,
  faulty: readonly Marked<FigureSummary>[],
  conflicts: Iterable<Conflict>,
  yearOf: () => number | undefined,
): Iterable<Raised> {
  for (const { at, value } of faulty) {
    const paragraph = draft.paragraphs[at] as Paragraph;
    for (const fault of value.faults) yield faultFinding(paragraph, fault);
    const fault = value.life === undefined ? undefined : ageFault(value.life, yearOf());
    if (fault !== undefined) yield faultFinding(paragraph, fault);
  }
  const place = (statement: Statement): PlacedStatement => ({
    ...statement,
    paragraph: draft.paragraphs[statement.at] as Paragraph,
  });
  for (const { first, second, doubtful } of conflicts) {
    const raised = conflictFinding(place(first), place(second));
    yield doubtful ? { ...raised, atMost: 'information' } : raised;
  }
}

/** A sum as copy writes it: £2.6bn, 1,200. */
function short({ unit, value }: Amount): string {
  const [by, scale] = unit === '' || value < 1e6 ? [1, ''] : value < 1e9 ? [1e6, 'm'] : [1e9, 'bn'];
  return `${unit}${(Math.round((value / by) * 100) / 100).toLocaleString('en-GB')}${scale}`;
}

interface PlacedStatement extends Statement {
  readonly paragraph: Paragraph;
}

function ageFault({ age, born }: Life, year: number | undefined): SumFault | undefined {
  if (year === undefined) return undefined;
  const years = year - born.value;
  if (age.value === years || age.value === years - 1 || years < 0 || Math.abs(age.value - years) > 40)
    return undefined;
  return {
    span: age,
    message: `Somebody born in ${born.value} is ${years - 1} or ${years} in ${year}, not ${age.value}. Please check the age and the year.`,
    related: [{ span: born, message: 'Born' }],
  };
}

function conflictFinding(first: PlacedStatement, second: PlacedStatement): Raised {
  const textOf = ({ said: { stated, form }, paragraph }: PlacedStatement) =>
    paragraph.prose.text.slice(stated.start, stated.end + (stated.amount.unit === '' ? form.length : 0));
  const [a, b] = [textOf(first), textOf(second)];
  const spanOf = ({ said, paragraph }: PlacedStatement) => toSource(paragraph, said.stated);
  const related = [{ span: spanOf(first), message: `“${a}” here` }];
  const { said } = second;
  if (said.whole !== undefined)
    return {
      code: FIGURE_CODE,
      span: spanOf(first),
      message: `The parts listed here add up to ${short(said.stated.amount)}, not ${a}. Please check the figures.`,
      related: [{ span: spanOf(second), message: 'The parts' }],
    };
  const tell = (message: string, more: Partial<Raised> = {}): Raised => ({
    code: FIGURE_CODE,
    span: spanOf(second),
    message,
    related,
    ...more,
  });
  const told = (value: number) => (Math.round(value * 10) / 10).toLocaleString('en-GB');
  const figure = told(said.stated.amount.value);
  if (said.listed)
    return tell(
      `${figure} are named here, and elsewhere the story says “${a}”. Please check the figure and the names.`,
    );
  if (said.parts !== undefined)
    return tell(
      `The parts listed here add up to ${short(said.stated.amount)}, and elsewhere the story says “${a}”. Please check the figures.`,
    );
  if (first.said.made !== undefined)
    return tell(
      `Elsewhere the story gives a share of “${a}” that comes to ${told(first.said.made)}${said.unit === '%' ? ' per cent' : ''}, not “${b}”. Please check the figures.`,
    );
  if (first.said.unit === 'span')
    return tell(
      `This says “${b}”, and elsewhere the story says “${a}”. Please check the figure and the dates.`,
    );
  if (first.said.parts !== undefined)
    return tell(`This says “${b}”, and “${a}” make ${told(amountIn(first))}. Please check the figures.`);
  if (said.rest)
    return tell(`With the parts before it this does not add up to “${a}”. Please check the figures.`);
  if (first.said.unit === 'times')
    return tell(`From ${said.from} to ${figure} is not “${a}”. Please check which is wrong.`);
  if (
    first.said.from !== undefined &&
    (first.said.unit === said.unit || said.unit === '%') &&
    said.definite &&
    first.said.from !== said.from
  )
    return tell(
      `This says “${b}”, which is not the step that the story tells of before. Please check the figures.`,
    );
  const fix = (target: PlacedStatement, source: PlacedStatement): Fix[] => {
    const [from, text] = [target, source].map(({ said: { stated }, paragraph }) =>
      paragraph.prose.text.slice(stated.start, stated.end),
    ) as [string, string];
    return first.said.form === said.form && isUnbroken(target.paragraph, target.said.stated)
      ? [{ title: `Replace “${from}” with “${text}”`, edits: [{ span: spanOf(target), text }], safe: false }]
      : [];
  };
  const where =
    first.kind === 'headline'
      ? 'the headline says'
      : first.kind === 'field'
        ? 'the front matter says'
        : 'elsewhere the story says';
  return tell(
    `This says “${b}”, and ${where} “${a}” of what seems to be the same thing. Please check which is right.`,
    {
      fixes: [...fix(second, first), ...fix(first, second)],
    },
  );
}

function faultFinding(paragraph: Paragraph, fault: SumFault): Raised {
  return {
    code: FIGURE_CODE,
    span: toSource(paragraph, fault.span),
    message: fault.message,
    related: fault.related.map((one) => ({ span: toSource(paragraph, one.span), message: one.message })),
    fixes:
      fault.fix !== undefined && isUnbroken(paragraph, fault.fix.span)
        ? [
            {
              title: `Replace with “${fault.fix.text}”`,
              edits: [{ span: toSource(paragraph, fault.fix.span), text: fault.fix.text }],
              safe: false,
            },
          ]
        : [],
  };
}

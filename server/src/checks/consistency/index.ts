import { memoizeWeak, once } from '../../draft/memoize.ts';
import type { DraftCheck } from '../check.ts';
import { keepMarked, watchWords } from '../summaries.ts';
import { FIGURE_CODE, faultyFigures, figureFindings, figuresOf, withFacts } from './figure.ts';
import { keepConflicts } from './figure-conflicts.ts';
import { houseSpellings, keepNames, NAME_CODE, nameFindings } from './name.ts';
import { referenceDateOf, WEEKDAY_CODE, weekdayFindings, weekdaysOf } from './weekday.ts';

interface ConsistencyOptions extends Record<string, number | readonly string[]> {
  readonly year: number;
  readonly spellings: readonly string[];
}

export const consistency: DraftCheck<ConsistencyOptions> = {
  id: 'consistency',
  scope: 'draft',
  dearIn: ['figures', 'capitals'],
  summary: 'What can’t both be right: names, weekdays and dates, figures',
  codes: {
    [FIGURE_CODE]: {
      severity: 'warning',
      summary: 'Figures that disagree',
      examples: {
        wrong: 'Profits rose 35% to $120m from $96m.',
        right: 'Profits rose 25% to $120m from $96m.',
      },
    },
    [NAME_CODE]: {
      severity: 'warning',
      summary: 'A name spelled in two ways',
      examples: {
        wrong: 'Vladimir Medinsky leads the delegation.\n\nMedinski said the talks would go on.',
        right: 'Vladimir Medinsky leads the delegation.\n\nMedinsky said the talks would go on.',
      },
    },
    [WEEKDAY_CODE]: {
      severity: 'warning',
      summary: 'A weekday that does not fall on the date beside it',
      examples: {
        wrong: 'The bridge will close on Tuesday, May 12, 2025.',
        right: 'The bridge will close on Monday, May 12, 2025.',
      },
    },
  },
  defaults: { year: 0, spellings: [] },
  optionDocs: {
    year: 'The year of dates that name none, where the draft has no date of its own; 0 leaves such dates unchecked.',
    spellings:
      'How the house spells names: “Kyiv = Kiev, Kiyv” for listed spellings, “Zelenskyy” for any spelling close to it.',
  },
  fromHouse: { spellings: 'names' },
  *run(draft, { options, remember, isOn }) {
    const read = remember(() => {
      const figures = memoizeWeak(figuresOf);
      return {
        names: keepNames(houseSpellings(options.spellings)),
        words: watchWords(),
        figures: keepMarked((prose) => withFacts(figures(prose))),
        conflicts: keepConflicts(),
        faulty: keepMarked((prose) => faultyFigures(figures(prose))),
        weekdays: keepMarked(weekdaysOf),
      };
    });
    // most drafts have no dated weekday, and then nobody need look for their date
    const base = once(() => referenceDateOf(draft, options.year));
    if (isOn(NAME_CODE)) yield* nameFindings(draft, read.names(draft), read.words(draft));
    if (isOn(FIGURE_CODE))
      yield* figureFindings(
        draft,
        read.faulty(draft),
        read.conflicts(read.figures(draft)),
        () => base()?.year,
      );
    if (isOn(WEEKDAY_CODE)) yield* weekdayFindings(draft, read.weekdays(draft), base);
  },
};

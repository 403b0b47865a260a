import type { DraftCheck } from '../check.ts';
import { keepSummaries } from '../summaries.ts';
import { WEEKDAY_CODE, weekdayFindings, weekdaysOf } from './weekday.ts';

interface ConsistencyOptions extends Record<string, number | readonly string[]> {
  readonly year: number;
}

export const consistency: DraftCheck<ConsistencyOptions> = {
  id: 'consistency',
  scope: 'draft',
  summary: 'What a draft says in two ways that cannot both be right: names, weekdays and dates, figures',
  codes: {
    [WEEKDAY_CODE]: { severity: 'warning', summary: 'A weekday that does not fall on the date beside it' },
  },
  defaults: { year: 0 },
  optionDocs: {
    year: 'The year of dates that name none, where the draft has no date of its own; 0 leaves such dates unchecked.',
  },
  *run(draft, { options, remember }) {
    const summaries = remember(() => ({ weekdays: keepSummaries(weekdaysOf) }));
    yield* weekdayFindings(draft, summaries.weekdays, options.year);
  },
};

/** The paragraphs of a story with nothing wrong in it. */
export const STORY = [
  'Council votes to keep the ferry running through winter',
  'The island council voted on Tuesday to keep the ferry running through the winter, after a petition with 1,400 names.',
  'The operator had asked to lay up the boat from November to March, saying that it carried nine passengers a day last year.',
  '“We are not a holiday camp that closes in autumn,” the councillor Marit Dahl told the meeting.',
  'The boat will sail twice on weekdays and once on Sundays, the council’s transport office said in a statement.',
  'A review is due in the spring, when the figures of the first quarter are known, according to the transport office.',
] as const;

const from = (first: number, last: number): readonly string[] => STORY.slice(first, last + 1);

/** The story as one text, its paragraphs divided by a blank line. */
export const CLEAN = `${STORY.join('\n\n')}\n`;

/** The second to fourth paragraphs stand again after the fifth, as when somebody pasted twice. */
export const PASTED_TWICE = `${[...from(0, 4), ...from(1, 3), ...from(5, 5)].join('\n\n')}\n`;

/** The pasted run, as it stands in `PASTED_TWICE`. */
export const RUN = from(1, 3).join('\n\n');

/** What is left when the first copy of the run goes and the later one stays. */
export const LATER_KEPT = `${[...from(0, 0), ...from(4, 4), ...from(1, 3), ...from(5, 5)].join('\n\n')}\n`;

const HEADLINE = 'Ferry to Inchkerran stays tied up after third breakdown';

const BEFORE =
  'The last ferry to the island of Inchkerran will stay in harbour until March, the council said on Tuesday.';

const PASSED_ON = [
  'Engineers found a crack in the crankshaft of the Maid of Lorne on Monday morning, shortly before the first crossing of the day.',
  '“We can’t put people on a boat that may stop halfway,” harbour master Fiona Grant told reporters at the pier.',
  'About 140 people live on Inchkerran, and the island’s only shop is supplied from the mainland twice a week.',
  'Shopkeeper Donald Reid said he had flour and tinned milk for ten days, but would run out of fresh fruit by the weekend.',
];

const AFTER = [
  'The council has asked two operators on the west coast to lend a vessel, according to its transport committee.',
  'A decision is expected when the committee meets on Friday.',
];

// As it came from another editor: straight quotes.
const COPY = PASSED_ON.map((paragraph) => paragraph.replace(/[“”]/g, '"').replace(/’/g, "'"));

const joined = (paragraphs: readonly string[], gap: string, end: string): string =>
  paragraphs.join(gap) + end;

/** An article whose four middle paragraphs were pasted twice, the second time with straight quotes. */
export interface Article {
  readonly pasted: string;
  /** As it was before the second copy was pasted. */
  readonly once: string;
  /** As it is with the second copy alone. */
  readonly secondOnly: string;
  readonly firstCopy: string;
  readonly secondCopy: string;
}

/**
 * The article with a gap between its paragraphs.
 * @param gap `\n\n` for blank lines, `\n` for one line a paragraph.
 * @param end what stands after the last paragraph.
 */
export function article(gap = '\n\n', end = '\n'): Article {
  const head = [HEADLINE, BEFORE];
  return {
    pasted: joined([...head, ...PASSED_ON, ...COPY, ...AFTER], gap, end),
    once: joined([...head, ...PASSED_ON, ...AFTER], gap, end),
    secondOnly: joined([...head, ...COPY, ...AFTER], gap, end),
    firstCopy: PASSED_ON.join(gap),
    secondCopy: COPY.join(gap),
  };
}

/** A short draft with one repeated word and its mend. */
export const REPEATED = {
  draft:
    'Ferry back in service\n\nThe ferry sailed again on Monday after the the council had hired a second crew.\n',
  mended:
    'Ferry back in service\n\nThe ferry sailed again on Monday after the council had hired a second crew.\n',
};

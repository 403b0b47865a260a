/**
 * The tags of the Penn Treebank as the Universal Dependencies treebanks of English use them (XPOS). The first 31 can
 * stand in a set of possible tags, one bit each; the rest are punctuation and oddities.
 */
export const TAGS = [
  'NN',
  'NNS',
  'NNP',
  'NNPS',
  'JJ',
  'JJR',
  'JJS',
  'RB',
  'RBR',
  'RBS',
  'VB',
  'VBP',
  'VBZ',
  'VBD',
  'VBN',
  'VBG',
  'MD',
  'IN',
  'TO',
  'DT',
  'PDT',
  'PRP',
  'PRP$',
  'WDT',
  'WP',
  'WP$',
  'WRB',
  'CC',
  'CD',
  'EX',
  'RP',
  'UH',
  'POS',
  'FW',
  'SYM',
  ',',
  '.',
  ':',
  '``',
  "''",
  '-LRB-',
  '-RRB-',
  '$',
  '#',
  'HYPH',
  'NFP',
  'ADD',
  'GW',
  'LS',
  'AFX',
  'XX',
] as const;

export type Tag = (typeof TAGS)[number];

/** The number of a tag: its place in `TAGS`. */
export const TAG = Object.fromEntries(TAGS.map((tag, index) => [tag, index])) as Readonly<
  Record<Tag, number>
>;

/** How many tags a set of possible tags can hold. */
export const TAGS_IN_SET = 31;

/** The tags that a set can hold. */
export type WordTag = Exclude<
  Tag,
  | 'UH'
  | 'POS'
  | 'FW'
  | 'SYM'
  | ','
  | '.'
  | ':'
  | '``'
  | "''"
  | '-LRB-'
  | '-RRB-'
  | '$'
  | '#'
  | 'HYPH'
  | 'NFP'
  | 'ADD'
  | 'GW'
  | 'LS'
  | 'AFX'
  | 'XX'
>;

/** The set of these tags, one bit each. */
export function setOf(...tags: readonly WordTag[]): number {
  let set = 0;
  for (const tag of tags) set |= 1 << TAG[tag];
  return set;
}

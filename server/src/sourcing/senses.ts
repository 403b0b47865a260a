import * as lex from '../language/closed-class.ts';
import {
  besideQuote,
  isClauseStart,
  isContent,
  isTag,
  quoteOrAs,
  quoteWithin,
  subjectIsDocument,
} from './around.ts';
import type { Clause } from './clause.ts';
import { isMark } from './phrases.ts';
import type { ReportingVerb } from './reporting-verbs.ts';
import type { Token } from './tokens.ts';

/** A reporting verb where it stands. */
interface Use {
  readonly clause: Clause;
  readonly i: number;
  readonly verb: ReportingVerb;
  /** The word so many places on, in lower case; empty outside the sentence. */
  readonly at: (offset: number) => string;
  readonly before: Token | undefined;
  readonly after: Token | undefined;
}

// "claimed five lives", "claimed the title"
const WON =
  /^(?:life|lives|victims?|title|titles|gold|silver|bronze|medal|victory|win|place|record|benefits?|responsibility|expenses|asylum|compensation)$/u;
// "added another before half-time", "added 200 jobs"
const NUMBER_OF_THINGS =
  /^\p{N}|^(?:a|an|the|his|her|its|their|more|another|further|one|some|several|two|three|four|five|six|seven|eight|nine|ten|to)$/u;

/** What stands around a verb and tells its sense. */
const SIGNS = {
  'a tag': ({ clause: { tokens, from, to }, i }) => isTag(tokens, from, i, to),
  'a quote beside it': ({ clause: { tokens, from, to }, i }) => besideQuote(tokens, i, from, to),
  'a quote soon after': ({ clause: { tokens, to }, i }) => quoteWithin(tokens, i, to, 5),
  'a quote after some words': ({ clause: { tokens, to }, i }) => quoteWithin(tokens, i, to, 6),
  'a quote before it': ({ before }) => before?.kind === 'quote',
  'a comma before it': ({ before }) => isMark(before, ','),
  'a colon after it': ({ after }) => isMark(after, ':'),
  'a mark after it': ({ after }) => isMark(after, ':', '.', ','),
  'the end after it': ({ clause, i }) => i + 1 >= clause.to,
  'a name after it': ({ after }) => after?.capital === true,
  'somebody after it': ({ at }) => lex.SUBJECT_PRONOUNS.has(at(1)),
  'a clause after it': ({ clause: { tokens, to }, i, at }) =>
    isClauseStart(tokens, i + 1, to) && !NUMBER_OF_THINGS.test(at(1)),
  'something after it': ({ clause: { tokens, to }, i }) => isContent(tokens, i + 1, to),
  'a thing after it': ({ clause: { tokens, to }, i, at }) =>
    isContent(tokens, i + 1, to) && !lex.PREPOSITIONS.has(at(1)),
  'a thing to compare': ({ clause: { tokens, to }, i, at }) =>
    isContent(tokens, i + 1, to) && !/^(?:to|with)$/u.test(at(1)),
  'a document before it': ({ clause: { tokens, from }, i }) => subjectIsDocument(tokens, from, i),
  'seen as something': ({ clause: { tokens, to }, i, after }) =>
    (/^(?:as|no|little|it|them|him|her|the|a|this|that)$/u.test(after?.low ?? '') ||
      after?.capital === true) &&
    quoteOrAs(tokens, i, to),
  'a prize after it': ({ at }) => [1, 2, 3, 4, 5, 6, 7].some((offset) => WON.test(at(offset))),
  'is it to': ({ at }) => lex.BE.has(at(-1)) && at(1) === 'to',
  'is to it': ({ at }) => at(-1) === 'to' && lex.BE.has(at(-2)),
  'to it': ({ verb, at }) => verb.form === 'base' && at(-1) === 'to',
  'would it': ({ at }) => /^would|'d$/u.test(at(-1)),
  'to duty': ({ at }) => at(1) === 'to' || (at(1) === 'for' && /^(?:duty|work)$/u.test(at(2))),
  'to an alarm': ({ at }) => /^to (?:a|the|an) (?:call|emergency|scene)/u.test(`${at(1)} ${at(2)} ${at(3)}`),
  bare: ({ verb }) => verb.form === 'base',
  'not bare': ({ verb }) => verb.form !== 'base',
  past: ({ verb }) => verb.form === 'past',
  'not -ing': ({ verb }) => verb.form !== 'ing',
} satisfies Readonly<Record<string, (use: Use) => boolean>>;

/** A sign, all of several, or what the word after the verb must be like. */
type Sign = keyof typeof SIGNS | readonly (keyof typeof SIGNS | RegExp)[] | RegExp;

interface Sense {
  readonly verbs: string;
  /** The verb reports where one of these holds; whatever stands there if absent. */
  readonly reports?: readonly Sign[];
  /** It reports nothing where one of these holds. */
  readonly unless?: readonly Sign[];
}

/** Verbs that report only in one of their senses, and how that sense is told. */
const SENSES: readonly Sense[] = [
  { verbs: 'claim', unless: ['a prize after it'] },
  { verbs: 'say', unless: ['is it to'] },
  {
    verbs: 'add',
    reports: [
      'a comma before it',
      'a quote before it',
      'a clause after it',
      'a mark after it',
      'the end after it',
      'a tag',
      'somebody after it',
    ],
  },
  {
    verbs: 'continue repeat',
    reports: ['a quote beside it', /^that$/u, 'a colon after it'],
    unless: [/^to$/u],
  },
  { verbs: 'discover uncover establish prove accept hold', reports: [/^that$/u] },
  {
    verbs: 'find',
    reports: [
      /^that$/u,
      ['a tag', 'not bare'],
      ['a document before it', 'a tag'],
      ['a document before it', 'a thing after it'],
    ],
  },
  {
    verbs: 'learn determine',
    reports: [/^that$/u, ['a document before it', 'a tag'], ['a document before it', 'a thing after it']],
  },
  {
    verbs: 'show demonstrate',
    reports: [/^that$/u, ['a document before it', 'a tag'], ['a document before it', 'something after it']],
  },
  { verbs: 'read', reports: ['a quote beside it', 'a colon after it'] },
  { verbs: 'put', reports: [/^it$/u] },
  {
    verbs: 'call',
    reports: [
      /^(?:for|on|upon|it|him|her|them|himself|herself|this|that|the)$/u,
      'a quote soon after',
      'a name after it',
    ],
  },
  { verbs: 'charge', reports: [/^that$/u, 'a quote beside it'] },
  {
    verbs: 'write',
    reports: [/^(?:that|to|in|on)$/u, 'a quote beside it', 'a comma before it', 'a mark after it', 'past'],
  },
  { verbs: 'seem appear', reports: [/^(?:to|that)$/u] },
  { verbs: 'see', reports: [['seen as something', 'not -ing']] },
  { verbs: 'like', reports: ['would it'] },
  { verbs: 'want plan seek intend aim', unless: ['to it'] },
  { verbs: 'know', reports: [/^(?:that|how|what|why|who|whether|it|the)$/u] },
  { verbs: 'feel', reports: [/^(?:that|like|they|he|she|it|as|the)$/u, 'a quote beside it'] },
  {
    verbs: 'text email counter pan snap sniff volunteer venture roar thunder cheer publish post outline',
    reports: [/^that$/u, 'a quote beside it'],
  },
  { verbs: 'voice compare', reports: [/^that$/u, 'a quote beside it', 'a thing to compare'] },
  { verbs: 'report', unless: ['to duty'] },
  { verbs: 'offer', reports: [/^to$/u, 'a quote after some words'] },
  { verbs: 'talk speak', reports: [/^(?:about|of|out)$/u] },
  { verbs: 'point', reports: [/^(?:out|to)$/u] },
  { verbs: 'decide', reports: [/^(?:to|that|not|against|whether)$/u] },
  { verbs: 'encourage remember', unless: ['bare'] },
  { verbs: 'decline refuse', reports: [/^to$/u] },
  { verbs: 'maintain', reports: [/^that$/u, 'a tag', 'a quote beside it', 'somebody after it'] },
  {
    verbs: 'admit',
    reports: [
      /^(?:that|to)$|ing$/u,
      'somebody after it',
      'a tag',
      'a quote beside it',
      [/^(?:the|his|her|its|their|a)$/u, 'not -ing'],
    ],
  },
  { verbs: 'blame', unless: ['is to it'] },
  { verbs: 'appeal', reports: [[/^(?:to|for)$/u, 'not bare']] },
  { verbs: 'state', reports: [/^that$/u, ['something after it', 'not bare'], 'a tag'] },
  {
    verbs: 'respond',
    reports: ['a quote beside it', /^(?:that|to|by|on|in)$/u, 'a colon after it', 'a tag'],
    unless: ['to an alarm'],
  },
  { verbs: 'object rule', reports: [/^(?:to|that|out|against)$/u, 'a tag'] },
  // whatever stands after or around them
  { verbs: 'agree view regard' },
];

const BY_VERB = new Map(
  SENSES.flatMap((sense) => sense.verbs.split(' ').map((verb) => [verb, sense] as const)),
);

/** How verbs are told that need something to report and have no entry of their own. */
const NEEDS_SOMETHING: Sense = { verbs: '', reports: ['something after it', 'a quote beside it'] };

const holds = (use: Use, sign: Sign): boolean => {
  if (typeof sign === 'string') return SIGNS[sign](use);
  if (sign instanceof RegExp) return sign.test(use.at(1));
  return (sign as readonly (keyof typeof SIGNS | RegExp)[]).every((one) => holds(use, one));
};

/** Whether the verb at `i` reports something there: "the report found that", not "he found his keys". */
export function isReporting(clause: Clause, i: number, verb: ReportingVerb): boolean {
  const sense = BY_VERB.get(verb.lemma) ?? (verb.needsClause ? NEEDS_SOMETHING : undefined);
  if (sense === undefined) return true;
  const { tokens, from, to } = clause;
  const token = (offset: number): Token | undefined =>
    i + offset >= from && i + offset < to ? tokens[i + offset] : undefined;
  const use: Use = {
    clause,
    i,
    verb,
    at: (offset) => token(offset)?.low ?? '',
    before: tokens[i - 1],
    after: tokens[i + 1],
  };
  const { reports, unless = [] } = sense;
  return !unless.some((sign) => holds(use, sign)) && (reports?.some((sign) => holds(use, sign)) ?? true);
}

/** The verbs that have an entry, for the test that each can be reached. */
export const SENSE_VERBS: readonly string[] = [...BY_VERB.keys()];

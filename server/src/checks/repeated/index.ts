import { outsideAddresses } from '../../draft/addresses.ts';
import type { Prose } from '../../draft/prose.ts';
import { inQuote } from '../../draft/quotes.ts';
import { overlaps, type Span } from '../../draft/span.ts';
import type { ParagraphCheck, Raised } from '../check.ts';
import { flaggedByRetext } from './retext.ts';
import { isRightAnyTimes, isRightDouble, isSlip, isSurelySlip } from './words.ts';

type RepeatedOptions = {
  readonly allowed: readonly string[];
};

// One word, then the same again once or more with nothing but white space between; no part of a longer word or a hyphenated one.
const [BEFORE, WORD, AFTER] = [
  String.raw`(?<![\p{L}\p{M}\p{N}’'‐‑-])`,
  String.raw`([\p{Script=Latin}\p{M}]+)`,
  String.raw`(?![\p{L}\p{M}\p{N}&]|[’'‐‑-][\p{L}\p{N}])`,
];
const DOUBLE = new RegExp(String.raw`${BEFORE}${WORD}((?:\s+\1)+)${AFTER}`, 'giu');
// the same with a quote mark between, which opens before the second or closes after the first: “it was a ‘a gift’”
const ACROSS = new RegExp(
  String.raw`${BEFORE}(\p{Ll}+)(?:(\s+)["“„«‘']|["”»’'](\s+))\1(?![\p{L}\p{M}\p{N}&"”»’'‐‑-])`,
  'gu',
);

/** Finds a word that stands twice in a row: "the the", across line ends and where a sentence starts with it. */
export const repeatedWord: ParagraphCheck<RepeatedOptions> = {
  id: 'repeated',
  scope: 'paragraph',
  summary: 'Words that are repeated',
  codes: {
    'repeated/word': {
      severity: 'warning',
      summary: 'The same word twice in a row',
      examples: {
        wrong: 'The ferry sailed after the the council had hired a crew.',
        right: 'The ferry sailed after the council had hired a crew.',
      },
    },
  },
  defaults: { allowed: [] },
  optionDocs: { allowed: 'Words that may be repeated, such as the name of a band.' },
  *run(prose, { options }) {
    if (prose.kind === 'byline' || prose.kind === 'dateline' || !mayRepeat(prose)) return;
    const isAllowed = (word: string) =>
      options.allowed.some((one) => one.toLowerCase() === word.toLowerCase());
    const doubles = found(prose, DOUBLE);
    for (const match of doubles) {
      const [doubled, word = ''] = match;
      // the cells of a row are parted by tabs or wide gaps
      if (isAllowed(word) || (prose.kind === 'cell' && /\t| {2}/u.test(doubled))) continue;
      const raised = judge(prose, word, spanOf(match), doubled);
      if (raised !== undefined) yield raised;
    }
    for (const match of found(prose, ACROSS)) {
      if (isAllowed(match[1] ?? '') || doubles.some((one) => overlaps(spanOf(one), spanOf(match)))) continue;
      const raised = judgeAcross(prose, match);
      if (raised !== undefined) yield raised;
    }
  },
};

/** Whether any word ends as the next one is: the patterns, which look at each letter, need not be tried otherwise. */
const mayRepeat = ({ words }: Prose): boolean =>
  words.some(({ text }, i) => {
    const before = words[i - 1]?.text ?? '';
    if (before.length < text.length) return false;
    const [a, b] = [before.charCodeAt(before.length - 1), text.charCodeAt(text.length - 1)];
    // two letters of a to z; of others the words in small letters tell
    if ((a | b) < 128 && (a | 32) !== (b | 32)) return false;
    return before.toLowerCase().endsWith(text.toLowerCase());
  });

/** What a pattern finds outside addresses. */
const found = (prose: Prose, pattern: RegExp): readonly RegExpExecArray[] =>
  outsideAddresses(
    prose.text,
    [...prose.text.matchAll(pattern)].map((match) => ({ match, ...spanOf(match) })),
  ).map(({ match }) => match);

const spanOf = ({ 0: text, index }: RegExpExecArray): Span => ({ start: index, end: index + text.length });

/** A word outside a quote that stands again as the first or last within: the one outside may go, the speaker's own words stay. */
function judgeAcross(prose: Prose, match: RegExpExecArray): Raised | undefined {
  const [, word = '', opening, closing = ''] = match;
  const span = spanOf(match);
  const sentence = prose.sentences.find((one) => one.start <= span.start && span.end <= one.end);
  if (sentence === undefined || !isSlip(word)) return undefined;
  const before = prose.text.slice(sentence.start, span.start);
  const after = prose.text.slice(span.end, sentence.end);
  // a word that is spoken of, alone between its marks
  if (opening === undefined && /["“„«‘']$/u.test(before)) return undefined;
  if (isRightDouble(word, before, after)) return undefined;
  const outer =
    opening === undefined
      ? { start: span.end - word.length - closing.length, end: span.end }
      : { start: span.start, end: span.start + word.length + opening.length };
  const quoted = inQuote(prose.quotes, span);
  return {
    code: 'repeated/word',
    span,
    message: `“${word}” is repeated, once in the quote and once ${opening === undefined ? 'after' : 'before'} it. Keep one.`,
    fixes: [
      {
        title: `Delete the “${word}” outside the quote`,
        edits: [{ span: outer, text: '' }],
        safe: false,
        preferred: !quoted,
      },
    ],
    ...(quoted ? { atMost: 'hint' as const } : {}),
  };
}

function judge(prose: Prose, word: string, span: Span, doubled: string): Raised | undefined {
  const lower = word.toLowerCase();
  const sentence = prose.sentences.find((one) => one.start <= span.start && span.start < one.end);
  if (sentence === undefined || isName(doubled, span.start === sentence.start)) return undefined;
  const before = prose.text.slice(sentence.start, span.start);
  const after = prose.text.slice(span.end, sentence.end);
  const times = doubled.trim().split(/\s+/u).length;
  if (times === 2 ? isRightDouble(lower, before, after) : isRightAnyTimes(lower)) return undefined;
  const slip = isSlip(lower);
  const quoted = inQuote(prose.quotes, span);
  if (quoted && !slip) return undefined;
  if (
    !slip &&
    !flaggedByRetext(prose.text.slice(sentence.start, sentence.end), span.start - sentence.start)
  ) {
    return undefined;
  }
  const kept = span.start + word.length;
  const cut = times === 2 ? `Delete the second “${lower}”` : `Keep one “${lower}”`;
  const again = times === 2 ? 'is repeated' : `appears ${times} times in a row`;
  const message = quoted
    ? `“${lower}” ${again} inside a quote. As spoken? If not, keep one.`
    : `“${lower}” ${again}. Keep one.`;
  return {
    code: 'repeated/word',
    span,
    message,
    fixes: [
      {
        title: cut,
        edits: [{ span: { start: kept, end: span.end }, text: '' }],
        safe: !quoted && (isSurelySlip(lower) || (slip && times > 2)),
        preferred: !quoted,
      },
    ],
    ...(quoted ? { atMost: 'hint' as const } : {}),
  };
}

// "Duran Duran", "law lord Lord Bingham": a capital on a later word makes a name, unless all of it is in capitals.
function isName(doubled: string, startsSentence: boolean): boolean {
  const words = doubled.trim().split(/\s+/u);
  const capital = (one: string) => one.charAt(0) !== one.charAt(0).toLowerCase();
  const allCapitals = words.every((one) => one.length > 1 && one === one.toUpperCase());
  if (allCapitals) return !isSlip((words[0] ?? '').toLowerCase());
  if (words.slice(1).some(capital)) return true;
  // "May may be forced…" is a name where a sentence starts, too
  return capital(words[0] ?? '') && (!startsSentence || /^(?:may|will)$/i.test(words[0] ?? ''));
}

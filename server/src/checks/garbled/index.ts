import type { Prose } from '../../draft/prose.ts';
import { inQuote } from '../../draft/quotes.ts';
import { type Sentence, taggedOf } from '../../language/tagged.ts';
import { startsSmall } from '../../language/tokens.ts';
import type { Doubt } from '../../phrasing/index.ts';
import type { Fix, ParagraphCheck, Raised, Severity } from '../check.ts';
import { byOpeningWord, type Correction, type Match } from './rule.ts';
import { RULES } from './rules/index.ts';
import { type Told, tell } from './tell.ts';

// headlines drop articles and verbs, and bylines and datelines are no sentences
const READ = new Set<Prose['kind']>(['body', 'quotation', 'list-item', 'caption', 'field']);

type GarbledOptions = {
  readonly model: 'full' | 'fast' | 'off';
  readonly doubtful: boolean;
};

/** Garbled phrasing: what half-done edits leave behind and no reader can parse. */
export const garbled: ParagraphCheck<GarbledOptions> = {
  id: 'garbled',
  scope: 'paragraph',
  dearIn: ['sentences'],
  summary: 'Garbled phrasing',
  yieldsTo: ['repeated', 'furniture', 'assistant'],
  codes: {
    'garbled/phrase': {
      severity: 'warning',
      summary:
        'Mangled phrasing: colliding verbs, leftovers of half-done edits, wrong verb forms, missing words',
      examples: {
        wrong: 'The council has was voted to close the bridge.',
        right: 'The council has voted to close the bridge.',
      },
    },
  },
  defaults: { model: 'full', doubtful: true },
  optionDocs: {
    model:
      'How the language model reads: every sentence ("full"), those that a quick look finds worth it ("fast"), or none ("off").',
    doubtful: 'Whether phrasing is marked that is only likely to be garbled: as information or a hint.',
  },
  choices: { model: ['full', 'fast', 'off'] },
  *run(paragraph, { options, doubts }) {
    if (!READ.has(paragraph.kind)) return;
    for (const [i, sentence] of taggedOf(paragraph).entries()) {
      if (!isRunningText(sentence)) continue;
      const matches = findMatches(sentence);
      for (const found of matches) yield raise(paragraph, sentence, found, found.atMost ?? 'warning');
      if (options.model === 'off' || !isWhole(sentence)) continue;
      const { start: at = 0, end: until } = paragraph.sentences[i] ?? {};
      const text = paragraph.text.slice(at, until);
      for (const doubt of doubts(text, options.model) ?? []) {
        if (!options.doubtful && doubt.grade !== 'warning') continue;
        const raised = raiseDoubt(paragraph, at, doubt, tell(doubt, text, sentence.lexicon));
        const { start, end } = raised.span;
        const isKnown = ({ from, to }: Match): boolean =>
          (sentence.starts[from] ?? 0) <= end && start <= (sentence.ends[to - 1] ?? 0);
        if (!matches.some(isKnown) && !isDouble(paragraph.text.slice(start, end))) yield raised;
      }
    }
  },
};

/** Whether a sentence is English copy: no title set in capitals, no foreign phrase, no table row. */
export function isRunningText(sentence: Sentence): boolean {
  if (sentence.size < 4) return false;
  let lower = 0;
  let upper = 0;
  let unknown = 0;
  for (let i = 1; i < sentence.size; i += 1) {
    const word = sentence.words[i] ?? '';
    if (!startsSmall(word) && !/^\p{L}/u.test(word)) continue;
    if (sentence.raw[i] === word) {
      lower += 1;
      if (sentence.possibleTags[i] === 0 && !word.includes('-')) unknown += 1;
    } else upper += 1;
  }
  return lower >= 2 && lower * 2 >= upper && unknown * 3 <= lower;
}

/** The shape of a token that has no letter or figure. */
const MARK = 5;

const rulesAt = byOpeningWord(RULES);

/** The matches of all rules, in order; where two overlap, the one that starts first. */
export function findMatches(sentence: Sentence): Match[] {
  const matches: Match[] = [];
  let until = 0;
  for (let i = 0; i < sentence.size; i += 1) {
    // no garble starts at a mark
    if (((sentence.hashes.shape[i] as number) & 7) === MARK) continue;
    for (const rule of rulesAt(sentence.words[i] ?? '')) {
      const found = rule.find(sentence, i);
      if (found === undefined || found.from < until) continue;
      matches.push(found);
      until = found.to;
    }
  }
  return matches;
}

/** A word that stands twice is wrong or right by rules that are exact. */
const isDouble = (words: string): boolean => /^(\S+)\s+\1$/i.test(words);

/** A note, a heading or a line of a list is no whole sentence. */
const isWhole = ({ words, size }: Sentence): boolean => /^[.?!”"’)]$/u.test(words[size - 1] ?? '');

function raiseDoubt(
  paragraph: Prose,
  at: number,
  { grade }: Doubt,
  { start, end, message, fix }: Told,
): Raised {
  const span = { start: at + start, end: at + end };
  const quoted = inQuote(paragraph.quotes, span);
  return {
    code: 'garbled/phrase',
    span,
    message: quoted ? `${message} It stands in a quote: as spoken?` : message,
    ...(fix && {
      fixes: [
        {
          title: fix.title,
          safe: false,
          preferred: true,
          edits: [{ span: { start: at + fix.start, end: at + fix.end }, text: fix.text }],
        },
      ],
    }),
    ...(quoted ? { atMost: 'hint' as const } : grade !== 'warning' && { atMost: grade }),
  };
}

function raise(paragraph: Prose, sentence: Sentence, found: Match, most: Severity): Raised {
  // "it don" is no word: a clitic is shown with what it leans on
  let to = found.to;
  while (
    to < sentence.size &&
    sentence.starts[to] === sentence.ends[to - 1] &&
    /^(?:n't|'[a-z]+)$/u.test(sentence.words[to] ?? '')
  )
    to += 1;
  const span = { start: sentence.starts[found.from] ?? 0, end: sentence.ends[to - 1] ?? 0 };
  const quoted = inQuote(paragraph.quotes, span);
  const corrections = found.fixes ?? [];
  // where either of two words could go, neither fix is put first
  const fixes = corrections.map((fix) => fixOf(paragraph, sentence, fix, !quoted, corrections.length === 1));
  return {
    code: 'garbled/phrase',
    span,
    message: quoted ? `${found.message} It stands in a quote: as spoken?` : found.message,
    ...(fixes.length > 0 && { fixes }),
    ...(quoted ? { atMost: 'hint' as const } : most !== 'warning' && { atMost: most }),
  };
}

function fixOf(paragraph: Prose, sentence: Sentence, fix: Correction, maySafe: boolean, first: boolean): Fix {
  const start = sentence.starts[fix.from] ?? 0;
  const end = sentence.ends[fix.to - 1] ?? start;
  const base = { title: fix.title, safe: fix.safe === true && maySafe, ...(first && { preferred: true }) };
  if (fix.text !== '') return { ...base, edits: [{ span: { start, end }, text: fix.text }] };
  // a word goes with the space after it; before a mark, with the space before it
  const next = paragraph.text.charAt(end);
  if (/\s/u.test(next)) return { ...base, edits: [{ span: { start, end: end + 1 }, text: '' }] };
  const space = /\s/u.test(paragraph.text.charAt(start - 1)) ? 1 : 0;
  return { ...base, edits: [{ span: { start: start - space, end }, text: '' }] };
}

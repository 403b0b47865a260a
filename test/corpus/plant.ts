import type { Paragraph } from '../../server/src/draft/draft.ts';
import { readDraft } from '../../server/src/draft/read.ts';
import type { Span } from '../../server/src/draft/span.ts';
import { sentencesOf } from '../../server/src/language/sentences.ts';
import { type Word, wordsOf } from '../../server/src/language/words.ts';
import { type Chance, chanceFrom } from './chance.ts';
import type { Text } from './corpora.ts';

/** How the planted copy differs from the passage it was copied from. */
export const KINDS = [
  'exact',
  'recased',
  'typographic',
  'edited-5',
  'edited-10',
  'edited-20',
  'edited-30',
  'clause-dropped',
  'sentence-added',
  'sentence',
] as const;
export type Kind = (typeof KINDS)[number];

/** A draft with one passage that stands in it twice. Spans are UTF-16 offsets into `text`. */
export interface Planted {
  readonly kind: Kind;
  readonly id: string;
  /** As it stood before the copy was planted. */
  readonly original: string;
  readonly text: string;
  readonly first: Span;
  readonly copy: Span;
  /** How many paragraphs were copied; 0 for a single sentence. */
  readonly paragraphs: number;
}

/** Paragraphs and sentences shorter than this are not planted alone: they stand twice in clean copy, too. */
export const FEWEST_WORDS = 8;
const LONGEST_RUN = 12;

interface Article {
  readonly id: string;
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
}

/** What the changes draw on. */
interface Stock {
  readonly words: readonly string[];
  readonly sentences: readonly { readonly id: string; readonly text: string }[];
}

/**
 * Plants `size` drafts of each kind: a paragraph, or a run of 2 to 12, set in again further down the same article, with
 * the separator that stands there. The first and the last paragraph of a run are running copy of 8 words or more;
 * headlines and list items are never the start of one. The same seed gives the same drafts.
 */
export function plantCopies(texts: readonly Text[], size: number, seed: number): readonly Planted[] {
  const articles = texts.map(({ corpus, id, text }) => ({
    id: `${corpus} ${id}`,
    text,
    paragraphs: readDraft(text, 'plain').paragraphs,
  }));
  const stock = stockOf(articles);
  return KINDS.flatMap((kind, k) => {
    const chance = chanceFrom(seed * 1000 + k);
    const planted: Planted[] = [];
    for (let tries = 0; planted.length < size && tries < size * 50; tries += 1) {
      const article = chance.pick(articles);
      const one =
        kind === 'sentence' ? plantSentence(article, chance) : plantRun(article, kind, stock, chance);
      if (one !== undefined) planted.push(one);
    }
    return planted;
  });
}

function stockOf(articles: readonly Article[]): Stock {
  const words: string[] = [];
  const sentences: { id: string; text: string }[] = [];
  for (const { id, paragraphs } of articles) {
    for (const { prose } of paragraphs) {
      if (!isCopy(prose)) continue;
      for (const word of prose.words) words.push(word.text);
      for (const { start, end } of prose.sentences) {
        const text = prose.text.slice(start, end);
        if (wordsOf(text).length >= FEWEST_WORDS) sentences.push({ id, text });
      }
    }
  }
  return { words, sentences };
}

const isCopy = (prose: Paragraph['prose']): boolean =>
  (prose.kind === 'body' || prose.kind === 'quotation') && prose.words.length >= FEWEST_WORDS;

function plantRun(article: Article, kind: Kind, stock: Stock, chance: Chance): Planted | undefined {
  const { id, text, paragraphs } = article;
  const starts = paragraphs.flatMap(({ prose }, i) => (isCopy(prose) ? [i] : []));
  const alone = chance.next() < 0.5;
  const wanted = alone ? 1 : chance.between(2, LONGEST_RUN);
  const runs = starts.filter((i) => {
    const last = paragraphs[i + wanted - 1];
    return last !== undefined && isCopy(last.prose);
  });
  if (runs.length === 0) return undefined;
  const from = chance.pick(runs);
  const to = from + wanted - 1;
  const first = spanOf(paragraphs, from, to);
  const copy = changed(paragraphs.slice(from, to + 1), text, kind, { ...stock, id }, chance);
  if (copy === undefined || (kind !== 'exact' && copy === text.slice(first.start, first.end)))
    return undefined;
  // straight after, somewhere below, or at the very end
  const after = chance.pick([to, chance.between(to, paragraphs.length - 1), paragraphs.length - 1]);
  const at = paragraphs[after]?.lines.end ?? text.length;
  const separator = separatorAt(text, paragraphs, after);
  if (separator === undefined) return undefined;
  return {
    kind,
    id,
    original: text,
    text: text.slice(0, at) + separator + copy + text.slice(at),
    first,
    copy: { start: at + separator.length, end: at + separator.length + copy.trimEnd().length },
    paragraphs: wanted,
  };
}

function plantSentence({ id, text, paragraphs }: Article, chance: Chance): Planted | undefined {
  const places = paragraphs.flatMap(({ prose, span }, i) =>
    isCopy(prose) ? prose.sentences.map((one) => ({ i, prose, base: span.start, one })) : [],
  );
  const long = places.filter(
    ({ prose, one }) => wordsOf(prose.text.slice(one.start, one.end)).length >= FEWEST_WORDS,
  );
  if (long.length === 0) return undefined;
  const { i, prose, base, one } = chance.pick(long);
  const below = places.filter((place) => place.i > i);
  if (below.length === 0) return undefined;
  const target = chance.pick(below);
  const at = target.base + target.one.end;
  const copy = prose.text.slice(one.start, one.end);
  return {
    kind: 'sentence',
    id,
    original: text,
    text: `${text.slice(0, at)} ${copy}${text.slice(at)}`,
    first: { start: base + one.start, end: base + one.end },
    copy: { start: at + 1, end: at + 1 + copy.length },
    paragraphs: 0,
  };
}

const spanOf = (paragraphs: readonly Paragraph[], from: number, to: number): Span => ({
  start: paragraphs[from]?.span.start ?? 0,
  end: paragraphs[to]?.span.end ?? 0,
});

// What stands between this paragraph and the next; at the end, between it and the one before.
function separatorAt(text: string, paragraphs: readonly Paragraph[], after: number): string | undefined {
  const upper = after === paragraphs.length - 1 ? after - 1 : after;
  const one = paragraphs[upper];
  const other = paragraphs[upper + 1];
  return one && other ? text.slice(one.lines.end, other.lines.start) : undefined;
}

function changed(
  run: readonly Paragraph[],
  text: string,
  kind: Kind,
  stock: Stock & { readonly id: string },
  chance: Chance,
): string | undefined {
  const rewritten = rewrite(
    run.map(({ prose }) => prose.text),
    kind,
    stock,
    chance,
  );
  if (rewritten === undefined) return undefined;
  let result = '';
  run.forEach(({ span }, i) => {
    const before = run[i - 1];
    if (before !== undefined) result += text.slice(before.span.end, span.start);
    result += rewritten[i];
  });
  return result;
}

function rewrite(
  texts: readonly string[],
  kind: Kind,
  stock: Stock & { readonly id: string },
  chance: Chance,
): readonly string[] | undefined {
  switch (kind) {
    case 'exact':
    case 'sentence':
      return texts;
    case 'recased':
      return texts.map((text) => recased(text, chance));
    case 'typographic':
      return texts.map((text) => retyped(text, chance));
    case 'edited-5':
      return texts.map((text) => edited(text, 0.05, stock, chance));
    case 'edited-10':
      return texts.map((text) => edited(text, 0.1, stock, chance));
    case 'edited-20':
      return texts.map((text) => edited(text, 0.2, stock, chance));
    case 'edited-30':
      return texts.map((text) => edited(text, 0.3, stock, chance));
    case 'clause-dropped':
      return inOne(texts, chance, (text) => withoutClause(text, chance));
    case 'sentence-added':
      return inOne(texts, chance, (text) => withSentence(text, stock, chance));
  }
}

function inOne(
  texts: readonly string[],
  chance: Chance,
  change: (text: string) => string | undefined,
): readonly string[] | undefined {
  const at = chance.between(0, texts.length - 1);
  const made = change(texts[at] ?? '');
  return made === undefined ? undefined : texts.map((text, i) => (i === at ? made : text));
}

/** Sets a whole text, or a third of its words, in capitals or with capital first letters. */
export function recased(text: string, chance: Chance): string {
  const words = wordsOf(text);
  const share = chance.pick([1, 1 / 3]);
  const style = chance.pick([
    (word: string) => word.toUpperCase(),
    (word: string) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase(),
  ]);
  const chosen = chance.some(words, Math.max(1, Math.round(words.length * share)));
  return replaceWords(text, new Map(chosen.map((word) => [word, style(word.text)])));
}

/** Sets the same words in other type: quotes, dashes, apostrophes, spaces, dots and the Unicode form. */
export function retyped(text: string, chance: Chance): string {
  const curly = /[“”‘’]/u.test(text);
  let result = curly
    ? text.replace(/[“”]/gu, '"').replace(/[‘’]/gu, "'")
    : text
        .replace(/(^|[\s([—–-])"/gu, '$1“')
        .replace(/"/gu, '”')
        .replace(/(^|[\s([—–-])'/gu, '$1‘')
        .replace(/'/gu, '’');
  const dash = chance.pick([' – ', '—', ' — ', ' - ', ' -- ']);
  result = result.replace(/ ?[—–] ?| --? /gu, dash);
  result = result.includes('…') ? result.replaceAll('…', '...') : result.replaceAll('...', '…');
  result = result.replace(/ /gu, (space) => (chance.next() < 0.1 ? '\u00a0' : space));
  if (chance.next() < 0.3) result = result.replace(/ /gu, (space) => (chance.next() < 0.1 ? '  ' : space));
  return chance.next() < 0.5 ? result.normalize('NFD') : result.normalize('NFC');
}

/**
 * Changes this share of a text's words, one at least: most are put in the place of others, some dropped, some added. One of
 * the figures, if there are any, is among those changed.
 */
export function edited(text: string, share: number, stock: Stock, chance: Chance): string {
  const words = wordsOf(text);
  const figures = words.filter(isFigure);
  const count = Math.max(1, Math.round(words.length * share));
  const figure = figures.length > 0 ? [chance.pick(figures)] : [];
  const others = chance.some(
    words.filter((word) => !figure.includes(word)),
    count - figure.length,
  );
  const by = new Map<Word, string>();
  for (const word of [...figure, ...others]) {
    const other = chance.pick(stock.words);
    const way = chance.next();
    if (isFigure(word)) by.set(word, otherFigure(word.text, chance));
    else if (way < 0.6) by.set(word, other);
    else if (way < 0.8) by.set(word, '');
    else by.set(word, `${word.text} ${other}`);
  }
  return replaceWords(text, by).trim();
}

const isFigure = (word: Word): boolean => /^\d/u.test(word.text);

const otherFigure = (figure: string, chance: Chance): string =>
  figure.replace(/\d/u, (digit) => String((Number(digit) + chance.between(1, 8)) % 10));

/** Drops a clause between commas, or from a joining word to the end of its sentence, of no more than half the text. */
export function withoutClause(text: string, chance: Chance): string | undefined {
  const clauses = [
    ...text.matchAll(/,\s[^,.!?“”"]+(?=[,.!?])/gu),
    ...text.matchAll(/\s(?:and|but|which|who|while|after|because|as|with|when)\s[^,.!?“”"]+(?=[,.!?])/gu),
  ].filter((match) => {
    const dropped = wordsOf(match[0]).length;
    const left = wordsOf(text).length - dropped;
    return dropped >= 3 && dropped <= left && left >= FEWEST_WORDS;
  });
  if (clauses.length === 0) return undefined;
  const clause = chance.pick(clauses);
  return text.slice(0, clause.index) + text.slice(clause.index + clause[0].length);
}

/** Sets a sentence of another article before, between or after the sentences of a text. */
export function withSentence(
  text: string,
  stock: Stock & { readonly id: string },
  chance: Chance,
): string | undefined {
  const foreign = chance.pick(stock.sentences);
  if (foreign.id === stock.id) return undefined;
  const sentences = sentencesOf(text).map(({ start, end }) => text.slice(start, end));
  sentences.splice(chance.between(0, sentences.length), 0, foreign.text);
  return sentences.join(' ');
}

function replaceWords(text: string, by: ReadonlyMap<Word, string>): string {
  const chosen = [...by].sort(([a], [b]) => a.start - b.start);
  let result = '';
  let at = 0;
  for (const [word, replacement] of chosen) {
    result += text.slice(at, word.start) + replacement;
    at = word.end;
    // a dropped word takes one of the spaces around it along
    if (replacement === '' && text.charAt(at) === ' ' && /(?:^| )$/u.test(result)) at += 1;
  }
  return result + text.slice(at);
}

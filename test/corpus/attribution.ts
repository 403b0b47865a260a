import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Draft, Paragraph } from '../../server/src/draft/draft.ts';
import { readDraft } from '../../server/src/draft/read.ts';
import type { Span } from '../../server/src/draft/span.ts';
import {
  createSourcer,
  isSure,
  type Judged,
  type JudgedParagraph,
  suggestSpeakers,
} from '../../server/src/sourcing/index.ts';
import { CORPORA } from './corpora.ts';
import type { Measure, Measured } from './measure.ts';

/**
 * Measures attribution against PolNeAR's gold attributions (train and dev; its test half is kept apart), as a measure of
 * `npm run corpus -- attribution` and by itself, where it also prints errors for reading:
 *
 *     npx tsx test/corpus/attribution.ts [polnear-dev|polnear-train…] [--errors status|recall|speaker|precision|cues|quotes|top3]
 */
export const attributionMeasure: Measure = {
  check: 'attribution',
  title: 'Who says what, against PolNeAR’s gold attributions',
  run: () => {
    const measured = ['polnear-dev', 'polnear-train'].map((name) => gold(name, undefined));
    return { lines: measured.flatMap(({ lines }) => [...lines, '']), data: measured.map(({ data }) => data) };
  },
};

interface Attribution {
  readonly source: readonly (readonly [number, number])[] | null;
  readonly cue: readonly (readonly [number, number])[] | null;
  readonly content: readonly (readonly [number, number])[] | null;
}

interface Article {
  readonly id: string;
  readonly text: string;
  readonly attributions?: readonly Attribution[];
}

/** @throws Error if the corpus is absent. */
function readGold(name: string): readonly Article[] {
  const path = `${CORPORA}/measure/${name}.jsonl`;
  if (!existsSync(path))
    throw new Error(`The corpus “${name}” is absent: it is looked for in ../shared/corpora/measure.`);
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Article)
    .filter((article) => article.attributions);
}

/** Communication verbs: what the figure on sentences with a gold attribution by such a verb counts. */
const COMMUNICATION =
  /\b(?:sa(?:y|ys|id|ying)|t(?:ell|ells|old|elling)|according to|add(?:s|ed|ing)?|wr(?:ite|ites|ote|iting)|ask(?:s|ed|ing)?|report(?:s|ed|ing)?|not(?:es|ed|ing)|announc(?:e|es|ed|ing)|argu(?:e|es|ed|ing)|claim(?:s|ed|ing)?|explain(?:s|ed|ing)?|tweet(?:s|ed|ing)?|declar(?:e|es|ed|ing)|insist(?:s|ed|ing)?|warn(?:s|ed|ing)?|stat(?:es|ed|ing)|acknowledg(?:e|es|ed|ing)|accus(?:e|es|ed|ing)|criticiz(?:e|es|ed|ing)|den(?:y|ies|ied|ying)|repl(?:y|ies|ied)|respond(?:s|ed|ing)?|suggest(?:s|ed|ing)?|urg(?:e|es|ed|ing)|confirm(?:s|ed|ing)?|reiterat(?:e|es|ed|ing)|pledg(?:e|es|ed|ing)|promis(?:e|es|ed|ing)|vow(?:s|ed|ing)?|recall(?:s|ed|ing)?|conclud(?:e|es|ed|ing)|admit(?:s|ted|ting)?|alleg(?:e|es|ed|ing)|assert(?:s|ed|ing)?|cit(?:e|es|ed|ing)|complain(?:s|ed|ing)?|conced(?:e|es|ed|ing)|stress(?:es|ed|ing)?)\b/i;

interface Gold {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
}

/** Gold spans come in code points. */
function goldOf(article: Article): readonly Gold[] {
  const units: number[] = [];
  let at = 0;
  for (const char of article.text) {
    units.push(at);
    at += char.length;
  }
  units.push(at);
  const spans = (list: readonly (readonly [number, number])[] | null): readonly Span[] =>
    (list ?? []).map(([start, end]) => ({ start: units[start] ?? at, end: units[end] ?? at }));
  return (article.attributions ?? []).map((one) => ({
    source: spans(one.source),
    cue: spans(one.cue),
    content: spans(one.content),
  }));
}

/** What the paragraphs hold, with the number of its paragraph. */
const flat = <T>(byParagraph: readonly (readonly T[])[]): readonly (T & { readonly paragraph: number })[] =>
  byParagraph.flatMap((all, paragraph) => all.map((one) => ({ ...one, paragraph })));

const meets = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

const placed = (draft: Draft, paragraph: number, span: Span): Span => {
  const base = (draft.paragraphs[paragraph] as Paragraph).span.start;
  return { start: span.start + base, end: span.end + base };
};

class Rate {
  right = 0;
  all = 0;
  count(right: boolean): void {
    this.all += 1;
    if (right) this.right += 1;
  }
  toString(): string {
    return `${((100 * this.right) / Math.max(1, this.all)).toFixed(1)} % (${this.right}/${this.all})`;
  }
}

function gold(name: string, errors: string | undefined): Measured {
  const articles = readGold(name);
  const rates = {
    quotes: new Rate(),
    speaker: new Rate(),
    sure: new Rate(),
    top3: new Rate(),
    communication: new Rate(),
    recall: new Rate(),
    precision: new Rate(),
    strict: new Rate(),
  };
  const byLemma = new Map<string, Rate>();
  const how = new Map<string, Rate>();
  let words = 0;
  let time = 0;
  for (const article of articles) {
    const started = performance.now();
    const draft = readDraft(article.text, 'plain');
    const judged = createSourcer().judge(draft);
    time += performance.now() - started;
    words += article.text.split(/\s+/u).length;
    const golds = goldOf(article);
    measureSentences(article, draft, judged, golds, rates, byLemma, errors);
    measureQuotes(article, draft, judged, golds, rates, how, errors);
    measureSuggestions(article, draft, judged, golds, rates.top3, errors);
  }
  const lines = [
    `${name}: ${articles.length} articles, ${words} words, ${((1000 * time) / words).toFixed(2)} ms per 1,000 words`,
    `quote spans found                                ${rates.quotes}`,
    `speaker right, all full and partial quotes       ${rates.speaker}`,
    `speaker right where one is told for sure         ${rates.sure}`,
    ...[...how].map(([key, rate]) => `   ${key.padEnd(12)} ${rate}`),
    `the right speaker among three suggestions        ${rates.top3}`,
    `sentences with a communication verb's attribution judged attributed ${rates.communication}`,
    `judged attributed: precision ${rates.precision}, recall over all gold cues ${rates.recall}`,
  ];
  if (errors === 'cues') {
    const worst = [...byLemma]
      .filter(([, rate]) => rate.all - rate.right >= 3)
      .sort((a, b) => b[1].all - b[1].right - (a[1].all - a[1].right));
    for (const [lemma, rate] of worst.slice(0, 60)) console.log(lemma.padEnd(20), String(rate));
  }
  return { lines, data: { name, lines } };
}

function measureSentences(
  article: Article,
  draft: Draft,
  judged: Judged,
  golds: readonly Gold[],
  rates: Record<'communication' | 'recall' | 'precision' | 'strict', Rate>,
  byLemma: Map<string, Rate>,
  errors: string | undefined,
): void {
  for (const one of flat(judged.paragraphs.map(({ sentences }) => sentences))) {
    const span = placed(draft, one.paragraph, one.sentence);
    if (draft.paragraphs[one.paragraph]?.prose.kind === 'headline') continue;
    const cued = golds.filter((g) => g.cue.some((cue) => meets(cue, span)));
    const any = golds.some((g) => [...g.cue, ...g.content, ...g.source].some((part) => meets(part, span)));
    const positive = one.status === 'attributed' || one.status === 'vague' || one.status === 'quoted';
    const text = article.text.slice(span.start, span.end);
    if (cued.length > 0) {
      rates.recall.count(positive);
      const cueText = cued.map((g) => g.cue.map((cue) => article.text.slice(cue.start, cue.end)).join(' '));
      const said = cueText.filter((cue) => COMMUNICATION.test(cue));
      if (said.length > 0) {
        rates.communication.count(positive);
        if (errors === 'status' && !positive) console.log(`MISSED [${said.join(' | ')}] ${text}`);
      } else if (errors === 'recall' && !positive) console.log(`MISSED [${cueText.join(' | ')}] ${text}`);
    }
    if (positive) {
      rates.precision.count(any);
      rates.strict.count(cued.length > 0);
      if (one.cue !== undefined) {
        const rate = byLemma.get(one.cue.lemma) ?? new Rate();
        rate.count(any);
        byLemma.set(one.cue.lemma, rate);
      }
      if (errors === 'precision' && !any)
        console.log(`WRONG [${one.cue?.lemma ?? one.status}: ${one.source?.text}] ${text}`);
    }
  }
}

function measureQuotes(
  article: Article,
  draft: Draft,
  judged: Judged,
  golds: readonly Gold[],
  rates: Record<'quotes' | 'speaker' | 'sure' | 'top3', Rate>,
  how: Map<string, Rate>,
  errors: string | undefined,
): void {
  const quotes = flat(judged.paragraphs.map((here) => here.quotes)).map((one) => ({
    ...one,
    span: placed(draft, one.paragraph, one.quote),
  }));
  // a gold content that runs from mark to mark is a quote
  for (const g of golds) {
    for (const content of g.content) {
      const text = article.text.slice(content.start, content.end);
      if (!/^[“"][^“”"\n]+[”"]$/u.test(text)) continue;
      const found = quotes.some((one) => one.span.start === content.start && one.span.end === content.end);
      rates.quotes.count(found);
      if (!found && errors === 'quotes') console.log(`QUOTE ${text}`);
    }
  }
  for (const one of quotes) {
    if (one.quote.kind === 'title' || one.quote.words < 2) continue;
    if (draft.paragraphs[one.paragraph]?.prose.kind === 'headline') continue;
    const mine = golds.filter(
      (g) =>
        g.source.length > 0 &&
        g.content.some((content) => content.start <= one.span.start + 1 && content.end >= one.span.end - 1),
    );
    const narrowest = mine.sort((a, b) => extent(a.content) - extent(b.content))[0];
    if (narrowest === undefined) continue;
    const speaker = one.speaker;
    const span = speaker && placed(draft, one.paragraph - speaker.back, speaker.source);
    const right =
      speaker !== undefined &&
      span !== undefined &&
      mine.some((g) =>
        g.source.some(
          (source) =>
            meets(source, span) ||
            isSamePerson(speaker.source.text, article.text.slice(source.start, source.end)),
        ),
      );
    rates.speaker.count(right);
    const key = speaker?.how ?? 'none';
    const rate = how.get(key) ?? new Rate();
    rate.count(right);
    how.set(key, rate);
    if (speaker !== undefined && isSure(speaker)) rates.sure.count(right);
    if (errors === 'speaker' && !right) {
      const paragraph = draft.paragraphs[one.paragraph]?.prose.text ?? '';
      console.log(
        `SPEAKER [${key}: ${speaker?.source.text}] gold [${narrowest.source.map((s) => article.text.slice(s.start, s.end)).join(' … ')}] quote ${article.text.slice(one.span.start, Math.min(one.span.end, one.span.start + 60))}\n    ${paragraph.slice(0, 500)}`,
      );
    }
  }
}

// "Mozloom" and "Jack Mozloom, a spokesman for …" are one person; so are two pronouns that are the same word.
function isSamePerson(a: string, b: string): boolean {
  if (a.toLowerCase() === b.toLowerCase()) return true;
  const surname = /(\p{Lu}[\p{L}’'-]+)$/u.exec(a)?.[1];
  return surname !== undefined && new RegExp(`\\b${surname}\\b`, 'u').test(b);
}

const extent = (spans: readonly Span[]): number => (spans.at(-1)?.end ?? 0) - (spans[0]?.start ?? 0);

/**
 * Takes away what a quote's paragraph says of its speaker, and asks who it might be: only of quotes whose gold speaker is named
 * and has spoken in one of the five paragraphs before too, since nobody could guess another.
 */
function measureSuggestions(
  article: Article,
  draft: Draft,
  judged: Judged,
  golds: readonly Gold[],
  rate: Rate,
  errors: string | undefined,
): void {
  for (const [at, { quotes }] of judged.paragraphs.entries()) {
    const paragraph = draft.paragraphs[at];
    const quote = quotes.find((one) => one.quote.kind === 'full' && one.quote.words >= 6)?.quote;
    if (paragraph === undefined || quote === undefined) continue;
    const span = placed(draft, at, quote);
    const mine = golds.find((g) =>
      g.content.some((content) => content.start <= span.start + 1 && content.end >= span.end - 1),
    );
    const source = mine?.source[0];
    const surname =
      source && /(\p{Lu}[\p{L}’-]+)(?:$|,|\s\()/u.exec(article.text.slice(source.start, source.end))?.[1];
    if (surname === undefined || /^(?:He|She|They|It|I|We|You|\p{L}+day)$/u.test(surname)) continue;
    const spoke = golds.some((g) =>
      g.source.some(
        (one) =>
          one.end < paragraph.span.start &&
          one.start >= (draft.paragraphs[Math.max(0, at - 5)]?.span.start ?? 0) &&
          article.text.slice(one.start, one.end).includes(surname),
      ),
    );
    if (!spoke) continue;
    const hidden = judged.paragraphs.map((one, i) => (i === at ? SILENT : one));
    const names = suggestSpeakers({ ...judged, paragraphs: hidden }, at).map(({ name }) => name);
    const right = names.some((name) => name.includes(surname));
    rate.count(right);
    if (errors === 'top3' && !right)
      console.log(
        `TOP3 gold ${surname}, offered ${names.join(' | ')}: ${paragraph.prose.text.slice(0, 120)}`,
      );
  }
}

const SILENT: JudgedParagraph = {
  summary: { tokens: [], quotes: [], sentences: [] },
  sentences: [],
  quotes: [],
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { errors: { type: 'string' } },
  });
  for (const name of positionals.length > 0 ? positionals : ['polnear-dev'])
    console.log(gold(name, values.errors).lines.join('\n'));
}

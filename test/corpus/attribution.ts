import { existsSync, readFileSync } from 'node:fs';
import { isSure, type Judged, judge } from '../../server/src/attribution/sourcing.ts';
import { attribution } from '../../server/src/checks/attribution/index.ts';
import type { Draft, Paragraph } from '../../server/src/draft/draft.ts';
import { readDraft } from '../../server/src/draft/read.ts';
import type { Span } from '../../server/src/draft/span.ts';
import { planChecks } from '../../server/src/engine/plan.ts';
import { checkDraft } from '../../server/src/engine/session.ts';

/**
 * Measures attribution against PolNeAR's gold attributions (train and dev; its test half is kept apart), and prints what the
 * check raises on clean news, for reading.
 *
 *     npx tsx test/corpus/attribution.ts gold [polnear-dev|polnear-train] [--errors=status|speaker|precision|cues]
 *     npx tsx test/corpus/attribution.ts flags bbc-dev polnear-dev wikinews
 */
const CORPORA = new URL('../../../shared/corpora/', import.meta.url);

interface Attribution {
  readonly source: readonly (readonly [number, number])[] | null;
  readonly cue: readonly (readonly [number, number])[] | null;
  readonly content: readonly (readonly [number, number])[] | null;
}

export interface Article {
  readonly id: string;
  readonly text: string;
  readonly attributions?: readonly Attribution[];
}

/** Reads a corpus by its file's name, without folder and ending; says loudly when it is absent. */
export function readCorpus(name: string): readonly Article[] {
  for (const folder of ['measure', 'open']) {
    const url = new URL(`${folder}/${name}.jsonl`, CORPORA);
    if (existsSync(url))
      return readFileSync(url, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Article);
  }
  throw new Error(`The corpus “${name}” is absent: looked for it under ../shared/corpora.`);
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

function gold(name: string, errors: string | undefined): void {
  const articles = readCorpus(name).filter((article) => article.attributions);
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
    const judged = judge(draft);
    time += performance.now() - started;
    words += article.text.split(/\s+/u).length;
    const golds = goldOf(article);
    measureSentences(article, draft, judged, golds, rates, byLemma, errors);
    measureQuotes(article, draft, judged, golds, rates, how, errors);
  }
  console.log(
    `${name}: ${articles.length} articles, ${words} words, ${((1000 * time) / words).toFixed(2)} ms per 1,000 words`,
  );
  console.log(`quote spans found                            ${rates.quotes}`);
  console.log(`speaker right (full and partial quotes)      ${rates.speaker}`);
  console.log(`speaker right where one is told for sure     ${rates.sure}`);
  for (const [key, rate] of how) console.log(`   ${key.padEnd(12)} ${rate}`);
  console.log(`top three speakers hold the right one        ${rates.top3}`);
  console.log(`communication-verb sentences judged attributed ${rates.communication}`);
  console.log(
    `attributed: precision ${rates.precision}, recall ${rates.recall}; precision by cue ${rates.strict}`,
  );
  if (errors === 'cues') {
    const worst = [...byLemma]
      .filter(([, rate]) => rate.all - rate.right >= 3)
      .sort((a, b) => b[1].all - b[1].right - (a[1].all - a[1].right));
    for (const [lemma, rate] of worst.slice(0, 60)) console.log(lemma.padEnd(20), String(rate));
  }
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

/** Raises every finding of the attribution and quotes checks on a clean corpus and prints each for reading. */
function flags(name: string, show: boolean): void {
  const articles = readCorpus(name);
  const counts = new Map<string, number>();
  let words = 0;
  let silent = 0;
  let total = 0;
  let time = 0;
  for (const article of articles) {
    const draft = readDraft(article.text, 'plain');
    words += article.text.split(/\s+/u).length;
    const started = performance.now();
    const findings = checkDraft(draft, PLAN, (check, error) => console.error(check.id, error));
    time += performance.now() - started;
    if (findings.length === 0) silent += 1;
    total += findings.length;
    for (const finding of findings) {
      const key = `${finding.code} (${finding.severity})`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
      if (!show) continue;
      const from = Math.max(
        0,
        article.text.lastIndexOf('\n', finding.span.start) + 1,
        finding.span.start - 220,
      );
      const before = article.text.slice(from, finding.span.start);
      const words = article.text.slice(
        finding.span.start,
        Math.min(finding.span.end, finding.span.start + 160),
      );
      const after = article.text.slice(finding.span.end, finding.span.end + 140).split('\n')[0];
      console.log(`FLAG ${finding.code.slice(12)} ${finding.severity} | ${before}⟦${words}⟧${after}`);
    }
  }
  console.log(
    `${name}: ${articles.length} articles, ${words} words; ${((1000 * total) / words).toFixed(2)} findings per 1,000 words; ${((100 * silent) / articles.length).toFixed(0)} % of articles silent; ${((1000 * time) / words).toFixed(2)} ms per 1,000 words`,
  );
  for (const [key, count] of [...counts].sort((a, b) => b[1] - a[1]))
    console.log(`   ${key.padEnd(52)} ${count}  ${((1000 * count) / words).toFixed(2)} per 1,000 words`);
}

const PLAN = planChecks([attribution]);

const [command, ...rest] = process.argv.slice(2);
const errors = rest.find((one) => one.startsWith('--errors='))?.slice(9);
const names = rest.filter((one) => !one.startsWith('--'));
if (command === 'flags') for (const name of names) flags(name, !rest.includes('--quiet'));
if (command === 'gold') for (const name of names.length > 0 ? names : ['polnear-dev']) gold(name, errors);

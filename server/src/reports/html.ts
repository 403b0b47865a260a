import { readDraft } from '../draft/read.ts';
import type { Span } from '../draft/span.ts';
import { WRITTEN_HERE } from '../draft/written-here.ts';
import type { Finding } from '../engine/finding.ts';
import { escapeMarkup } from './markup.ts';
import {
  aboutInWords,
  cleanDrafts,
  inEnglish,
  type Report,
  type ReportedFile,
  type Reporter,
  relatedPlace,
  type Say,
  SHOWN_AS,
  sharesOf,
  summaryInWords,
} from './report.ts';

/** One page with everything in it, to read in a browser, to print or to send. */
export const html: Reporter = (report, { say = inEnglish }) => {
  const summary = escapeMarkup(summaryInWords(report, say));
  return `<!doctype html>
${WRITTEN_HERE}
<html lang="${say('en')}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Blue Pencil: ${summary}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>Blue Pencil</h1>
${aboutInWords(report)
  .map((words) => `<p class="where">${escapeMarkup(words)}</p>\n`)
  .join('')}<p class="summary">${summary}</p>
${chart(report, say)}</header>
<main>
${report.files
  .filter((file) => file.error !== null || file.findings.length > 0)
  .map((file) => fileSection(file, say))
  .concat(cleanSection(cleanDrafts(report), say))
  .join('\n')}
</main>
</body>
</html>
`;
};

/** The counts by kind as bars, the most frequent first; nothing where there are no findings. */
function chart({ summary, checks }: Report, say: Say): string {
  const kinds = new Map(checks.flatMap(({ codes }) => Object.entries(codes)));
  const counts = Object.entries(summary.byCode).sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const most = counts[0]?.[1] ?? 0;
  if (most === 0) return '';
  const rows = counts.map(([code, amount]) => {
    const name = escapeMarkup(say(kinds.get(code)?.summary ?? code));
    const width = Math.max(1, Math.round((100 * amount) / most));
    return `<tr><th scope="row">${name}</th><td>${amount}</td><td class="bar"><span style="width:${width}%"></span></td></tr>`;
  });
  return `<table class="kinds"><caption>${say('Findings by kind')}</caption>\n${rows.join('\n')}\n</table>\n`;
}

const cleanSection = (names: readonly string[], say: Say): readonly string[] =>
  names.length === 0
    ? []
    : [
        `<section>\n<h2>${say('Nothing found in')}</h2>\n<ul>${names.map((name) => `<li>${escapeMarkup(name)}</li>`).join('')}</ul>\n</section>`,
      ];

function fileSection(file: ReportedFile, say: Say): string {
  const paragraphs = file.findings.length > 0 ? readDraft(file.text, file.format).paragraphs : [];
  const spans = paragraphs.map((paragraph) => paragraph.span);
  return [
    '<section>',
    `<h2>${escapeMarkup(file.path)}</h2>`,
    ...(file.error === null ? [] : [`<p class="failed">${escapeMarkup(say(file.error))}</p>`]),
    ...origin(file, say),
    ...file.findings.map((finding) => article(file, finding, spans, say)),
    '</section>',
  ].join('\n');
}

/** A bar that stands for the draft from its first line to its last, coloured where an archive tells where it comes from. */
function origin({ text, findings }: ReportedFile, say: Say): readonly string[] {
  const shares = sharesOf(findings);
  if (shares.length === 0) return [];
  const share = (length: number): string => ((100 * length) / text.length).toFixed(2);
  const pieces = findings
    .flatMap(({ from }) => (from?.spans ?? []).map((span) => ({ kind: from?.kind, ...span })))
    // what is told first, and counted there, comes to lie on top
    .reverse()
    .map(
      ({ kind, start, end }) =>
        `<span class="${kind}" style="left:${share(start)}%;width:${share(end - start)}%"></span>`,
    );
  const key = shares.map(({ kind, percent }) => `<span class="${kind}"></span> ${percent} % ${say(kind)}`);
  return [
    `<div class="origin" aria-hidden="true">${pieces.join('')}</div>`,
    `<p class="where key">${say('From the archive')}: ${key.join(', ')}</p>`,
  ];
}

function article(file: ReportedFile, finding: Finding, paragraphs: readonly Span[], say: Say): string {
  const line = file.lines.positionAt(finding.span.start).line + 1;
  const related = finding.related.map(
    (one) =>
      `<li>${escapeMarkup(say(one.message))} (${say(`line ${relatedPlace(file, one).range.start.line + 1}`)})</li>`,
  );
  const fixes = finding.fixes.map((fix) => `<li>${escapeMarkup(say(fix.title))}</li>`);
  return [
    `<article class="${finding.severity}">`,
    `<p class="what"><span class="severity">${say(SHOWN_AS[finding.severity])}</span> <span class="where">${say(`Line ${line}`)}</span> <code>${escapeMarkup(finding.code)}</code></p>`,
    `<p class="message">${escapeMarkup(say(finding.message))}</p>`,
    ...passage(file.text, finding.span, paragraphs, say).map((part) => `<blockquote>${part}</blockquote>`),
    ...(related.length > 0 ? [`<ul class="related">${related.join('')}</ul>`] : []),
    ...(fixes.length > 0
      ? [`<p class="mend">${say('What can be done')}:</p><ul>${fixes.join('')}</ul>`]
      : []),
    '</article>',
  ].join('\n');
}

const CONTEXT = 300;
const LONGEST = 600;

// The paragraphs a finding stands in, its words marked; of a long run, the first and the last.
function passage(text: string, span: Span, paragraphs: readonly Span[], say: Say): string[] {
  const within: Span[] = [];
  for (let i = firstEndingAfter(paragraphs, span.start); i < paragraphs.length; i += 1) {
    const one = paragraphs[i];
    if (one === undefined || one.start >= span.end) break;
    within.push(one);
  }
  if (within.length === 0) {
    return [
      marked(text, span, {
        start: Math.max(0, span.start - CONTEXT),
        end: Math.min(text.length, span.end + CONTEXT),
      }),
    ];
  }
  const [first] = within;
  const last = within.at(-1);
  if (within.length <= 3 || first === undefined || last === undefined)
    return within.map((one) => marked(text, span, one));
  return [
    marked(text, span, first),
    `<span class="gap">${say(`${within.length - 2} more paragraphs`)}</span>`,
    marked(text, span, last),
  ];
}

function firstEndingAfter(paragraphs: readonly Span[], offset: number): number {
  let low = 0;
  let high = paragraphs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((paragraphs[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

function marked(text: string, span: Span, around: Span): string {
  const start = Math.max(span.start, around.start);
  const end = Math.min(span.end, around.end);
  const from = start - around.start > CONTEXT ? wordStart(text, start - CONTEXT, start) : around.start;
  const to = around.end - end > CONTEXT ? wordEnd(text, end + CONTEXT, end) : around.end;
  const words = text.slice(start, end);
  const shown =
    words.length > LONGEST
      ? `${escapeMarkup(words.slice(0, LONGEST / 2))} … ${escapeMarkup(words.slice(-LONGEST / 2))}`
      : escapeMarkup(words);
  return [
    from > around.start ? '… ' : '',
    escapeMarkup(text.slice(from, start)),
    `<mark>${shown}</mark>`,
    escapeMarkup(text.slice(end, to)),
    to < around.end ? ' …' : '',
  ].join('');
}

function wordStart(text: string, at: number, limit: number): number {
  const gap = text.slice(at, limit).search(/\s/u);
  return gap < 0 ? limit : at + gap + 1;
}

function wordEnd(text: string, at: number, limit: number): number {
  const part = text.slice(limit, at);
  const gap = part.search(/\s\S*$/u);
  return gap < 0 ? limit : limit + gap;
}

const STYLE = `
:root { color-scheme: light dark; --ink: #1d2733; --faint: #5b6773; --paper: #fff; --line: #d6dce2; --mark: #cfe3ff;
  --error: #b3261e; --warning: #8a5a00; --information: #0b5cad; --hint: #5b6773; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6eaee; --faint: #9aa6b2; --paper: #14191f; --line: #333d47;
  --mark: #1f4c85; --error: #ff8a80; --warning: #f2b84b; --information: #7ab8ff; --hint: #9aa6b2; } }
body { margin: 2rem auto; max-width: 46rem; padding: 0 1rem; color: var(--ink); background: var(--paper);
  font: 1rem/1.5 Georgia, 'Times New Roman', serif; }
h1 { margin: 0; font-size: 1.6rem; } h2 { margin: 2.5rem 0 .5rem; font-size: 1.15rem; overflow-wrap: anywhere; }
header { border-bottom: 1px solid var(--line); padding-bottom: .75rem; } .summary { margin: .25rem 0 0; }
article { margin: 1rem 0; padding: .1rem 0 .1rem 1rem; border-left: 4px solid var(--hint); break-inside: avoid; }
article.error { border-color: var(--error); } article.warning { border-color: var(--warning); }
article.information { border-color: var(--information); }
.what, .where, .mend, .gap, li { color: var(--faint); font: .85rem/1.5 system-ui, sans-serif; } .what { margin: 0; }
.severity { font-weight: 600; color: var(--hint); } .error .severity, .failed { color: var(--error); }
.warning .severity { color: var(--warning); } .information .severity { color: var(--information); }
.message { margin: .25rem 0; font-weight: 600; }
blockquote { margin: .5rem 0; white-space: pre-wrap; overflow-wrap: anywhere; }
table.kinds { width: 100%; margin: 1rem 0 0; border-collapse: collapse; font: .85rem/1.5 system-ui, sans-serif; }
.kinds caption { text-align: left; color: var(--faint); } .kinds th { font-weight: 400; text-align: left; width: 55%; }
.kinds td { padding: 0 .5rem; text-align: right; font-variant-numeric: tabular-nums; } .kinds .bar { width: 35%; padding: 0; text-align: left; }
.bar span { display: block; height: .7rem; border-radius: 2px; background: var(--information); print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.origin { position: relative; height: .8rem; margin: .5rem 0 0; overflow: hidden; border-radius: 2px; background: var(--line); }
.origin span { position: absolute; top: 0; bottom: 0; min-width: 2px; } .key { margin: .1rem 0 0; }
.key span { display: inline-block; width: .7rem; height: .7rem; margin-left: .3rem; border-radius: 2px; }
.origin span, .key span { forced-color-adjust: none; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.release { background: #c2410c; } .agency { background: #7c3aed; } .web { background: #0f766e; } .ours { background: #0b5cad; }
mark { color: inherit; background: var(--mark); border-radius: 2px; padding: 0 .1em; }
ul { margin: .25rem 0; padding-left: 1.25rem; } .mend { margin: .5rem 0 0; }
@media (forced-colors: active) { .bar span { forced-color-adjust: none; background: CanvasText; } }
@media print { body { margin: 0; max-width: none; font-size: 10.5pt; color: #000; background: #fff; }
  h2 { break-after: avoid; } mark { background: none; text-decoration: underline; text-decoration-thickness: 2px; } }
`;

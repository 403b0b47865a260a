import type { Lines } from '../draft/lines.ts';
import { WRITTEN_HERE } from '../draft/written-here.ts';
import type { SourceKind } from '../sourcing/index.ts';
import type { Checked, Claim, Claims, Standing } from './claims.ts';
import { csvTable } from './csv.ts';
import { inlineMarkdown } from './markdown.ts';
import { type About, aboutInWords, count, inARow, inEnglish, plainWords, type Say } from './report.ts';

/** A draft whose claims are listed for a fact checker. */
export interface SheetFile extends Claims {
  readonly path: string;
  readonly lines: Lines;
}

/** Turns the claims of drafts into a sheet for a fact checker. */
export type SheetFormat = (files: readonly SheetFile[], about?: About, say?: Say) => string;

const STANDINGS: Readonly<Record<Standing, string>> = {
  attributed: 'attributed',
  vague: 'vague source',
  bare: 'no source',
  checked: 'checked',
};

const standingInWords = ({ standing, source }: Claim): string =>
  standing === 'bare' && source !== null ? 'something has no source' : STANDINGS[standing];

const KINDS: Readonly<Record<SourceKind, string>> = {
  named: 'named',
  role: 'a role or a body',
  pronoun: 'named before',
  generic: 'one of many',
  anonymous: 'nobody who could be asked',
};

/** “5 attributed, 2 vague source …”: how the claims of a draft stand. */
export function standingsInWords(claims: readonly Pick<Claim, 'standing'>[], say: Say = inEnglish): string {
  if (claims.length === 0) return say('No claims to check.');
  const of = (standing: Standing) => claims.filter((one) => one.standing === standing).length;
  const counts = [
    [of('attributed'), 'attributed'],
    [of('vague'), 'with a vague source'],
    [of('bare'), 'with no source'],
    [of('checked'), 'checked'],
  ] as const;
  const parts = counts.flatMap(([amount, words]) => (amount > 0 ? [`${amount} ${say(words)}`] : []));
  return `${count(claims.length, say('claim'), say('claims'))}: ${inARow(parts, say('and'))}.`;
}

/** A list to tick off, claim by claim, in Markdown: its words, its source, what to ask and who has checked it. */
export const sheetMarkdown: SheetFormat = (files, about, say = inEnglish) =>
  `${files.map((file) => fileInMarkdown(file, about, say)).join('\n\n')}\n`;

const LEGEND =
  '[ ] is still to be checked, [x] is checked; “attributed”: its source is named; “vague source”: nobody who could be asked; “no source”: nobody is named for it.';

function fileInMarkdown(file: SheetFile, about: About | undefined, say: Say): string {
  const { claims, leftOut, path } = file;
  const parts = [
    `# ${say('Fact-check sheet')}: ${inlineMarkdown(path)}`,
    WRITTEN_HERE,
    ...(about === undefined ? [] : aboutInWords({ about }).map(inlineMarkdown)),
    standingsInWords(claims, say),
    ...(claims.length > 0 ? [say(LEGEND)] : []),
  ];
  if (leftOut.length > 0) {
    const places = leftOut.map(({ span }) => linesOfSpan(file, span, say));
    const why = say('Not listed, as the passage appears twice or is page furniture');
    parts.push(`${why}: ${inARow(places, say('and'))}.`);
  }
  let paragraph: number | undefined;
  let items: string[] = [];
  for (const claim of claims) {
    if (claim.paragraph !== paragraph) {
      if (items.length > 0) parts.push(items.join('\n'));
      items = [];
      paragraph = claim.paragraph;
      const heading = say(`Paragraph ${paragraph + 1}, line ${lineOf(file, claim.span)}`);
      parts.push(`## ${heading}`);
    }
    items.push(itemOf(file, claim, say));
  }
  if (items.length > 0) parts.push(items.join('\n'));
  return parts.join('\n\n');
}

function itemOf(file: SheetFile, claim: Claim, say: Say): string {
  const { words, standing, source, asked, checked } = claim;
  const rest = [
    `${say('Source')}: ${source === null ? say('none') : sourceInWords(file, claim, say)}`,
    ...(asked === undefined ? [] : [`${say('Ask')}: ${inlineMarkdown(say(asked.message))}`]),
    ...(checked === undefined ? [] : [`${say('Checked')}: ${inlineMarkdown(checkedInWords(checked, say))}`]),
  ];
  const box = standing === 'checked' ? '[x]' : '[ ]';
  return [
    `- ${box} **${say(standingInWords(claim))}:** ${inlineMarkdown(inOneLine(words))}`,
    ...rest.map((one) => `  - ${one}`),
  ].join('\n');
}

function sourceInWords(file: SheetFile, { source, cue, span }: Claim, say: Say): string {
  if (source === null) return '';
  const said = cue === null ? '' : say(`, “${inlineMarkdown(plainWords(cue.text))}”`);
  const line = lineOf(file, source.span);
  const elsewhere = line === lineOf(file, span) ? '' : `, ${say(`line ${line}`)}`;
  return `${inlineMarkdown(plainWords(source.text))} (${say(KINDS[source.kind])}${elsewhere})${said}`;
}

const checkedInWords = ({ reason, note, who, when }: Checked, say: Say): string =>
  `${say(reason)}${note ? ` (${note})` : ''}, ${say('by')} ${who}, ${when.slice(0, 10)}`;

const HEADINGS = [
  ...['Draft', 'Paragraph', 'Line', 'Claim', 'Standing', 'Source', 'Kind of source', 'Cue'],
  ...['To ask', 'Code', 'Checked because', 'Note', 'Checked by', 'Checked at'],
];

/** The same as a table for a spreadsheet, a row for each claim. */
const sheetCsv: SheetFormat = (files, _about, say = inEnglish) =>
  csvTable([
    HEADINGS.map(say),
    ...files.flatMap((file) => file.claims.map((claim) => rowOf(file, claim, say))),
  ]);

function rowOf(file: SheetFile, claim: Claim, say: Say): readonly string[] {
  const { span, words, paragraph, source, cue, asked, checked } = claim;
  const place = [file.path, String(paragraph + 1), String(lineOf(file, span))];
  return [
    ...place,
    inOneLine(words),
    say(standingInWords(claim)),
    source === null ? say('none') : plainWords(source.text),
    source === null ? '' : say(KINDS[source.kind]),
    plainWords(cue?.text ?? ''),
    say(asked?.message ?? ''),
    asked?.code ?? checked?.code ?? '',
    say(checked?.reason ?? ''),
    checked?.note ?? '',
    checked?.who ?? '',
    checked?.when ?? '',
  ];
}

/** The sheets by their format; arguments and the protocol go by this table. */
export const SHEETS = {
  markdown: sheetMarkdown,
  csv: sheetCsv,
} as const satisfies Readonly<Record<string, SheetFormat>>;

export type SheetName = keyof typeof SHEETS;

export const SHEET_NAMES = Object.keys(SHEETS) as readonly SheetName[];

const inOneLine = (words: string): string => plainWords(words).replace(/ {2,}/gu, ' ').trim();

/** From 1, as editors count. */
const lineOf = ({ lines }: SheetFile, { start }: Claim['span']): number => lines.positionAt(start).line + 1;

function linesOfSpan(file: SheetFile, span: Claim['span'], say: Say): string {
  const first = lineOf(file, span);
  const last = file.lines.positionAt(span.end).line + 1;
  return say(first === last ? `line ${first}` : `lines ${first} to ${last}`);
}

import { WRITTEN_HERE } from '../draft/written-here.ts';
import type { Finding } from '../engine/finding.ts';
import { excerpt } from './excerpt.ts';
import {
  aboutInWords,
  cleanDrafts,
  inEnglish,
  plainWords,
  type ReportedFile,
  type Reporter,
  type Say,
  SHOWN_AS,
  summaryInWords,
} from './report.ts';

/** A page to paste into a ticket, a wiki or a message: a heading for each draft, an item for each finding. */
export const markdown: Reporter = (report, { say = inEnglish }) => {
  const sections = report.files
    .filter((file) => file.error !== null || file.findings.length > 0)
    .map(
      (file) =>
        `## ${escaped(file.path)}\n\n${[
          ...(file.error === null
            ? []
            : [`${say(file.checked ? 'Not fixed' : 'Not checked')}: ${escaped(say(file.error))}\n`]),
          ...file.findings.map((finding) => item(file, finding, say)),
        ].join('\n')}`,
    );
  const clean = cleanDrafts(report).map((name) => `- ${escaped(name)}`);
  const about = aboutInWords(report).map(escaped);
  const parts = [...about, escaped(summaryInWords(report, say)), ...sections];
  if (clean.length > 0) parts.push(`## ${say('Nothing found in')}`, clean.join('\n'));
  return `${['# Blue Pencil', WRITTEN_HERE, ...parts].join('\n\n')}\n`;
};

function item(file: ReportedFile, finding: Finding, say: Say): string {
  const line = file.lines.positionAt(finding.span.start).line + 1;
  const words = escaped(excerpt(file.text, finding.span));
  return `- **${say(`Line ${line}`)}, ${say(SHOWN_AS[finding.severity])}:** ${escaped(say(finding.message))} (\`${finding.code}\`)\n  > ${words}`;
}

// Words of a draft or a file name must not be taken for markup.
const escaped = (text: string): string => plainWords(text).replace(/[\\`*_{}[\]()<>#+\-!|~&]/gu, '\\$&');

/** Words within a line of Markdown that is also read as it stands: what would be markup there is escaped, and no more. */
export const inlineMarkdown = (text: string): string => plainWords(text).replace(/[\\`*_[\]<>~&]/gu, '\\$&');

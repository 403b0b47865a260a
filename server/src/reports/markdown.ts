import { WRITTEN_HERE } from '../draft/written-here.ts';
import type { Finding } from '../engine/finding.ts';
import { excerpt } from './excerpt.ts';
import {
  aboutInWords,
  cleanDrafts,
  plainWords,
  type ReportedFile,
  type Reporter,
  summaryInWords,
} from './report.ts';

/** A page to paste into a ticket, a wiki or a message: a heading for each draft, an item for each finding. */
export const markdown: Reporter = (report) => {
  const sections = report.files
    .filter((file) => file.error !== null || file.findings.length > 0)
    .map(
      (file) =>
        `## ${escaped(file.path)}\n\n${[
          ...(file.error === null
            ? []
            : [`${file.checked ? 'Not fixed' : 'Not checked'}: ${escaped(file.error)}\n`]),
          ...file.findings.map((finding) => item(file, finding)),
        ].join('\n')}`,
    );
  const clean = cleanDrafts(report).map((name) => `- ${escaped(name)}`);
  const about = aboutInWords(report).map(escaped);
  const parts = [...about, escaped(summaryInWords(report)), ...sections];
  if (clean.length > 0) parts.push('## Nothing found in', clean.join('\n'));
  return `${['# Blue Pencil', WRITTEN_HERE, ...parts].join('\n\n')}\n`;
};

function item(file: ReportedFile, finding: Finding): string {
  const line = file.lines.positionAt(finding.span.start).line + 1;
  const words = escaped(excerpt(file.text, finding.span));
  return `- **Line ${line}, ${finding.severity}:** ${escaped(finding.message)} (\`${finding.code}\`)\n  > ${words}`;
}

// Words of a draft or a file name must not be taken for markup.
const escaped = (text: string): string => plainWords(text).replace(/[\\`*_{}[\]()<>#+\-!|~&]/gu, '\\$&');

/** Words within a line of Markdown that is also read as it stands: what would be markup there is escaped, and no more. */
export const inlineMarkdown = (text: string): string => plainWords(text).replace(/[\\`*_[\]<>~&]/gu, '\\$&');

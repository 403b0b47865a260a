import { type Hover, MarkupKind } from 'vscode-languageserver';
import type { Finding } from '../engine/finding.ts';
import { type Client, docsPage } from './client.ts';
import { kindOf } from './kinds.ts';
import type { LinedText } from './open-text.ts';
import { toRange } from './positions.ts';

/** Says of each finding at a place what it is, what its code stands for, and where to read more. */
export function hoverOver(
  text: LinedText,
  findings: readonly Finding[],
  offset: number,
  client: Client,
): Hover | null {
  const here = findings.filter(({ span }) => span.start <= offset && offset <= span.end);
  // the narrowest is what the pointer is on
  const first = [...here].sort((a, b) => width(a) - width(b))[0];
  if (first === undefined) return null;
  const told = here.map((finding) =>
    client.markdown ? inMarkdown(finding, client) : inPlain(finding, client),
  );
  return {
    contents: {
      kind: client.markdown ? MarkupKind.Markdown : MarkupKind.PlainText,
      value: told.join(client.markdown ? '\n\n---\n\n' : '\n\n'),
    },
    range: toRange(text, first.span),
  };
}

const width = ({ span }: Finding): number => span.end - span.start;

const summaryOf = ({ code }: Finding): string => kindOf(code)?.summary ?? '';

function inMarkdown(finding: Finding, client: Client): string {
  const summary = `**${escaped(summaryOf(finding))}**`;
  // an editor that shows the message shows the code and its link beside it
  if (client.options.messageInHover === true) return summary;
  const link = `[${finding.code}](${docsPage(client, finding.check)})`;
  return `${escaped(finding.message)}\n\n${summary} · ${link}`;
}

function inPlain(finding: Finding, client: Client): string {
  const why = `${summaryOf(finding)} (${finding.code})\n${docsPage(client, finding.check)}`;
  return client.options.messageInHover === true ? why : `${finding.message}\n${why}`;
}

// Words of the draft stand in messages, and may look like markup.
const escaped = (text: string): string => text.replace(/[\\`*_{}[\]()<>#+\-!|~&]/gu, '\\$&');

import { type Hover, MarkupKind } from 'vscode-languageserver';
import type { Options } from '../checks/check.ts';
import type { Finding } from '../engine/finding.ts';
import type { Overrides } from '../engine/plan.ts';
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
  house?: Overrides,
): Hover | null {
  const here = findings.filter(({ span }) => span.start <= offset && offset <= span.end);
  // the narrowest is what the pointer is on
  const first = [...here].sort((a, b) => width(a) - width(b))[0];
  if (first === undefined) return null;
  const told = here.map((finding) =>
    client.markdown ? inMarkdown(finding, client, house) : inPlain(finding, client, house),
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

function inMarkdown(finding: Finding, client: Client, house: Overrides | undefined): string {
  const summary = `**${escaped(summaryOf(finding))}**`;
  const link = `[${finding.code}](${docsPage(client, finding.check)})`;
  const kind = kindOf(finding.code);
  const examples = kind?.examples;
  const rules = [kind?.rule, houseRule(finding, house)].filter((rule) => rule !== undefined);
  return [
    // an editor that shows the message shows the code and its link beside it
    ...(client.options.messageInHover === true
      ? [summary]
      : [escaped(client.say(finding.message)), `${summary} · ${link}`]),
    ...(examples === undefined ? [] : [shown('Wrong', examples.wrong), shown('Right', examples.right)]),
    ...rules.map(escaped),
  ].join('\n\n');
}

const shown = (label: string, copy: string): string =>
  copy.includes('\n') ? `${label}:\n\n${quoted(copy)}` : `${label}: ${escaped(copy)}`;

const quoted = (copy: string): string =>
  copy
    .split('\n')
    .map((line) => `> ${escaped(line)}`.trimEnd())
    .join('\n');

function inPlain(finding: Finding, client: Client, house: Overrides | undefined): string {
  const kind = kindOf(finding.code);
  const examples = kind?.examples;
  return [
    ...(client.options.messageInHover === true ? [] : [finding.message]),
    `${summaryOf(finding)} (${finding.code})`,
    ...(examples === undefined ? [] : [`Wrong: ${examples.wrong}`, `Right: ${examples.right}`]),
    ...[kind?.rule, houseRule(finding, house)].filter((rule) => rule !== undefined),
    docsPage(client, finding.check),
  ].join('\n');
}

/** What the house file says of a finding's kind and of its check. */
function houseRule({ check, code }: Finding, house: Overrides | undefined): string | undefined {
  const severity = house?.severity?.[code];
  const options = house?.checks?.[check];
  const said = [
    ...(severity === undefined ? [] : [`this kind is shown as ${SHOWN_AS[severity]}`]),
    ...(typeof options === 'object'
      ? Object.entries(options).map(([name, value]) => `${name} is ${told(value)}`)
      : []),
  ];
  return said.length === 0 ? undefined : `House style: ${said.join('; ')}.`;
}

/** A house may list hundreds of names, which nobody would read here. */
const MOST_TOLD = 6;

const told = (value: Options[string]): string =>
  typeof value !== 'object'
    ? String(value)
    : value.length > MOST_TOLD
      ? `a list of ${value.length}`
      : value.join(', ');

const SHOWN_AS = {
  error: 'an error',
  warning: 'a warning',
  information: 'information',
  hint: 'a hint',
  off: 'nothing at all',
} as const;

// Words of the draft stand in messages, and may look like markup.
const escaped = (text: string): string => text.replace(/[\\`*_{}[\]()<>#+\-!|~&]/gu, '\\$&');

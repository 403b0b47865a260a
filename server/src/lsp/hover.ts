import { type Hover, MarkupKind } from 'vscode-languageserver';
import type { Options } from '../checks/check.ts';
import type { Finding } from '../engine/finding.ts';
import type { Overrides } from '../engine/plan.ts';
import { type Client, docsPage } from './client.ts';
import { kindOf, kindSaid } from './kinds.ts';
import type { LinedText } from './open-text.ts';
import { toRange } from './positions.ts';
import type { Say } from './say.ts';

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

function inMarkdown(finding: Finding, client: Client, house: Overrides | undefined): string {
  const { say } = client;
  const summary = `**${escaped(kindSaid(finding.code, say))}**`;
  const link = `[${finding.code}](${docsPage(client, finding.check)})`;
  const examples = kindOf(finding.code)?.examples;
  return [
    // an editor that shows the message shows the code and its link beside it
    ...(client.options.messageInHover === true
      ? [summary]
      : [escaped(client.say(finding.message)), `${summary} · ${link}`]),
    ...(examples === undefined
      ? []
      : [shown(say('Wrong'), examples.wrong), shown(say('Right'), examples.right)]),
    ...rulesOf(finding, house, say).map(escaped),
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
  const { say } = client;
  const examples = kindOf(finding.code)?.examples;
  return [
    ...(client.options.messageInHover === true ? [] : [say(finding.message)]),
    `${kindSaid(finding.code, say)} (${finding.code})`,
    ...(examples === undefined
      ? []
      : [`${say('Wrong')}: ${examples.wrong}`, `${say('Right')}: ${examples.right}`]),
    ...rulesOf(finding, house, say),
    docsPage(client, finding.check),
  ].join('\n');
}

/** What handbooks say of a finding's kind, and what the house file says of it and of its check. */
function rulesOf({ check, code }: Finding, house: Overrides | undefined, say: Say): readonly string[] {
  const rule = kindOf(code)?.rule;
  const severity = house?.severity?.[code];
  const options = house?.checks?.[check];
  const ours = [
    ...(severity === undefined ? [] : [say(`this kind is shown as ${SHOWN_AS[severity]}`)]),
    ...(typeof options === 'object'
      ? Object.entries(options).map(([name, value]) => `${name}: ${told(value, say)}`)
      : []),
  ];
  return [
    ...(rule === undefined ? [] : [say(rule)]),
    ...(ours.length === 0 ? [] : [`${say('House style')}: ${ours.join('; ')}.`]),
  ];
}

/** A house may list hundreds of names, which nobody would read here. */
const MOST_TOLD = 6;

const told = (value: Options[string], say: Say): string =>
  typeof value !== 'object'
    ? String(value)
    : value.length > MOST_TOLD
      ? say(`a list of ${value.length}`)
      : value.join(', ');

const SHOWN_AS = {
  error: 'an error',
  warning: 'a warning',
  information: 'a question',
  hint: 'a hint',
  off: 'nothing at all',
} as const;

// Words of the draft stand in messages, and may look like markup.
const escaped = (text: string): string => text.replace(/[\\`*_{}[\]()<>#+\-!|~&]/gu, '\\$&');

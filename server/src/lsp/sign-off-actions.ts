import { type CodeAction, CodeActionKind } from 'vscode-languageserver';
import { isClaim } from '../checks/claims.ts';
import type { Finding } from '../engine/finding.ts';
import { CHECKED_WITH, type Target } from '../house/ledger.ts';
import type { ActionContext } from './action-context.ts';
import type { Client } from './client.ts';
import { toDiagnostic } from './diagnostics.ts';
import { kindInASentence } from './kinds.ts';
import type { ClientCommands, ServerCommands, SignOffTarget } from './protocol.ts';

const REASON_TITLES: readonly (readonly [reason: string, title: string])[] = [
  ['public record', 'Mark as checked: public record'],
  ['witnessed', 'Mark as checked: witnessed'],
  ['common knowledge', 'Mark as checked: common knowledge'],
  [`${CHECKED_WITH} a source`, 'Mark as checked: checked with a source'],
];

/** The ways to settle findings and leave the copy as it is. A client that cannot ask for a reason is offered one action for each. */
export function signOffActions(
  context: ActionContext,
  findings: readonly Finding[],
  client: Client,
): CodeAction[] {
  const [claims, others] = [findings.filter(isClaim), findings.filter((finding) => !isClaim(finding))];
  return findings.flatMap((finding) => {
    const signable = context.signable(finding);
    if (signable === undefined) return [];
    const claim = isClaim(finding);
    const { uri } = context.text;
    const target: SignOffTarget = { uri, ...(claim ? signable.claim : signable.place) };
    // where two stand on the same words, each entry says which it settles
    const which =
      (claim ? claims : others).length > 1 ? `: ${kindInASentence(finding.code, client.say)}` : '';
    const { say } = client;
    const ignore = `${say('Ignore this')}${which}`;
    const actions = client.options.commands?.includes('bluePencil.signOff')
      ? [
          asking(
            claim ? `${say('Mark as checked…')}${which}` : ignore,
            { ...target, claim },
            context.hindrance,
          ),
        ]
      : claim
        ? REASON_TITLES.map(([reason, title]) => direct(`${say(title)}${which}`, target, reason))
        : [direct(ignore, target, 'ignored')];
    const diagnostics = [toDiagnostic(context.text, finding, client)];
    return actions.map((action) => ({ ...action, kind: CodeActionKind.QuickFix, diagnostics }));
  });
}

function asking(
  title: string,
  target: Target & { readonly uri: string; readonly claim: boolean },
  hindrance: string | undefined,
): CodeAction {
  const args: ClientCommands['bluePencil.signOff']['arguments'] = [
    { ...target, ...(hindrance !== undefined && { hindrance }) },
  ];
  return { title, command: { title, command: 'bluePencil.signOff', arguments: [...args] } };
}

function direct(title: string, target: SignOffTarget, reason: string): CodeAction {
  const args: ServerCommands['bluePencil.signOffAs']['arguments'] = [{ target, reason }];
  return { title, command: { title, command: 'bluePencil.signOffAs', arguments: [...args] } };
}

import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { draftSelector } from './drafts.ts';
import { checkedLanguages, openedSchemes } from './languages.ts';
import type { DraftStatus, DraftStatusRequest } from './protocol.ts';
import type { Pulls } from './pulls.ts';
import { checkedInWords, inWords } from './review/findings.ts';
import type { Review } from './review/view.ts';
import { countedFindings } from './summary.ts';

const STATUS: DraftStatusRequest = 'bluePencil/draftStatus';

/** What the status item says of the document in front. */
export interface Said {
  readonly text: string;
  readonly detail?: string;
  readonly severity?: vscode.LanguageStatusSeverity;
  readonly busy?: boolean;
  readonly command?: vscode.Command;
}

export interface Status extends vscode.Disposable {
  /** What is said now; nothing where no document is in front. */
  now(): Said | undefined;
  readonly onDidChange: vscode.Event<void>;
}

/** Makes the item among the language's states that says how the draft in front stands, and how to change that. */
export function createStatus(client: BaseLanguageClient, pulls: Pulls, review: Review): Status {
  const item = vscode.languages.createLanguageStatusItem('bluePencil.status', { pattern: '**' });
  item.name = 'Blue Pencil';
  const changed = new vscode.EventEmitter<void>();
  let current: Said | undefined;
  let turn = 0;

  const say = (said: Said): void => {
    current = said;
    item.text = said.text;
    item.detail = said.detail ?? '';
    item.severity = said.severity ?? vscode.LanguageStatusSeverity.Information;
    item.busy = said.busy ?? false;
    item.command = said.command;
    item.accessibilityInformation = {
      label: `Blue Pencil: ${said.text}${said.detail === undefined ? '' : `, ${said.detail}`}`,
    };
    changed.fire();
  };

  const refresh = async (): Promise<void> => {
    turn += 1;
    const mine = turn;
    const document = vscode.window.activeTextEditor?.document;
    if (document === undefined) {
      current = undefined;
      changed.fire();
      return;
    }
    if (!client.isRunning()) return say(STOPPED);
    if (!isDraft(document)) return say(otherLanguage(document));
    if (pulls.isChecking(document.uri)) return say(CHECKING);
    const status = await client.sendRequest<DraftStatus>(STATUS, { uri: document.uri.toString() }).then(
      (answer) => answer,
      () => undefined,
    );
    // another document came to the front, or this one was changed, while the server was asked
    if (mine === turn) say(status === undefined ? STOPPED : spoken(status, document, review));
  };

  const subscriptions = vscode.Disposable.from(
    item,
    changed,
    vscode.window.onDidChangeActiveTextEditor(refresh),
    vscode.workspace.onDidOpenTextDocument(refresh),
    client.onDidChangeState(refresh),
    pulls.onDidChange(refresh),
    review.onDidChange(refresh),
  );
  void refresh();
  return { now: () => current, onDidChange: changed.event, dispose: () => subscriptions.dispose() };
}

/** Whether a document is one that is checked, by its language and where it is kept. */
export const isDraft = (document: vscode.TextDocument): boolean =>
  vscode.languages.match(draftSelector(openedSchemes(), checkedLanguages()), document) > 0;

const { Error: Grave, Warning } = vscode.LanguageStatusSeverity;

const STOPPED: Said = {
  text: vscode.l10n.t('The checker is not running'),
  detail: vscode.l10n.t('Drafts are not being checked'),
  severity: Grave,
  command: { title: vscode.l10n.t('Restart'), command: 'bluePencil.restart' },
};

const OTHER_LANGUAGE: Said = {
  text: vscode.l10n.t('Not checked'),
  detail: vscode.l10n.t('Its language is not one of those that are checked'),
  command: { title: vscode.l10n.t('Change Language'), command: 'workbench.action.editor.changeLanguageMode' },
};

/** A page stays what it is: whoever wants it checked asks for its language. */
const otherLanguage = ({ languageId }: vscode.TextDocument): Said =>
  languageId === 'html'
    ? { ...OTHER_LANGUAGE, command: settingsCommand(vscode.l10n.t('Change'), 'bluePencil.languages') }
    : OTHER_LANGUAGE;

const CHECKING: Said = { text: vscode.l10n.t('Checking'), busy: true };

function spoken(status: DraftStatus, document: vscode.TextDocument, review: Review): Said {
  if (status.state === 'checked') {
    const counts = review.counts(document.uri);
    const left = counts.fix + counts.ask;
    return {
      text: inWords({ ...counts, checked: 0 }),
      ...(left > 0 && { detail: countedFindings(left, vscode.l10n.t) }),
      ...(left === 0 && counts.checked > 0 && { detail: checkedInWords(counts.checked) }),
      ...(counts.fix > 0 && { severity: Warning }),
      command:
        left > 0
          ? { title: vscode.l10n.t('Next Finding'), command: 'bluePencil.nextFinding' }
          : { title: vscode.l10n.t('Show Review'), command: 'bluePencil.review.focus' },
    };
  }
  switch (status.why) {
    case 'settings':
      return {
        text: vscode.l10n.t('Not checked'),
        detail: vscode.l10n.t('Checking is switched off in the settings'),
        command: settingsCommand(vscode.l10n.t('Change'), 'bluePencil.enable'),
      };
    case 'house file':
      return {
        text: vscode.l10n.t('Not checked'),
        detail: vscode.l10n.t('The house file says to leave this file alone'),
        command: openHouseFile(status.house),
      };
    case 'language':
      return otherLanguage(document);
    case 'too large':
      return {
        text: vscode.l10n.t('Not checked'),
        detail: vscode.l10n.t('The draft is larger than the limit'),
        severity: Warning,
        command:
          status.house === undefined
            ? settingsCommand(vscode.l10n.t('Change the Limit'), 'bluePencil.maxFileSize')
            : openHouseFile(status.house),
      };
    case 'failed':
      return {
        text: vscode.l10n.t('Not checked'),
        detail: vscode.l10n.t('The check failed; the log says why'),
        severity: Grave,
        command: { title: vscode.l10n.t('Show Log'), command: 'bluePencil.showLog' },
      };
    case 'not open':
      return CHECKING;
  }
}

const openHouseFile = (house: string): vscode.Command => ({
  title: vscode.l10n.t('Open House File'),
  command: 'vscode.open',
  arguments: [vscode.Uri.parse(house)],
});

const settingsCommand = (title: string, setting: string): vscode.Command => ({
  title,
  command: 'workbench.action.openSettings',
  arguments: [setting],
});

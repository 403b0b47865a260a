import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { inWords, isClean, readingTime, wordsIn } from './counts.ts';
import { ON_REQUEST } from './formats.ts';
import { isDraft } from './languages.ts';
import type { DraftStatus, DraftStatusParams, DraftStatusRequest } from './protocol.ts';
import type { Pulls } from './pulls.ts';
import { nameOf } from './review/findings.ts';
import type { Review } from './review/view.ts';

const STATUS: DraftStatusRequest = 'bluePencil/draftStatus';

/** What the status items say of the document in front. */
export interface Said {
  readonly text: string;
  readonly detail?: string;
  readonly severity?: vscode.LanguageStatusSeverity;
  readonly busy?: boolean;
  readonly command?: vscode.Command;
  /** It is a draft that is checked, or is being checked. */
  readonly draft?: true;
  /** It is a house file, whose length nobody asks for. */
  readonly house?: true;
}

export interface Status extends vscode.Disposable {
  /** What is said now; nothing where no document is in front. */
  now(): Said | undefined;
  /** What the item in the status bar shows; nothing where it is hidden. */
  bar(): string | undefined;
  readonly onDidChange: vscode.Event<void>;
}

/**
 * Makes the item among the language's states that says how the draft in front stands, and how to change that; and an item in the
 * status bar with what is left, how long the draft is, and the way to the review.
 */
export function createStatus(client: BaseLanguageClient, pulls: Pulls, review: Review): Status {
  const item = vscode.languages.createLanguageStatusItem('bluePencil.status', { pattern: '**' });
  item.name = 'Blue Pencil';
  const bar = vscode.window.createStatusBarItem('bluePencil.draft', vscode.StatusBarAlignment.Right, 110);
  bar.name = 'Blue Pencil';
  const changed = new vscode.EventEmitter<void>();
  const lengthOf = createLengths();
  // how many words of a text are none of the draft’s copy, by the last check of it
  const notCopy = new WeakMap<vscode.TextDocument, number>();
  // how many words of the copy are selected, by the selections that were asked about
  let marked: { readonly of: readonly vscode.Selection[]; readonly words: number } | undefined;
  let current: Said | undefined;
  let shown = false;
  let turn = 0;

  const front = (state: 'checked' | 'paused' | 'other' | 'none'): void =>
    void vscode.commands.executeCommand('setContext', 'bluePencil.front', state);

  const drawBar = (): void => {
    const editor = vscode.window.activeTextEditor;
    shown =
      editor !== undefined && current !== undefined && (current.draft === true || isDraft(editor.document));
    if (!shown || editor === undefined || current === undefined) {
      bar.hide();
      return;
    }
    const words = Math.max(0, lengthOf(editor.document) - (notCopy.get(editor.document) ?? 0));
    const chosen = marked?.of === editor.selections ? marked.words : 0;
    const { l10n } = vscode;
    const length =
      chosen > 0
        ? l10n.t('{0} of {1} words', chosen, words)
        : words === 1
          ? l10n.t('1 word')
          : l10n.t('{0} words', words);
    const time = l10n.t('{0} min', readingTime(chosen || words));
    bar.text = `$(edit) ${current.text}${current.house ? '' : ` · ${length}, ${time}`}`;
    bar.tooltip = [
      `Blue Pencil: ${[nameOf(editor.document.uri), current.text].join(': ')}`,
      ...(current.detail === undefined ? [] : [current.detail]),
      ...(current.house
        ? []
        : [
            `${length}. ${l10n.t('Reading time: {0} min', readingTime(chosen || words))}`,
            l10n.t('Words of the copy count, not front matter, addresses and markup.'),
          ]),
    ].join('\n');
    bar.command =
      current.draft === true
        ? { title: l10n.t('Show Review'), command: 'bluePencil.review.focus' }
        : current.command;
    bar.accessibilityInformation = {
      label: `Blue Pencil: ${[current.text, ...(current.house ? [] : [length, time])].join(', ')}`,
    };
    bar.show();
  };

  const say = (said: Said): void => {
    current = said;
    front(said === PAUSED ? 'paused' : said.draft === true ? 'checked' : 'other');
    item.text = said.text;
    item.detail = said.detail ?? '';
    item.severity = said.severity ?? vscode.LanguageStatusSeverity.Information;
    item.busy = said.busy ?? false;
    item.command = said.command;
    item.accessibilityInformation = {
      label: `Blue Pencil: ${said.text}${said.detail === undefined ? '' : `, ${said.detail}`}`,
    };
    drawBar();
    changed.fire();
  };

  const refresh = async (): Promise<void> => {
    turn += 1;
    const mine = turn;
    const document = vscode.window.activeTextEditor?.document;
    if (document === undefined) {
      current = undefined;
      front('none');
      review.inFront(undefined);
      drawBar();
      changed.fire();
      return;
    }
    const other = !client.isRunning()
      ? STOPPED
      : !isDraft(document)
        ? otherLanguage(document)
        : pulls.isPaused(document.uri)
          ? PAUSED
          : undefined;
    if (other !== undefined) {
      review.inFront(undefined);
      return say(other);
    }
    if (pulls.isChecking(document.uri)) return say(CHECKING);
    const status = await client.sendRequest<DraftStatus>(STATUS, { uri: document.uri.toString() }).then(
      (answer) => answer,
      () => undefined,
    );
    // another document came to the front, or this one was changed, while the server was asked
    if (mine !== turn) return;
    review.inFront(status?.state === 'checked' ? document.uri : undefined);
    if (status?.state === 'checked' && status.words !== undefined)
      notCopy.set(document, lengthOf(document) - status.words);
    say(status === undefined ? STOPPED : spoken(status, document, review));
  };

  let counting = false;
  const countSelected = async (): Promise<void> => {
    const editor = vscode.window.activeTextEditor;
    if (counting || editor === undefined || current?.draft !== true || !client.isRunning()) return;
    const { document, selections } = editor;
    const { asUri, asRange } = client.code2ProtocolConverter;
    const selected = selections.filter(({ isEmpty }) => !isEmpty).map((one) => asRange(one));
    if (selected.length === 0) return;
    counting = true;
    const asked: DraftStatusParams = { uri: asUri(document.uri), selected };
    const status = await client.sendRequest<DraftStatus>(STATUS, asked).catch(() => undefined);
    counting = false;
    if (status?.state === 'checked' && status.selected !== undefined)
      marked = { of: selections, words: status.selected };
    // it may have grown meanwhile
    if (editor === vscode.window.activeTextEditor && editor.selections !== selections) await countSelected();
    else {
      drawBar();
      changed.fire();
    }
  };

  const subscriptions = vscode.Disposable.from(
    item,
    bar,
    changed,
    vscode.window.onDidChangeActiveTextEditor(refresh),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor !== vscode.window.activeTextEditor) return;
      drawBar();
      void countSelected();
    }),
    vscode.workspace.onDidOpenTextDocument(refresh),
    client.onDidChangeState(refresh),
    pulls.onDidChange(refresh),
    review.onDidChange(refresh),
  );
  void refresh();
  return {
    now: () => current,
    bar: () => (shown ? bar.text : undefined),
    onDidChange: changed.event,
    dispose: () => subscriptions.dispose(),
  };
}

/** Counts a document's words once for each state of its text. */
function createLengths(): (document: vscode.TextDocument) => number {
  const known = new WeakMap<vscode.TextDocument, { readonly version: number; readonly words: number }>();
  return (document) => {
    const before = known.get(document);
    if (before?.version === document.version) return before.words;
    const words = wordsIn(document.getText());
    known.set(document, { version: document.version, words });
    return words;
  };
}

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
  ON_REQUEST.includes(languageId)
    ? { ...OTHER_LANGUAGE, command: settingsCommand(vscode.l10n.t('Change'), 'bluePencil.languages') }
    : OTHER_LANGUAGE;

const PAUSED: Said = {
  text: vscode.l10n.t('Paused'),
  detail: vscode.l10n.t('This draft is not checked until you resume, or open it anew'),
  command: { title: vscode.l10n.t('Resume'), command: 'bluePencil.resumeDraft' },
};

const CHECKING: Said = { text: vscode.l10n.t('Checking'), busy: true, draft: true };

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function spoken(status: DraftStatus, document: vscode.TextDocument, review: Review): Said {
  if (status.state === 'checked') {
    const counts = review.counts(document.uri);
    const left = review.rows(document.uri).length > 0;
    return {
      text: capital(inWords(counts, vscode.l10n.t)),
      ...(isClean(counts) && { detail: nameOf(document.uri) }),
      ...(counts.fix > 0 && { severity: Warning }),
      draft: true,
      command: left
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
    case 'written here':
      return {
        text: vscode.l10n.t('Not checked'),
        detail: vscode.l10n.t('Blue Pencil has written this page'),
      };
    case 'house file':
      return {
        text: vscode.l10n.t('Not checked'),
        detail: vscode.l10n.t('The house file says to leave this file alone'),
        command: openHouseFile(status.house),
      };
    case 'is house file':
      return status.faults > 0
        ? {
            text: vscode.l10n.t('House file: has a fault'),
            detail: vscode.l10n.t('What held before stays in force'),
            severity: Grave,
            command: { title: vscode.l10n.t('Next Fault'), command: 'editor.action.marker.next' },
            house: true,
          }
        : {
            text: document.isDirty
              ? vscode.l10n.t('House file: not saved yet')
              : vscode.l10n.t('House file: in force'),
            house: true,
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

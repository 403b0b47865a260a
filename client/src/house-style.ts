import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { showInformation } from './notices.ts';
import type { HouseStyleParams, HouseStyleRequest } from './protocol.ts';

const SCHEME = 'blue-pencil-style';
const HOUSE_STYLE: HouseStyleRequest = 'bluePencil/houseStyle';
const SETTINGS = [
  'enable',
  'languages',
  'checks',
  'severity',
  'dialect',
  'names',
  'reportingVerbs',
  'wording',
  'extends',
  'maxFileSize',
  'delay',
] as const;

/** Registers the command that shows what holds for the draft in front, and where each value is said. */
export function registerHouseStyle(client: BaseLanguageClient): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const show = async (): Promise<void> => {
    const about = vscode.window.activeTextEditor?.document.uri ?? vscode.workspace.workspaceFolders?.[0]?.uri;
    if (about === undefined) {
      void showInformation(vscode.l10n.t('Open a draft first: the house style is shown for one draft.'));
      return;
    }
    const page = vscode.Uri.from({
      scheme: SCHEME,
      path: `/${vscode.l10n.t('House style for {0}', about.path.slice(about.path.lastIndexOf('/') + 1))}.md`,
      query: about.toString(),
    });
    // one that is open may be older than the settings
    changed.fire(page);
    await vscode.commands.executeCommand('vscode.openWith', page, 'vscode.markdown.preview.editor');
  };
  return vscode.Disposable.from(
    changed,
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: changed.event,
      provideTextDocumentContent: ({ query }) => {
        const about = vscode.Uri.parse(query);
        const params: HouseStyleParams = {
          uri: client.code2ProtocolConverter.asUri(about),
          layers: layersFor(about),
        };
        return client.sendRequest<string>(HOUSE_STYLE, params);
      },
    }),
    vscode.commands.registerCommand('bluePencil.showHouseStyle', show),
  );
}

/** What the settings say for a resource, layer by layer, the weakest first. */
function layersFor(uri: vscode.Uri): HouseStyleParams['layers'] {
  const settings = vscode.workspace.getConfiguration('bluePencil', uri);
  const said = SETTINGS.map((key) => ({ key, value: settings.inspect(key) }));
  const layer = (name: string, from: 'globalValue' | 'workspaceValue' | 'workspaceFolderValue') => ({
    name,
    settings: Object.fromEntries(
      said.flatMap(({ key, value }) => (value?.[from] === undefined ? [] : [[key, value[from]]])),
    ),
  });
  // with one folder open its settings are the workspace's too
  const several = vscode.workspace.workspaceFile !== undefined;
  return [
    layer('your settings', 'globalValue'),
    layer(several ? 'workspace settings' : 'folder settings', 'workspaceValue'),
    ...(several ? [layer('folder settings', 'workspaceFolderValue')] : []),
  ];
}

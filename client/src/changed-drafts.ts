import * as vscode from 'vscode';

// What is used of the API of VS Code's own git extension (extensions/git/src/api/git.d.ts in microsoft/vscode).
interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): { readonly repositories: readonly Repository[] };
}
interface Repository {
  status(): Promise<void>;
  readonly state: {
    readonly indexChanges: readonly Change[];
    readonly workingTreeChanges: readonly Change[];
    readonly mergeChanges: readonly Change[];
    readonly untrackedChanges?: readonly Change[];
  };
}
interface Change {
  readonly uri: vscode.Uri;
}

/** The files that git has as changed or new in the open folders; undefined where git is not at hand. */
export async function changedFiles(): Promise<readonly vscode.Uri[] | undefined> {
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
  const git = await extension?.activate();
  if (git?.enabled !== true) return undefined;
  const { repositories } = git.getAPI(1);
  const uris = new Map<string, vscode.Uri>();
  for (const repository of repositories) {
    await repository.status();
    const { indexChanges, workingTreeChanges, mergeChanges, untrackedChanges = [] } = repository.state;
    for (const { uri } of [...indexChanges, ...workingTreeChanges, ...mergeChanges, ...untrackedChanges])
      uris.set(uri.toString(), uri);
  }
  const there = await Promise.all([...uris.values()].map(async (uri) => ((await exists(uri)) ? [uri] : [])));
  return there.flat();
}

// A draft that was deleted is a change too.
const exists = (uri: vscode.Uri): Thenable<boolean> =>
  vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );

import * as vscode from 'vscode';

/** Opens a copy of the sample draft, which belongs to no file, so that nothing is lost by trying things out on it. */
export async function openSample(extension: vscode.Uri): Promise<void> {
  const sample = vscode.Uri.joinPath(extension, 'docs', 'walkthrough', 'sample.draft');
  const content = new TextDecoder().decode(await vscode.workspace.fs.readFile(sample));
  const document = await vscode.workspace.openTextDocument({ language: 'news-draft', content });
  await vscode.window.showTextDocument(document);
}

import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ClientRequest, FileRead, FileToRead, FolderRead, FolderToRead } from './protocol.ts';
import { errorMessage } from './trouble.ts';

/**
 * Reads files for the server that it cannot reach itself: in a browser all of them, on a desktop those that are not on
 * disk. Nothing outside the open folders is read.
 */
export function readFilesFor(client: BaseLanguageClient): vscode.Disposable {
  const file: ClientRequest = 'bluePencil/readFile';
  const folder: ClientRequest = 'bluePencil/readFolder';
  return vscode.Disposable.from(
    client.onRequest<FileRead, never>(file, ({ uri, largest }: FileToRead) =>
      readFile(vscode.Uri.parse(uri), largest),
    ),
    client.onRequest<FolderRead, never>(folder, ({ uri }: FolderToRead) => readFolder(vscode.Uri.parse(uri))),
  );
}

async function readFile(uri: vscode.Uri, largest: number): Promise<FileRead> {
  if (vscode.workspace.getWorkspaceFolder(uri) === undefined) return { missing: true };
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > largest) return { tooLarge: size };
    return { base64: base64Of(await vscode.workspace.fs.readFile(uri)) };
  } catch (error) {
    const missing = error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
    return missing ? { missing } : { failed: errorMessage(error) };
  }
}

async function readFolder(uri: vscode.Uri): Promise<FolderRead> {
  if (vscode.workspace.getWorkspaceFolder(uri) === undefined) return { files: [], folders: [] };
  try {
    const entries = await vscode.workspace.fs.readDirectory(uri);
    const named = (wanted: (type: vscode.FileType) => boolean): string[] =>
      entries.filter(([, type]) => wanted(type)).map(([name]) => name);
    return {
      // a link to a file is a file with one bit more; a link to a folder may lead in circles
      files: named((type) => (type & vscode.FileType.File) !== 0),
      folders: named((type) => type === vscode.FileType.Directory),
    };
  } catch (error) {
    return { failed: errorMessage(error) };
  }
}

/** In pieces, since a call takes no more than some ten thousand arguments. */
function base64Of(bytes: Uint8Array): string {
  const PIECE = 8192;
  let binary = '';
  for (let start = 0; start < bytes.length; start += PIECE) {
    binary += String.fromCharCode(...bytes.subarray(start, start + PIECE));
  }
  return btoa(binary);
}

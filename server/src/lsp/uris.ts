import { URI, Utils } from 'vscode-uri';

/** A URI in one spelling: clients differ in what they escape, and a file is one file. */
export function normalizeUri(uri: string): string {
  try {
    return URI.parse(uri).toString();
  } catch {
    return uri;
  }
}

/** The last part of a URI's path; empty for one that cannot be read. */
export function fileName(uri: string): string {
  try {
    return Utils.basename(URI.parse(uri));
  } catch {
    return '';
  }
}

/** Whether a file lies in a folder, at whatever depth. */
export const inFolder = (uri: string, folder: string): boolean =>
  normalizeUri(uri).startsWith(`${normalizeUri(folder).replace(/\/$/u, '')}/`);

/** Where something is that lay in a folder, or was it, once that is in one of some other places. */
export const movedAlong = (uri: string, from: string, to: readonly string[]): readonly string[] =>
  to.map((place) => normalizeUri(place) + normalizeUri(uri).slice(normalizeUri(from).length));

/** A file's path within a folder, as a person reads it. */
export const pathIn = (uri: string, folder: string): string =>
  decodeURIComponent(normalizeUri(uri).slice(normalizeUri(folder).replace(/\/$/u, '').length + 1));

/** The innermost of some folders that a file lies in. */
export const nearestFolder = (uri: string, folders: readonly string[]): string | undefined =>
  folders.filter((folder) => inFolder(uri, folder)).sort((a, b) => b.length - a.length)[0];

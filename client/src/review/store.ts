import * as vscode from 'vscode';
import type { Counts } from '../counts.ts';
import { count, inOrder, type Row, rowsOf } from './findings.ts';

/** What is found in the drafts, as VS Code was told of it, and how many findings of each are settled in the ledger. */
export interface FindingStore {
  all(): readonly Row[];
  rows(uri: vscode.Uri): readonly Row[];
  /** Reads again what is found in a draft; whether that is something else than before. */
  read(uri: vscode.Uri): boolean;
  settled(uri: vscode.Uri): number;
  setSettled(uri: vscode.Uri, count: number): void;
  /** Forgets what is settled: a checker that starts tells it anew. */
  forgetSettled(): void;
  anySettled(): boolean;
  /** What is left in all drafts, or in one. */
  counts(uri?: vscode.Uri): Counts;
}

/**
 * Makes the store, empty.
 * @param isChecking whether a draft is being checked: what is found in it is told in a moment.
 */
export function createFindingStore(isChecking: (uri: vscode.Uri) => boolean): FindingStore {
  const drafts = new Map<string, readonly Row[]>();
  const settledIn = new Map<string, number>();
  const rows = (uri: vscode.Uri): readonly Row[] => drafts.get(uri.toString()) ?? [];
  const all = (): readonly Row[] => inOrder([...drafts.values()]);
  const settled = (uri: vscode.Uri): number => settledIn.get(uri.toString()) ?? 0;
  const countAll = (): Counts => {
    let sum = 0;
    for (const here of settledIn.values()) sum += here;
    return count(all(), sum);
  };
  return {
    all,
    rows,
    read(uri) {
      const found = rowsOf(uri, vscode.languages.getDiagnostics(uri));
      // a draft that has just been opened: what was told of the file is taken back, and is told of the document in a moment
      if (found.length === 0 && isChecking(uri)) return false;
      // the rows that the view has are kept as long as they say the same
      if (alike(found, rows(uri))) return false;
      if (found.length === 0) drafts.delete(uri.toString());
      else drafts.set(uri.toString(), found);
      return true;
    },
    settled,
    setSettled(uri, number) {
      if (number === 0) settledIn.delete(uri.toString());
      else settledIn.set(uri.toString(), number);
    },
    forgetSettled: () => settledIn.clear(),
    anySettled: () => settledIn.size > 0,
    counts: (uri) => (uri === undefined ? countAll() : count(rows(uri), settled(uri))),
  };
}

const alike = (a: readonly Row[], b: readonly Row[]): boolean =>
  a.length === b.length &&
  a.every((row, i) => {
    const other = b[i];
    return (
      other !== undefined &&
      row.id === other.id &&
      row.severity === other.severity &&
      row.fix === other.fix &&
      row.words === other.words &&
      row.claim === other.claim &&
      row.from?.share === other.from?.share &&
      row.range.isEqual(other.range)
    );
  });

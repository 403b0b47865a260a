import type { Encoding } from '../draft/decode.ts';
import type { Format } from '../draft/draft.ts';
import type { Span } from '../draft/span.ts';
import type { Finding } from '../engine/finding.ts';
import { errorMessage } from '../trouble.ts';
import type { FileProblem } from './draft-file.ts';

/** What came of checking one file. */
export interface FileReport {
  readonly path: string;
  /** As it stands now, mended if mending was asked for; empty where the file could not be read. */
  readonly text: string;
  /** As it would be mended, where that was only to be shown. */
  readonly mended?: string;
  readonly format: Format;
  readonly findings: readonly Finding[];
  /** Why the file was not checked, or not mended. */
  readonly problem?: FileProblem;
  /** Checks that failed on this file; what the others found is kept. */
  readonly failures: readonly CheckFailure[];
  /** What was not judged as a whole; absent where all was. */
  readonly notes?: readonly Note[];
  /** What was in the way of comparing it with archives, in sentences; all else was done. */
  readonly troubles?: readonly string[];
  /** How many safe fixes were applied. */
  readonly fixed: number;
  /** How many findings the baseline knows; they are left out of `findings`. */
  readonly known: number;
  /** How many findings the ledger settles; they are left out of `findings`. */
  readonly settled: number;
  /** How the file is written, where that is not UTF-8. */
  readonly encoding?: Encoding;
  /** How long it took, if that was asked for; nothing where an earlier run has found it. */
  readonly took?: Took;
  /** The reporting verbs of the house that were taken into account; all else of a report is plain data too, to be sent between threads. */
  readonly reportingVerbs?: readonly string[];
}

/** How long a draft took, in milliseconds. */
export interface Took {
  readonly all: number;
  /** By the ids of the checks; what several of them share counts for the first that asks for it. */
  readonly checks: Readonly<Record<string, number>>;
}

/** A remark on a place in a draft that is no finding. */
export interface Note {
  readonly span: Span;
  /** The line that it begins in, from 1. */
  readonly line: number;
  /** The ids of the checks that did not see it, or not as one. */
  readonly checks: readonly string[];
  readonly message: string;
}

/** A check that threw: a fault of ours, not of the draft. */
export interface CheckFailure {
  /** The check's id. */
  readonly check: string;
  readonly message: string;
}

/** The report of a file on which we failed: that is told, and every other file is checked. */
export function fallen(path: string, name: string, error: unknown): FileReport {
  const why = errorMessage(error);
  const message = `${name} could not be checked: ${why.replace(/[.]?$/u, '.')} This is a fault in Blue Pencil, not in the draft.`;
  return { ...emptyReport(path), problem: { path, kind: 'failed', message } };
}

/** The report of a file in which nothing was checked. */
export const emptyReport = (path: string): FileReport => ({
  path,
  text: '',
  format: 'plain',
  findings: [],
  failures: [],
  fixed: 0,
  known: 0,
  settled: 0,
});

import { fileJson } from './json.ts';
import { printJsonLine, type ReportedFile, type Reporter } from './report.ts';

/** A line of JSON for each draft, as `json` has it in `files`. */
export const ndjson: Reporter = (report) => report.files.map((file) => draftLine(file)).join('');

/**
 * A draft as a line of JSON.
 * @param name what tells it from other drafts, in place of its path.
 */
export const draftLine = (file: ReportedFile, name: object = { path: file.path }): string =>
  printJsonLine({ ...name, ...fileJson(file) });

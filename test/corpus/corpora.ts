import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** One text of a corpus. */
export interface Text {
  readonly corpus: string;
  readonly id: string;
  readonly text: string;
}

/** Where the corpora lie: beside the repository, never in it. */
export const CORPORA = fileURLToPath(new URL('../../../shared/corpora', import.meta.url));

/** Clean news that no check is tuned to alarm on; what is still wrong in it is genuine. */
export const CLEAN_DEV = ['bbc-dev', 'polnear-dev', 'wikinews'] as const;

/** The names of the corpora that can be read; none where the corpora are absent. */
export const corpusNames = (folder = CORPORA): readonly string[] => filesIn(folder).map(nameOf);

/**
 * Reads corpora by name (`bbc-dev`, `wikinews`).
 * @throws Error if the corpora are absent or one of the names is none of them.
 */
export function readCorpora(names: readonly string[], folder = CORPORA): readonly Text[] {
  if (!existsSync(folder))
    throw new Error(
      'The corpora are absent: they are looked for in ../shared/corpora, beside this repository.',
    );
  const paths = filesIn(folder);
  return names.flatMap((name) => {
    const path = paths.find((one) => nameOf(one) === name);
    if (path === undefined)
      throw new Error(`There is no corpus “${name}”. There are: ${corpusNames(folder).join(', ')}.`);
    return readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line, i) => textOf(name, JSON.parse(line), i));
  });
}

function textOf(corpus: string, record: { id?: string; doc?: string; text: string }, line: number): Text {
  return { corpus, id: record.id ?? record.doc ?? `line ${line + 1}`, text: record.text };
}

const nameOf = (path: string): string => basename(path, '.jsonl');

const filesIn = (folder: string): readonly string[] =>
  ['measure', 'open']
    .map((kind) => join(folder, kind))
    .filter((path) => existsSync(path))
    .flatMap((path) => readdirSync(path).map((file) => join(path, file)))
    .filter((path) => path.endsWith('.jsonl'));

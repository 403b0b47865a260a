import { parseArgs } from 'node:util';
import { DATES_FROM, type Wanted } from '../archive/stories.ts';
import type { Check, Severity } from '../checks/check.ts';
import { didYouMean } from '../house/suggest.ts';
import { type FormatName, REPORT_FORMATS } from '../reports/index.ts';
import { GROUPINGS, inARow } from '../reports/report.ts';
import { STORY_KINDS, type StoryKind } from '../reuse/archived.ts';
import type { DraftArgs } from './gather.ts';
import { UserError } from './io.ts';
import {
  ARCHIVE_ACTIONS,
  COMMAND_NAMES,
  type CommandName,
  FAIL_ON,
  INPUTS,
  LIST_FORMATS,
  optionsOf,
  PRINTS_FORMATS,
  SHELLS,
  SOURCES_FORMATS,
} from './options.ts';

const FORMATS = Object.keys(REPORT_FORMATS) as readonly FormatName[];

export interface CheckArgs extends DraftArgs {
  readonly command: 'check';
  readonly format: FormatName;
  readonly output: string | undefined;
  readonly groupBy: (typeof GROUPINGS)[number];
  readonly verbose: boolean;
  readonly fix: boolean;
  /** Only shows what `fix` would do. */
  readonly fixDryRun: boolean;
  /** Whether standard input is one draft, or a draft a line. */
  readonly input: (typeof INPUTS)[number];
  /** Whether what editors have settled is left out. */
  readonly ledger: boolean;
  /** Check ids; empty for all. */
  readonly only: readonly string[];
  readonly failOn: Severity | 'never';
  /** Whether what was found in drafts that are as they were is remembered. */
  readonly cache: boolean;
  readonly cacheFolder: string | undefined;
  /** Folders of archives. */
  readonly archives: readonly string[];
  readonly baseline: string | undefined;
  readonly updateBaseline: boolean;
}

export interface SourcesArgs extends DraftArgs {
  readonly command: 'sources';
  readonly format: (typeof SOURCES_FORMATS)[number];
  readonly output: string | undefined;
}

export interface ArchiveArgs {
  readonly command: 'archive';
  readonly action: (typeof ARCHIVE_ACTIONS)[number];
  /** The archive's folder. */
  readonly folder: string;
  /** Paths to add or import, or ids to remove. */
  readonly rest: readonly string[];
  readonly wanted: Wanted;
  readonly jobs: number;
  readonly quiet: boolean;
  /** In bytes. */
  readonly maxBytes: number | undefined;
}

export interface FingerprintArgs {
  readonly command: 'fingerprint';
  readonly format: (typeof PRINTS_FORMATS)[number];
  readonly kind: StoryKind;
  /** In bytes. */
  readonly maxBytes: number | undefined;
}

export type Args =
  | CheckArgs
  | SourcesArgs
  | {
      readonly command: 'checks';
      readonly format: (typeof LIST_FORMATS)[number];
      readonly config: string | undefined;
    }
  | ArchiveArgs
  | FingerprintArgs
  | { readonly command: 'explain'; readonly about: string }
  | { readonly command: 'init'; readonly folder: string | undefined }
  | { readonly command: 'completion'; readonly shell: (typeof SHELLS)[number] }
  | { readonly command: 'help'; readonly about: CommandName | undefined }
  | { readonly command: 'version' };

/**
 * Reads a command line.
 * @throws UserError, in plain words, if it can't be understood.
 */
export function readArgs(argv: readonly string[], checks: readonly Check[]): Args {
  const [first, ...rest] = argv;
  if (first === undefined)
    throw new UserError(
      'What should be done? “blue-pencil check” checks the drafts in this folder; “blue-pencil --help” says the rest.',
    );
  if (first === '--help' || first === '-h' || first === 'help') {
    const about = COMMAND_NAMES.find((name) => name === rest[0]);
    return { command: 'help', about };
  }
  if (first === '--version' || first === '-v' || first === 'version') return { command: 'version' };
  const command = COMMAND_NAMES.find((name) => name === first);
  if (command === undefined) throw new UserError(unknownCommand(first));

  const said = saidOf(readOptions(command, rest));
  const { values, positionals, text, oneOf } = said;
  if (values.help === true) return { command: 'help', about: command };
  if (positionals.includes(''))
    throw new UserError('A path is empty. Name a file or a folder, or nothing for this folder.');
  switch (command) {
    case 'check':
      return readCheck(said, checks);
    case 'sources':
      return {
        command,
        ...readDrafts(said),
        format: oneOf('format', SOURCES_FORMATS, 'text'),
        output: text('output'),
      };
    case 'archive':
      return readArchive(said);
    case 'fingerprint':
      return readFingerprint(said);
    case 'checks':
      if (positionals.length > 0)
        throw new UserError(
          `“checks” lists what is checked and takes no files. To check a draft: blue-pencil check ${positionals[0]}`,
        );
      return { command, format: oneOf('format', LIST_FORMATS, 'text'), config: text('config') };
    case 'init':
      if (positionals.length > 1) throw new UserError('“init” takes one folder at most.');
      return { command, folder: positionals[0] };
    case 'explain':
      return readExplain(said);
    case 'completion':
      return readCompletion(said);
  }
}

/** What was said on a command line after its command, and two ways to ask for an option. */
interface Said extends Read {
  text(name: string): string | undefined;
  /** What an option that has only so many values was given, or its standard. */
  oneOf<T extends string>(name: string, allowed: readonly T[], standard: T): T;
  /** In bytes. */
  readonly maxBytes: number | undefined;
}

function saidOf(read: Read): Said {
  const text = (name: string): string | undefined => {
    const value = read.values[name];
    return typeof value === 'string' ? value : undefined;
  };
  return {
    ...read,
    text,
    oneOf(name, allowed, standard) {
      const said = text(name);
      if (said === undefined) return standard;
      const found = allowed.find((one) => one === said);
      if (found === undefined) {
        throw new UserError(
          `--${name} cannot be “${said}”; it can be ${allowed.join(', ')}.${didYouMean(said, allowed)}`,
        );
      }
      return found;
    },
    get maxBytes() {
      return scaled(wholeNumber('max-size', text('max-size')));
    },
  };
}

function readExplain({ positionals }: Said): Args {
  const [about, ...others] = positionals;
  if (about === undefined || others.length > 0)
    throw new UserError(
      '“explain” takes one code or the name of one check, as in: blue-pencil explain garbled/phrase',
    );
  return { command: 'explain', about };
}

function readCompletion({ positionals }: Said): Args {
  const [name, ...others] = positionals;
  const shell = SHELLS.find((one) => one === name);
  if (shell === undefined || others.length > 0)
    throw new UserError(`“completion” takes the name of a shell: ${inARow(SHELLS, 'or')}.`);
  return { command: 'completion', shell };
}

function readFingerprint({ positionals, text, oneOf, maxBytes }: Said): FingerprintArgs {
  if (positionals.length > 0 || text('input') === undefined)
    throw new UserError(
      '“fingerprint” reads from standard input and takes no files, as in: blue-pencil fingerprint --input ndjson < stories.ndjson',
    );
  oneOf('input', ['ndjson'], 'ndjson');
  const kind = oneOf('kind', STORY_KINDS, 'ours');
  return { command: 'fingerprint', format: oneOf('format', PRINTS_FORMATS, 'stories'), kind, maxBytes };
}

function readArchive({ values, positionals, text, oneOf, maxBytes }: Said): ArchiveArgs {
  const [named, folder, ...rest] = positionals;
  const action = ARCHIVE_ACTIONS.find((one) => one === named);
  if (action === undefined)
    throw new UserError(
      `“archive” takes ${inARow(ARCHIVE_ACTIONS, 'or')}, and the archive’s folder.${didYouMean(named ?? '', ARCHIVE_ACTIONS)}`,
    );
  if (folder === undefined)
    throw new UserError(`“archive ${action}” needs the archive’s folder: blue-pencil archive ${action} DIR`);
  const takesMore = action === 'add' || action === 'remove' || action === 'import';
  if (takesMore && rest.length === 0)
    throw new UserError(
      `“archive ${action}” needs to know what: blue-pencil archive ${action} ${folder} ${action === 'remove' ? 'ID…' : 'PATH…'}`,
    );
  if (!takesMore && rest.length > 0)
    throw new UserError(`“archive ${action}” takes one folder and nothing after it.`);
  const datesFrom = text('date-from') === undefined ? undefined : oneOf('date-from', DATES_FROM, 'text');
  const kind = text('kind') === undefined ? undefined : oneOf('kind', STORY_KINDS, 'ours');
  const wanted = { kind, datesFrom };
  const jobs = wholeNumber('jobs', text('jobs')) ?? DEFAULT_JOBS;
  return { command: 'archive', action, folder, rest, wanted, jobs, quiet: values.quiet === true, maxBytes };
}

function readDrafts({ values, positionals, text, maxBytes }: Said): DraftArgs {
  const stdin = values.stdin === true;
  const stdinFilename = text('stdin-filename');
  if (stdin && positionals.length > 0)
    throw new UserError('With --stdin the draft comes from standard input; no file can be named as well.');
  if (!stdin && stdinFilename !== undefined)
    throw new UserError('--stdin-filename says what to call the draft on standard input; it needs --stdin.');
  return {
    paths: positionals.length === 0 ? ['.'] : positionals,
    stdin,
    stdinFilename,
    jobs: wholeNumber('jobs', text('jobs')) ?? DEFAULT_JOBS,
    config: text('config'),
    quiet: values.quiet === true,
    since: text('since'),
    maxBytes,
  };
}

function readCheck(said: Said, checks: readonly Check[]): CheckArgs {
  const { values, text, oneOf } = said;
  const drafts = readDrafts(said);
  const input = oneOf('input', INPUTS, 'draft');
  const format = oneOf('format', FORMATS, input === 'ndjson' ? 'ndjson' : 'text');
  barTogether(values, input, format);
  return {
    command: 'check',
    ...drafts,
    format,
    output: text('output'),
    groupBy: oneOf('group-by', GROUPINGS, 'file'),
    verbose: values.verbose === true,
    fix: values.fix === true,
    fixDryRun: values['fix-dry-run'] === true,
    input,
    ledger: values['no-ledger'] !== true,
    only: readIds(values.check, checks),
    failOn: oneOf('fail-on', FAIL_ON, 'warning'),
    cache: values.cache === true || values['cache-folder'] !== undefined,
    cacheFolder: text('cache-folder'),
    archives: Array.isArray(values.archive) ? values.archive : [],
    baseline: text('baseline'),
    updateBaseline: values['update-baseline'] === true,
  };
}

/**
 * What does not go together.
 * @throws UserError, which says what to leave out.
 */
function barTogether(values: Read['values'], input: CheckArgs['input'], format: CheckArgs['format']): void {
  const stdin = values.stdin === true;
  const fix = values.fix === true;
  const fixDryRun = values['fix-dry-run'] === true;
  const updateBaseline = values['update-baseline'] === true;
  if (input === 'ndjson') {
    if (!stdin)
      throw new UserError('--input ndjson says how drafts come on standard input; it needs --stdin.');
    if (format !== 'ndjson')
      throw new UserError(
        'With --input ndjson each line is answered with a line: --format can only be ndjson.',
      );
    const barred = ['output', 'fix', 'fix-dry-run', 'baseline'].find((name) => values[name] !== undefined);
    if (barred !== undefined) throw new UserError(`--${barred} does not go together with --input ndjson.`);
  }
  if (fixDryRun && fix)
    throw new UserError('--fix fixes the drafts and --fix-dry-run only shows what it would do: choose one.');
  if (fixDryRun && (values.format !== undefined || values['update-baseline'] === true))
    throw new UserError(
      '--fix-dry-run prints a diff in place of a report, and goes with neither --format nor --update-baseline.',
    );
  if (stdin && (values.cache !== undefined || values['cache-folder'] !== undefined))
    throw new UserError('--cache remembers files, and goes with no --stdin.');
  if (stdin && values.since !== undefined)
    throw new UserError('--since asks git which files have changed, and goes with no --stdin.');

  if (values.verbose === true && values.quiet === true)
    throw new UserError('--quiet says less and --verbose more: choose one.');
  if (values['group-by'] !== undefined && format !== 'text')
    throw new UserError('--group-by is for reading, and goes with --format text only.');
  if (updateBaseline && values.baseline === undefined)
    throw new UserError('--update-baseline needs to know which file: add --baseline FILE.');
  if (updateBaseline && stdin) throw new UserError('--update-baseline works on files, not on --stdin.');
  if (updateBaseline && fix)
    throw new UserError(
      '--fix and --update-baseline cannot go together: fix first, then write what remains to the baseline.',
    );
}

/**
 * One thread: starting a second costs more than it saves for a desk's folder. Measured on two busy cores: 293 Wikinews articles
 * (216,000 words) in 0.8 to 1.1 s with one thread, 1.2 to 1.3 s with two.
 */
export const DEFAULT_JOBS = 1;

const scaled = (megabytes: number | undefined): number | undefined =>
  megabytes === undefined ? undefined : megabytes * 1024 * 1024;

function wholeNumber(name: string, said: string | undefined): number | undefined {
  if (said === undefined) return undefined;
  if (!/^[1-9]\d{0,3}$/u.test(said))
    throw new UserError(`--${name} must be a whole number from 1 on, not “${said}”.`);
  return Number(said);
}

function readIds(said: unknown, checks: readonly Check[]): readonly string[] {
  if (!Array.isArray(said)) return [];
  const known = checks.map((check) => check.id);
  const ids = said
    .flatMap((one) => String(one).split(','))
    .map((id) => id.trim())
    .filter((id) => id !== '');
  if (ids.length === 0) throw new UserError(`--check needs the name of a check: ${known.join(', ')}.`);
  for (const id of ids) {
    if (known.includes(id)) continue;
    const code = checks.find((check) => Object.hasOwn(check.codes, id));
    if (code !== undefined)
      throw new UserError(`“${id}” is a kind of finding; --check takes the name of its check: ${code.id}.`);
    throw new UserError(
      `There is no check “${id}”.${didYouMean(id, known) || ` The checks are ${known.join(', ')}.`}`,
    );
  }
  return [...new Set(ids)];
}

function unknownCommand(said: string): string {
  if (said.startsWith('-')) return `“${said}” must come after a command, as in: blue-pencil check ${said}`;
  if (/[./*\\]/u.test(said))
    return `There is no command “${said}”. To check a draft: blue-pencil check ${said}`;
  return `There is no command “${said}”.${didYouMean(said, COMMAND_NAMES) || ` The commands are ${COMMAND_NAMES.join(', ')}.`}`;
}

interface Read {
  readonly values: Readonly<Record<string, string | boolean | readonly string[]>>;
  readonly positionals: readonly string[];
}

// parseArgs' own errors speak of “options” and “arguments” without saying which there are, so that its tokens are judged here.
function readOptions(command: CommandName, argv: readonly string[]): Read {
  const options = optionsOf(command);
  const kinds: Readonly<Record<string, 'string' | 'boolean'>> = {
    ...Object.fromEntries(
      Object.entries(options).map(([name, { value }]) => [name, value === undefined ? 'boolean' : 'string']),
    ),
    help: 'boolean',
  };
  const { tokens } = parseArgs({
    args: [...argv],
    options: {
      ...Object.fromEntries(Object.entries(kinds).map(([name, type]) => [name, { type }])),
      help: { type: 'boolean', short: 'h' },
    },
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const values: Record<string, string | boolean | string[]> = {};
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const kind = Object.hasOwn(kinds, token.name) ? kinds[token.name] : undefined;
    if (kind === undefined || (!token.rawName.startsWith('--') && token.name !== 'help')) {
      const known = Object.keys(kinds).map((name) => `--${name}`);
      const elsewhere = COMMAND_NAMES.filter((name) => Object.hasOwn(optionsOf(name), token.name));
      const hint =
        elsewhere.length > 0
          ? ` It belongs to ${inARow(elsewhere.map((name) => `“${name}”`))}.`
          : didYouMean(token.rawName, known);
      throw new UserError(
        `“${command}” has no option ${token.rawName}.${hint || ` “blue-pencil ${command} --help” lists them.`}`,
      );
    }
    if (kind === 'boolean') {
      if (token.value !== undefined) throw new UserError(`--${token.name} takes no value.`);
      values[token.name] = true;
      continue;
    }
    const { value } = token;
    if (value === undefined || value === '' || (!token.inlineValue && value.startsWith('-'))) {
      throw new UserError(`--${token.name} needs a value after it.`);
    }
    const before = values[token.name];
    values[token.name] =
      token.name === 'check' || (command === 'check' && token.name === 'archive')
        ? [...(Array.isArray(before) ? before : []), value]
        : value;
  }
  return { values, positionals };
}

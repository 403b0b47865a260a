import { DATES_FROM } from '../archive/stories.ts';
import { SEVERITIES } from '../checks/check.ts';
import { DOCUMENTS } from '../draft/documents.ts';
import { FORMATS as DRAFT_FORMATS } from '../draft/formats.ts';
import { REPORT_FORMATS } from '../reports/index.ts';
import { GROUPINGS } from '../reports/report.ts';
import { SHEET_NAMES } from '../reports/sheet.ts';
import { STORY_KINDS } from '../reuse/archived.ts';

/** An option of a command. */
export interface Option {
  /** What stands after it, as the help calls it; absent for a switch. */
  readonly value?: string;
  /** What it can be, where that is a list. */
  readonly among?: readonly string[];
  /** Its value names a file or a folder. */
  readonly path?: 'file' | 'folder';
  /** What it does, for the help; a line end in it stays. */
  readonly help: string;
}

/** A command, as arguments, help and shells know it. */
export interface Command {
  /** What stands after its name. */
  readonly usage: string;
  /** What it does, in a line. */
  readonly summary: string;
  /** The help on it, before its options and after them. */
  readonly about: string;
  readonly more?: string;
  /** What it is given are files and folders, after what it takes. */
  readonly takesPaths?: boolean;
  /** What it is given, or given first, where that is a list. */
  readonly takes?: readonly string[];
  readonly options: Readonly<Record<string, Option>>;
}

export const FAIL_ON = [...SEVERITIES, 'never'] as const;
export const INPUTS = ['draft', 'ndjson'] as const;
export const SOURCES_FORMATS = ['text', 'json', ...SHEET_NAMES] as const;
export const LIST_FORMATS = ['text', 'json'] as const;
export const ARCHIVE_ACTIONS = ['add', 'info', 'list', 'remove', 'compact', 'verify', 'import'] as const;
export const PRINTS_FORMATS = ['stories', 'rows'] as const;
export const SHELLS = ['bash', 'zsh', 'fish'] as const;

/** How a command ends, and what that says. */
export const EXIT_CODES = {
  0: 'nothing at or above `--fail-on`',
  1: 'there are findings',
  2: 'bad usage, a mistake in the house file, or a file or ledger that could not be read (all else is checked)',
  130: 'stopped with Ctrl-C; what was found until then is printed',
  141: 'whoever read the output stopped reading, as in “head”',
} as const;

/** How a command ended. */
export type ExitCode = keyof typeof EXIT_CODES;

/** A line for each format: what people call it, and its endings. */
const ENDINGS = [
  ...Object.values(DRAFT_FORMATS).map(({ label, languages }) => ({
    label,
    endings: Object.values(languages).flat(),
  })),
  ...DOCUMENTS,
]
  .filter(({ endings }) => endings.length > 0)
  .map(({ label, endings }) => `  ${label.padEnd(18)} ${endings.map((ending) => `.${ending}`).join(', ')}`)
  .join('\n');

const REPORTS = [
  'how the report is written:',
  ...Object.entries(REPORT_FORMATS).map(([name, { description }]) => `${name.padEnd(8)} ${description}`),
].join('\n');

const OUTPUT: Option = { value: 'FILE', path: 'file', help: 'writes the report to a file' };
const STDIN: Option = {
  help: 'reads the draft from standard input. With --fix the fixed draft goes to standard output, and the report to standard error (or to --output FILE)',
};
const STDIN_FILENAME: Option = {
  value: 'NAME',
  help: 'what to call that draft: decides how it is read and which house file holds for it',
};
const CONFIG: Option = {
  value: 'FILE',
  path: 'file',
  help: 'this house file for every draft, instead of the nearest .blue-pencil.json',
};
const JOBS: Option = {
  value: 'N',
  help: 'works with up to N threads, no more than there are cores; 1 by default, which is quickest up to some hundreds of drafts',
};
const MAX_SIZE: Option = {
  value: 'MB',
  help: 'the largest draft that is checked, from standard input too; 4 by default',
};

/** Every command with every option: arguments, help, README (by a test) and the completions of shells go by this table. */
export const COMMANDS = {
  check: {
    usage: '[PATH…]',
    summary: 'checks drafts: files, folders or patterns; this folder if none is named',
    about: `Checks drafts and prints what a sub-editor would circle. A PATH is a file, a folder or a pattern such as
'copy/**/*.txt'; without one, the drafts in this folder and below. Drafts are
${ENDINGS}
Findings in all but the first three are placed by paragraph, not by line, and nothing is written into them.
In folders, what .gitignore or the house file ignores is left out; a file that is named is checked in any case.`,
    more: 'Damaged lines of the ledger are named, passed over, and do not change how it ends.',
    takesPaths: true,
    options: {
      format: { value: 'FORMAT', among: Object.keys(REPORT_FORMATS), help: REPORTS },
      output: OUTPUT,
      fix: { help: 'fixes what can be fixed safely, in the files, and reports what remains' },
      'fix-dry-run': {
        help: 'prints what --fix would change, as a unified diff that “git apply” takes, and changes nothing',
      },
      stdin: STDIN,
      'stdin-filename': STDIN_FILENAME,
      input: {
        value: 'INPUT',
        among: INPUTS,
        help: 'what is on standard input: one draft (the default), or ndjson, a draft a line, {"id": …, "text": "…", "format": "…"}, each answered with a line, in order',
      },
      since: {
        value: 'REF',
        help: 'only drafts that git says have changed since that commit, branch or tag, new ones too',
      },
      check: { value: 'ID[,ID…]', help: 'only these checks, even if the house file switches them off' },
      'fail-on': {
        value: 'SEVERITY',
        among: FAIL_ON,
        help: 'from which severity on findings make it end with 1: error, warning (the default), information, hint or never',
      },
      cache: {
        help: 'remembers what was found, and checks only drafts that have changed since, or that are judged otherwise',
      },
      'cache-folder': {
        value: 'FOLDER',
        path: 'folder',
        help: 'remembers it in that folder; otherwise where this computer keeps such things for its user',
      },
      baseline: { value: 'FILE', path: 'file', help: 'leaves out the findings that FILE knows' },
      'update-baseline': { help: 'writes what is found now to that file, as known' },
      archive: {
        value: 'DIR',
        path: 'folder',
        help: 'says also what of a draft stands in this archive (“blue-pencil archive add” makes one); may be given again',
      },
      'no-ledger': {
        help: 'shows also what editors have marked as checked or ignored (.blue-pencil/checked.jsonl)',
      },
      config: CONFIG,
      jobs: JOBS,
      'max-size': MAX_SIZE,
      'group-by': {
        value: 'WHAT',
        among: GROUPINGS,
        help: 'prints findings draft by draft (file, the default) or kind by kind (check)',
      },
      quiet: { help: 'findings and errors only: no summary, no progress' },
      verbose: {
        help: 'says of each draft how it was read, which house file holds for it, and how long each check took',
      },
    },
  },
  archive: {
    usage: 'ACTION DIR [PATH…]',
    summary: 'keeps an index of stories that have run, and of releases, to find again what stands in them',
    about: `Keeps an archive: an index of stories in a folder, DIR, made where there is none. It holds fingerprints, titles, dates and
paths, and no text of a story. “blue-pencil check --archive DIR” then says what of a draft stands in it.

  add DIR PATH…      puts stories in: files, folders, patterns; files of a story a line (.ndjson, .jsonl: {"id": …, "text": "…",
                     "title": "…", "date": "2024-03-12", "kind": "ours"}). What is in it already costs little: after an
                     interruption run it again
  info DIR           says what is in it, how large it is, and whether it is whole
  list DIR           prints the stories, a line of JSON each
  remove DIR ID…     takes stories out, by the ids that “list” prints
  compact DIR        puts its parts together in one, without what was removed
  verify DIR         reads all of it and says whether it is as it was written
  import DIR PATH…   puts in what “blue-pencil fingerprint” printed, lines of JSON, or tables in Parquet that another program has
                     sorted (examples/spark)`,
    takes: ARCHIVE_ACTIONS,
    takesPaths: true,
    options: {
      kind: {
        value: 'KIND',
        among: STORY_KINDS,
        help: 'whose copy is added: ours (the default), agency, release or web. What a line says of itself has more weight',
      },
      'date-from': {
        value: 'WHERE',
        among: DATES_FROM,
        help: 'where the day comes from: text (front matter, or what a line says), path (as in 2024/03/12) or file (when it was last written). By default text, or else path',
      },
      jobs: JOBS,
      'max-size': MAX_SIZE,
      quiet: { help: 'no summary, no progress' },
    },
  },
  fingerprint: {
    usage: '--input ndjson',
    summary: 'makes fingerprints of stories from standard input, for a pipe or a cluster',
    about: `Reads a story a line from standard input, as “archive add” takes them, and prints for each what an archive keeps of it, a line
of JSON: {"id", "title", "date", "kind", "words", "hash", "text", "prints": [["FINGERPRINT", WORD], …]}. The same story gives the same line on
any machine. “blue-pencil archive import DIR FILE…” takes the lines. As rows they are for tables in SQL, divided by tabs: for each story
“story”, its id and what is known of it, both in JSON, then for each fingerprint its number less 2^63, the id and the word.`,
    options: {
      input: { value: 'INPUT', among: ['ndjson'], help: 'what is on standard input: ndjson, a story a line' },
      format: {
        value: 'FORMAT',
        among: PRINTS_FORMATS,
        help: 'stories, a line of JSON each (the default), or rows for a table',
      },
      kind: {
        value: 'KIND',
        among: STORY_KINDS,
        help: 'whose copy it is: ours (the default), agency, release or web',
      },
      'max-size': MAX_SIZE,
    },
  },
  sources: {
    usage: '[PATH…]',
    summary: 'says of every sentence who says it, or makes a sheet for the fact checker',
    about: `Says of every sentence who says it, and of every quote whose words it is. PATHs are those of “blue-pencil check”.

  + attributed   somebody is named for it, or it goes on with what they said
  " quoted       it is somebody's words
  ? vague        only nobody in particular is: “critics say”
  - no source    the reporter says it
    exempt       it needs none: a headline, a question, an interview`,
    takesPaths: true,
    options: {
      format: {
        value: 'FORMAT',
        among: SOURCES_FORMATS,
        help: "text (for reading; the default), json, or the fact checker's sheet: each claim with its place, its source, what to ask and who has checked it, in markdown or csv",
      },
      output: OUTPUT,
      stdin: { help: 'reads the draft from standard input' },
      'stdin-filename': STDIN_FILENAME,
      config: CONFIG,
      jobs: JOBS,
      'max-size': MAX_SIZE,
      quiet: { help: 'no summary, no progress' },
    },
  },
  checks: {
    usage: '',
    summary: 'lists what is checked',
    about:
      'Lists every check with its kinds of finding and how grave each is, by the house file of this folder.',
    options: {
      format: { value: 'FORMAT', among: LIST_FORMATS, help: 'text, for reading, or json, for programs' },
      config: CONFIG,
    },
  },
  explain: {
    usage: 'CODE',
    summary: 'prints the page on a kind of finding, such as garbled/phrase, or on a check',
    about: `Prints the page on a check: what it finds, wrong and right copy, and its options. CODE is a code as it stands at the end of
a finding, such as garbled/phrase, or the name of a check, such as garbled.`,
    options: {},
  },
  init: {
    usage: '[FOLDER]',
    summary: 'writes a house file to set down what a desk wants checked',
    about: `Writes a house file, .blue-pencil.json, to this folder or the one named. It shows everything that can be set,
commented out, and changes nothing until it is edited. A house file that is already there stays as it is.`,
    takesPaths: true,
    options: {},
  },
  completion: {
    usage: 'SHELL',
    summary: 'prints what lets a shell complete these commands and their options',
    about: `Prints a script for bash, zsh or fish, with which the shell completes commands and options.

  bash   source <(blue-pencil completion bash)             in ~/.bashrc
  zsh    source <(blue-pencil completion zsh)              in ~/.zshrc, after compinit
  fish   blue-pencil completion fish | source              in ~/.config/fish/config.fish`,
    takes: SHELLS,
    options: {},
  },
} as const satisfies Readonly<Record<string, Command>>;

export type CommandName = keyof typeof COMMANDS;

export const COMMAND_NAMES = Object.keys(COMMANDS) as readonly CommandName[];

/** The options of a command, by name. */
export const optionsOf = (command: CommandName): Readonly<Record<string, Option>> =>
  COMMANDS[command].options;

import { FORMATS } from '../draft/formats.ts';
import { REPORT_FORMATS } from '../reports/index.ts';
import type { CommandName } from './args.ts';

/** `.txt and .text (plain text)`, for each format. */
const ENDINGS = Object.values(FORMATS)
  .map(
    ({ label, languages }) =>
      `${label} (${Object.values(languages)
        .flat()
        .map((ending) => `.${ending}`)
        .join(', ')})`,
  )
  .join(', ');

/** The ways to write a report, a line each, under the option's own text. */
const REPORTS = Object.entries(REPORT_FORMATS)
  .map(([name, { description }]) => `${name.padEnd(8)} ${description}`)
  .join(`\n${' '.repeat(25)}`);

const MAIN = `Blue Pencil proofreads news drafts. Everything runs on this machine; no text leaves it.

  blue-pencil check [PATH…]   checks drafts: files, folders or patterns; this folder if none is named
  blue-pencil sources [PATH…] says of every sentence who says it, or makes a sheet for the fact checker
  blue-pencil checks          lists what is checked
  blue-pencil init            writes a house file to set down what a desk wants checked

  blue-pencil COMMAND --help  says more about a command
  blue-pencil --version       says which version this is
`;

const CHECK = `blue-pencil check [PATH…]

Checks drafts and prints what a sub-editor would circle. A PATH is a file, a folder or a pattern such as
'copy/**/*.txt'; without one, the drafts in this folder and below. Drafts are files of
${ENDINGS}.
In folders, what .gitignore or the house file ignores is left out; a file that is named is checked in any case.

  --format FORMAT        ${REPORTS}
  --output FILE          writes the report to a file
  --fix                  mends what can be mended safely, in the files, and reports what remains
  --stdin                reads the draft from standard input. With --fix the mended draft goes to standard
                         output, and the report to standard error (or to --output FILE)
  --stdin-filename NAME  what to call that draft: decides how it is read and which house file holds for it
  --check ID[,ID…]       only these checks, even if the house file switches them off
  --fail-on SEVERITY     from which severity on findings make it end with 1: error, warning (the default),
                         information, hint or never
  --baseline FILE        leaves out the findings that FILE knows
  --update-baseline      writes what is found now to that file, as known
  --no-ledger            shows also what editors have marked as checked or ignored (.blue-pencil/checked.jsonl)
  --config FILE          this house file for every draft, instead of the nearest .blue-pencil.json
  --jobs N               checks with up to N threads, no more than there are cores; 1 if not said, which is
                         quickest up to some hundreds of drafts
  --max-size MB          the largest draft that is checked, from standard input too; 4 if not said
  --quiet                findings and errors only: no summary, no progress

It ends with 0 if there is nothing at or above --fail-on, 1 if there is, and 2 if it was asked for something
it could not do, the house file has a mistake, or a file or the ledger could not be read (all else is checked all
the same). Damaged lines of the ledger are named, passed over, and do not change how it ends.
`;

const SOURCES = `blue-pencil sources [PATH…]

Says of every sentence who says it, and of every quote whose words it is. PATHs are those of “blue-pencil check”.

  + attributed   somebody is named for it, or it goes on with what they said
  " quoted       it is somebody's words
  ? vague        only nobody in particular is: “critics say”
  - no source    the reporter says it
    exempt       it needs none: a headline, a question, an interview

  --format FORMAT        text (for reading; the default), json, or the fact checker's sheet: each claim with its place,
                         its source, what to ask and who has checked it, in markdown or csv
  --output FILE          writes it to a file
  --stdin                reads the draft from standard input
  --stdin-filename NAME  what to call that draft: decides how it is read and which house file holds for it
  --config FILE          this house file for every draft, instead of the nearest .blue-pencil.json
  --jobs N               reads with up to N threads, no more than there are cores; 1 if not said
  --max-size MB          the largest draft that is read; 4 if not said
  --quiet                no summary, no progress

It ends with 0, or with 2 if it was asked for something it could not do, the house file has a mistake, or a file or
the ledger could not be read (all else is done all the same).
`;

const CHECKS = `blue-pencil checks

Lists every check with its kinds of finding and how grave each is, by the house file of this folder.

  --format text|json     for reading, or for programs
  --config FILE          this house file instead of the nearest one
`;

const INIT = `blue-pencil init [FOLDER]

Writes a house file, .blue-pencil.json, to this folder or the one named. It shows everything that can be set,
commented out, and changes nothing until it is edited. A house file that is already there stays as it is.
`;

/** The help on a command, or on all of them. */
export const help = (about: CommandName | undefined): string =>
  about === undefined ? MAIN : { check: CHECK, sources: SOURCES, checks: CHECKS, init: INIT }[about];

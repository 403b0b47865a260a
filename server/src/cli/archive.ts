import { availableParallelism } from 'node:os';
import { relative, resolve } from 'node:path';
import { addStories } from '../archive/add.ts';
import { openArchive } from '../archive/archive.ts';
import { readPrinted } from '../archive/exchange.ts';
import { readHere, readInThreads } from '../archive/readers.ts';
import type { StoryRecord } from '../archive/segment.ts';
import { openTables, tablesIn } from '../archive/tables.ts';
import { type ArchiveWriter, openWriter } from '../archive/writer.ts';
import type { Check } from '../checks/check.ts';
import { count, lineOf, printJsonLine } from '../reports/report.ts';
import { errorMessage } from '../trouble.ts';
import { DISK, piecesOf } from '../workspace/disk.ts';
import { bytesInWords } from '../workspace/file-system.ts';
import { createHouses } from '../workspace/houses.ts';
import { linesOfStream } from '../workspace/lines.ts';
import { walkDrafts } from '../workspace/named.ts';
import { refuseLinkedOut, writingTrouble } from '../workspace/write.ts';
import type { ArchiveArgs } from './args.ts';
import { type Io, UserError } from './io.ts';
import type { ExitCode } from './options.ts';
import { createProgress } from './progress.ts';
import { namer, slashed } from './setup.ts';

/**
 * `blue-pencil archive`: keeps an archive.
 * @throws UserError if it cannot be used.
 */
export async function archive(args: ArchiveArgs, checks: readonly Check[], io: Io): Promise<ExitCode> {
  const folder = resolve(io.cwd, args.folder);
  try {
    switch (args.action) {
      case 'add':
        return await writing(folder, args, io, (writer) => add(writer, args, checks, io));
      case 'import':
        return await writing(folder, args, io, (writer) => importPrints(writer, args, io));
      case 'remove':
        return await writing(folder, args, io, (writer) => remove(writer, args, io));
      case 'compact':
        return await writing(folder, args, io, async (writer) => {
          await writer.compact();
          return 0;
        });
      default:
        return await look(folder, args, io);
    }
  } catch (error) {
    throw error instanceof UserError ? error : new UserError(errorMessage(error));
  }
}

async function writing(
  folder: string,
  { quiet }: ArchiveArgs,
  io: Io,
  work: (writer: ArchiveWriter) => Promise<ExitCode>,
): Promise<ExitCode> {
  await refuseLinkedOut(io.cwd, folder).catch((error: unknown) => {
    throw new UserError(`Nothing is put into ${folder}: ${writingTrouble(error)}.`);
  });
  const writer = await openWriter(folder);
  for (const { entry, why } of writer.damaged)
    io.err(
      `A part with ${count(entry.stories, 'story', 'stories')} could not be used and is left out: ${why}. Add its files again.\n`,
    );
  let code: ExitCode = 2;
  try {
    code = await work(writer);
  } finally {
    await writer.close();
  }
  if (!quiet) {
    const opened = await openArchive(folder);
    io.err(`${lineOf(inWords(opened))}\n`);
    opened.close();
  }
  return code;
}

const inWords = ({ parts }: Awaited<ReturnType<typeof openArchive>>): string => {
  const sum = (of: (part: (typeof parts)[number]) => number) =>
    parts.reduce((all, part) => all + of(part), 0);
  const stories = sum(({ segment, removed }) => segment.stories - removed.size);
  const bytes = sum(({ segment }) => segment.size);
  return `The archive has ${count(stories, 'story', 'stories')} with ${count(
    sum(({ segment }) => segment.prints),
    'fingerprint',
  )} in ${count(parts.length, 'part')}, ${bytesInWords(bytes)}.`;
};

async function add(
  writer: ArchiveWriter,
  { rest, wanted, quiet, maxBytes, jobs }: ArchiveArgs,
  checks: readonly Check[],
  io: Io,
): Promise<ExitCode> {
  const progress = createProgress(io, quiet);
  const nameOf = namer({ cwd: io.cwd, paths: rest });
  const houses = createHouses(DISK, checks);
  // one of the threads is this one, which has enough to do with what the others have read
  const threads = Math.min(jobs, availableParallelism()) - 1;
  const readers =
    io.workerScript === undefined || threads < 1
      ? readHere(wanted)
      : readInThreads(io.workerScript, threads, wanted);
  const { added, known, refused } = await addStories(writer, {
    readers,
    found: walkDrafts(rest, { cwd: io.cwd, houses, nameOf, signal: io.stopped }),
    wanted,
    maxBytes,
    nameOf,
    signal: io.stopped,
    onProgress: progress.show,
    onProblem: (problem) => io.err(`${lineOf(problem)}\n`),
  }).finally(readers.close);
  progress.clear();
  if (!quiet)
    io.err(
      `${count(added, 'story was', 'stories were')} added, ${known} known already${refused > 0 ? `, ${refused} not read` : ''}.\n`,
    );
  return io.stopped.aborted ? 130 : refused > 0 ? 2 : 0;
}

/** So long is a line of fingerprints of the largest story. */
const LONGEST_LINE = 64 * 1024 * 1024;

/** Puts in what `fingerprint` printed, and tables of it that were put in order elsewhere. */
async function importPrints(writer: ArchiveWriter, { rest }: ArchiveArgs, io: Io): Promise<ExitCode> {
  const nameOf = namer({ cwd: io.cwd, paths: rest });
  const tables: string[] = [];
  let refused = 0;
  for (const path of rest.map((one) => resolve(io.cwd, one))) {
    const inside = await tablesIn(path);
    if (inside.length > 0) tables.push(...inside);
    else refused += await importLines(writer, path, nameOf(path), io);
  }
  if (tables.length > 0) await writer.putTable(await openTables(tables, nameOf));
  return refused > 0 ? 2 : 0;
}

/** Says how many lines are something else. */
async function importLines(writer: ArchiveWriter, path: string, name: string, io: Io): Promise<number> {
  let refused = 0;
  for await (const { number, bytes } of linesOfStream(piecesOf(path), LONGEST_LINE)) {
    const read = bytes === undefined ? undefined : readPrinted(new TextDecoder().decode(bytes));
    if (read === undefined) {
      refused += 1;
      io.err(`${lineOf(`${name}, line ${number} is nothing that “blue-pencil fingerprint” prints.`)}\n`);
    } else if (writer.has(read.record.id)?.hash !== read.record.hash)
      await writer.put(read.record, read.prints);
  }
  return refused;
}

async function remove(writer: ArchiveWriter, { rest }: ArchiveArgs, io: Io): Promise<ExitCode> {
  let missing = 0;
  for (const id of rest) {
    // by its id, or by the path of a file that may be gone
    if ((await writer.remove(id)) || (await writer.remove(resolve(io.cwd, id)))) continue;
    missing += 1;
    io.err(`${lineOf(`There is no story ${id} in the archive. “blue-pencil archive list” prints them.`)}\n`);
  }
  return missing > 0 ? 2 : 0;
}

async function look(folder: string, { action, quiet }: ArchiveArgs, io: Io): Promise<ExitCode> {
  const opened = await openArchive(folder);
  try {
    if (opened.manifest.segments.length === 0)
      throw new UserError(
        `There are no stories in ${slashed(relative(io.cwd, folder)) || '.'}. “blue-pencil archive add” puts some in.`,
      );
    for (const { entry, why } of opened.damaged)
      io.err(
        `${lineOf(`${entry.file}, with ${count(entry.stories, 'story', 'stories')}, cannot be used: ${why}. Add its files again.`)}\n`,
      );
    let whole = opened.damaged.length === 0;
    if (action === 'list') for (const record of opened.records()) io.out(printJsonLine(record));
    else {
      io.out(`${inWords(opened)}\n`);
      if (action === 'info') io.out(`${kindsIn(opened.records())}\n`);
    }
    if (action === 'verify') {
      for (const { entry, segment } of opened.parts) {
        if (segment.isWhole()) continue;
        whole = false;
        io.err(
          `${lineOf(`${entry.file}, with ${count(entry.stories, 'story', 'stories')}, is not as it was written. Delete it and add its files again.`)}\n`,
        );
      }
      if (whole && !quiet) io.out('All of it is as it was written.\n');
    }
    return whole ? 0 : 2;
  } finally {
    opened.close();
  }
}

function kindsIn(records: Iterable<StoryRecord>): string {
  const kinds = new Map<string, number>();
  const days = new Set<string>();
  for (const { kind, date } of records) {
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    if (date !== undefined) days.add(date);
  }
  const inOrder = [...days].sort();
  const when = days.size === 0 ? '' : `; from ${inOrder[0]} to ${inOrder.at(-1)}`;
  return `${[...kinds].map(([kind, amount]) => `${kind}: ${amount}`).join(', ')}${when}.`;
}

import { dirname, join, resolve } from 'node:path';
import type { Check } from '../checks/check.ts';
import type { Format } from '../draft/draft.ts';
import { TEXT_FORMATS } from '../draft/entries.ts';
import { draftLine } from '../reports/ndjson.ts';
import { count, fails, printJsonLine, reportedFile } from '../reports/report.ts';
import { unlessAborted } from '../workspace/check.ts';
import { MAX_BYTES } from '../workspace/draft-file.ts';
import { type Line, linesOfStream } from '../workspace/lines.ts';
import type { CheckArgs } from './args.ts';
import { pathsOf, type Run, startRun } from './gather.ts';
import type { Io } from './io.ts';
import type { ExitCode } from './options.ts';
import type { Setup } from './setup.ts';

/** A draft as it stands on a line. */
interface Asked {
  readonly id: string | number | null;
  readonly text: string;
  readonly format: Format;
}

/** What is wrong with a line, in a sentence. */
interface Refused {
  readonly id: string | number | null;
  readonly error: string;
}

interface Answer {
  readonly line: string;
  readonly failing: boolean;
  readonly refused: boolean;
}

/** `blue-pencil check --stdin --input ndjson`: answers every line with a line, in order, as soon as it can. */
export async function answerLines(
  args: CheckArgs,
  setup: Setup,
  checks: readonly Check[],
  io: Io,
): Promise<ExitCode> {
  const run = await startRun(args, setup, checks, io);
  let failing = false;
  let refused = 0;
  // a line is answered when the one before it is, and nobody has to send another first
  let answered: Promise<void> = Promise.resolve();
  let underWay = 0;
  let roomAgain = () => {};
  const answer = async (work: Promise<Answer>): Promise<void> => {
    const said = await unlessAborted(work, io.stopped);
    if (said === undefined) return;
    failing ||= said.failing;
    refused += said.refused ? 1 : 0;
    io.out(said.line);
  };
  const readLines = async (): Promise<void> => {
    for await (const line of linesOfStream(io.stdin, args.maxBytes ?? MAX_BYTES)) {
      if (io.stopped.aborted) return;
      const work = answerTo(line, args, run, io.cwd);
      underWay += 1;
      answered = answered
        .then(() => answer(work))
        .then(() => {
          underWay -= 1;
          roomAgain();
        });
      if (underWay >= run.atOnce)
        await new Promise<void>((resolve) => {
          roomAgain = resolve;
        });
    }
  };
  await unlessAborted(readLines(), io.stopped);
  await answered;
  const trouble = await run.end();
  if (refused > 0 && !args.quiet)
    io.err(`${count(refused, 'line was', 'lines were')} no draft; the answers say why.\n`);
  if (io.stopped.aborted) return 130;
  return trouble || refused > 0 ? 2 : failing ? 1 : 0;
}

async function answerTo(line: Line, args: CheckArgs, run: Run, cwd: string): Promise<Answer> {
  const asked = readLine(line, args.maxBytes ?? MAX_BYTES);
  if ('error' in asked) return refusal({ ...asked, error: `Line ${line.number} ${asked.error}` });
  const { id, text, format } = asked;
  // an id is no path: the house file is that of the folder
  const path = join(dirname(resolve(cwd, pathsOf(args)[0] ?? '')), `line ${line.number}`);
  const report = await run.judge.checkText(path, text, format);
  if (report.problem !== undefined && report.problem.kind !== 'house')
    return refusal({ id, error: report.problem.message });
  await run.tell(report);
  const file = reportedFile(
    id === null ? `line ${line.number}` : String(id),
    report,
    report.problem?.message ?? null,
  );
  return { line: draftLine(file, { id }), failing: fails(report.findings, args.failOn), refused: false };
}

const refusal = ({ id, error }: Refused): Answer => ({
  line: printJsonLine({ id, error, findings: [] }),
  failing: false,
  refused: true,
});

function readLine({ bytes }: Line, largest: number): Asked | Refused {
  const no = (error: string, id: Asked['id'] = null): Refused => ({ id, error });
  if (bytes === undefined) return no(`is longer than ${largest / 1024 / 1024} MB, the limit.`);
  let said: unknown;
  try {
    said = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    return no(error instanceof SyntaxError ? 'is no JSON.' : 'is not written in UTF-8.');
  }
  if (typeof said !== 'object' || said === null || Array.isArray(said)) return no('is no JSON object.');
  const { id = null, text, format = 'plain' } = said as Readonly<Record<string, unknown>>;
  if (id !== null && typeof id !== 'string' && typeof id !== 'number')
    return no('has an “id” that is neither a string nor a number.');
  if (typeof text !== 'string') return no('has no “text”, which must be a string.', id);
  if (!isFormat(format)) return no(`has a “format” that is none of ${TEXT_FORMATS.join(', ')}.`, id);
  return { id, text, format };
}

const isFormat = (said: unknown): said is Format => TEXT_FORMATS.some((format) => format === said);

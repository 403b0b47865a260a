import { resolve } from 'node:path';
import type { Check, Options, Severity } from '../checks/check.ts';
import { linesOf } from '../draft/lines.ts';
import { type Plan, planChecks } from '../engine/plan.ts';
import { sentence } from '../house/schema.ts';
import { DISK } from '../workspace/disk.ts';
import { createHouses } from '../workspace/houses.ts';
import { type Io, UserError } from './io.ts';
import type { ExitCode } from './options.ts';
import { namer } from './setup.ts';

interface Listed {
  readonly id: string;
  readonly summary: string;
  readonly enabled: boolean;
  readonly options: Options;
  readonly codes: readonly {
    readonly code: string;
    readonly severity: Severity | 'off';
    readonly summary: string;
  }[];
}

/**
 * `blue-pencil checks`: lists what is checked, as the house file of this folder has it.
 * @throws UserError if the house file has a mistake.
 */
export async function listChecks(
  args: { readonly format: 'text' | 'json'; readonly config: string | undefined },
  checks: readonly Check[],
  io: Io,
): Promise<ExitCode> {
  const { cwd } = io;
  const only = args.config === undefined ? {} : { only: { path: resolve(cwd, args.config), cwd } };
  const house = await createHouses(DISK, checks, only).forFolder(cwd);
  if (house !== undefined && house.problems.length > 0) {
    const lines = linesOf(house.text);
    const name = namer({ cwd, paths: [] })(house.path);
    throw new UserError(
      house.problems
        .map(({ message, span }) => {
          const { line, character } = lines.positionAt(span.start);
          return `${name}:${line + 1}:${character + 1}: ${message}`;
        })
        .join('\n'),
    );
  }
  const plan = planChecks(checks, house?.house.overrides ?? {});
  const listed = checks.map((check) => listing(check, plan));
  io.out(
    args.format === 'json'
      ? `${JSON.stringify({ schemaVersion: 1, checks: listed }, null, 2)}\n`
      : inWords(listed),
  );
  return 0;
}

function listing(check: Check, plan: Plan): Listed {
  const planned = plan.checks.find((one) => one.check === check && !one.muted);
  return {
    id: check.id,
    summary: check.summary,
    enabled: planned !== undefined,
    options: planned?.options ?? check.defaults,
    codes: Object.entries(check.codes).map(([code, { severity, summary }]) => ({
      code,
      severity: planned === undefined ? 'off' : (plan.severities.get(code) ?? severity),
      summary,
    })),
  };
}

function inWords(listed: readonly Listed[]): string {
  const codes = listed.flatMap((one) => one.codes);
  const width = Math.max(0, ...codes.map(({ code }) => code.length));
  return listed
    .map(({ id, summary, enabled, options, codes: own }) =>
      [
        `${id}${enabled ? '' : ' (off)'}: ${sentence(summary)}`,
        ...own.map(
          (one) =>
            `  ${one.code.padEnd(width)}  ${one.severity.padEnd('information'.length)}  ${one.summary}`,
        ),
        ...Object.entries(options).map(([name, value]) => `  option ${name}: ${JSON.stringify(value)}`),
        '',
      ].join('\n'),
    )
    .join('\n');
}

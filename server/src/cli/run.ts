import type { Check } from '../checks/check.ts';
import { lineOf } from '../reports/report.ts';
import { archive } from './archive.ts';
import { readArgs } from './args.ts';
import { check } from './check.ts';
import { listChecks } from './checks.ts';
import { completion } from './completion.ts';
import { explain } from './explain.ts';
import { fingerprint } from './fingerprint.ts';
import { help } from './help.ts';
import { init } from './init.ts';
import { type Io, UserError } from './io.ts';
import type { ExitCode } from './options.ts';
import { sources } from './sources.ts';
import { version } from './version.ts';

/** Runs a command line. What a user can put right is said on standard error, and ends with 2. */
export async function run(argv: readonly string[], checks: readonly Check[], io: Io): Promise<ExitCode> {
  try {
    const args = readArgs(argv, checks);
    switch (args.command) {
      case 'check':
        return await check(args, checks, io);
      case 'sources':
        return await sources(args, checks, io);
      case 'checks':
        return await listChecks(args, checks, io);
      case 'archive':
        return await archive(args, checks, io);
      case 'fingerprint':
        return await fingerprint(args, io);
      case 'explain':
        return await explain(args.about, checks, io);
      case 'completion':
        io.out(completion(args.shell, checks));
        return 0;
      case 'init':
        return await init(args.folder, checks, io);
      case 'help':
        io.out(help(args.about));
        return 0;
      case 'version':
        io.out(`${version}\n`);
        return 0;
    }
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    io.err(`${error.message.split('\n').map(lineOf).join('\n')}\n`);
    return 2;
  }
}

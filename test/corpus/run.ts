import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { CHECKS } from '../../server/src/checks/index.ts';
import { readDraft } from '../../server/src/draft/read.ts';
import { planChecks } from '../../server/src/engine/plan.ts';
import { createSession } from '../../server/src/engine/session.ts';
import { alarmLines, alarmsOn, countLines, together } from './alarms.ts';
import { CLEAN_DEV, readCorpora } from './corpora.ts';
import { MEASURES } from './measures.ts';

const USAGE = `npm run corpus -- [CHECK-ID…] [--corpus NAME…] [--print N] [--misses N] [--size N] [--seed N] [--alarms-only]

Runs checks (all, or those named) over news that is held to be clean and prints every alarm for reading,
then measures what each check finds of what was planted. The corpora lie in ../shared/corpora.
  --corpus NAME   a corpus, again for each further one (default: ${CLEAN_DEV.join(', ')})
  --print N       how many alarms are printed (default 200)
  --misses N      how many misses of each kind are printed (default 2)
  --size N        how many drafts are planted of each kind (default 500)
  --seed N        what the planting starts from (default 1)
  --alarms-only   no planting
`;

function main(): number {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      corpus: { type: 'string', multiple: true },
      print: { type: 'string', default: '200' },
      misses: { type: 'string', default: '2' },
      size: { type: 'string', default: '500' },
      seed: { type: 'string', default: '1' },
      'alarms-only': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const unknown = positionals.find((id) => !CHECKS.some((check) => check.id === id));
  if (unknown !== undefined)
    throw new Error(
      `There is no check “${unknown}”. There are: ${CHECKS.map((check) => check.id).join(', ')}.`,
    );
  const chosen = CHECKS.filter((check) => positionals.length === 0 || positionals.includes(check.id));
  const names = values.corpus ?? CLEAN_DEV;
  const texts = readCorpora(names);

  const plan = planChecks(chosen);
  const byCorpus = names.map((name) => ({
    name,
    alarms: alarmsOn(
      texts.filter((text) => text.corpus === name),
      plan,
    ),
  }));
  const clean = together(byCorpus.map(({ alarms }) => alarms));
  const shown = clean.alarms.slice(0, Number(values.print));
  for (const alarm of shown) console.log(`${alarmLines(alarm).join('\n')}\n`);
  if (shown.length < clean.alarms.length)
    console.log(`… and ${clean.alarms.length - shown.length} more (--print), all in artifacts/corpus/.\n`);
  for (const { name, alarms } of byCorpus) console.log(countLines(name, alarms).join('\n'));
  if (names.length > 1) console.log(countLines('All of them', clean).join('\n'));
  const report = {
    corpora: names,
    checks: chosen.map((check) => check.id),
    words: clean.words,
    byCode: clean.byCode,
    alarms: clean.alarms.map(({ text, finding }) => ({
      corpus: text.corpus,
      id: text.id,
      words: text.text.slice(finding.span.start, finding.span.end),
      ...finding,
    })),
    measured: {} as Record<string, unknown>,
  };

  for (const measure of values['alarms-only'] ? [] : MEASURES) {
    if (!chosen.some((check) => check.id === measure.check)) continue;
    const { yieldsTo = [] } = chosen.find((check) => check.id === measure.check) ?? {};
    // what it leaves to another check is told all the same
    const own = planChecks(CHECKS.filter(({ id }) => id === measure.check || yieldsTo.includes(id)));
    const measured = measure.run({
      texts,
      // a session of its own for each draft: nothing learnt of one may help with the next
      check: (text) => createSession(thrown).check(readDraft(text, 'plain'), own),
      seed: Number(values.seed),
      size: Number(values.size),
      misses: Number(values.misses),
    });
    console.log(`\n${measure.title}\n${measured.lines.join('\n')}`);
    report.measured[measure.check] = measured.data;
  }

  const folder = fileURLToPath(new URL('../../artifacts/corpus', import.meta.url));
  mkdirSync(folder, { recursive: true });
  const file = `${folder}/${positionals.length === 0 ? 'all' : positionals.join('-')}.json`;
  writeFileSync(file, `${JSON.stringify(report, null, 1)}\n`);
  console.log(`\nAll of it: artifacts/corpus/${file.split('/').at(-1)}`);
  return clean.failures.length > 0 ? 1 : 0;
}

function thrown(_: unknown, error: unknown): never {
  throw error;
}

try {
  process.exitCode = main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

/**
 * What every check finds in all drafts of the tests, the examples and the clean corpora: a line a finding, so that two states of the
 * project can be told apart by `diff`.
 *
 *   npx tsx test/corpus/snapshot.ts > before.txt      (change something)      npx tsx test/corpus/snapshot.ts > after.txt
 *   npx tsx test/corpus/snapshot.ts --corpus bbc-dev  only these corpora; --drafts: none
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { CHECKS } from '../../server/src/checks/index.ts';
import { formatOfPath } from '../../server/src/draft/formats.ts';
import { readDraft } from '../../server/src/draft/read.ts';
import { planChecks } from '../../server/src/engine/plan.ts';
import { checkDraft } from '../../server/src/engine/session.ts';
import { CLEAN_DEV, readCorpora } from './corpora.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

const { values } = parseArgs({
  options: { corpus: { type: 'string', multiple: true }, drafts: { type: 'boolean' } },
});

const drafts = ['examples', 'test/drafts'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.json'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ id: relative(root, path), path, text: readFileSync(path, 'utf8') })),
);
const texts = readCorpora(values.drafts ? [] : (values.corpus ?? [...CLEAN_DEV, 'bbc-train']));

const plan = planChecks(CHECKS);
for (const { id, path, text } of [
  ...drafts,
  ...texts.map(({ corpus, id, text }) => ({ id: `${corpus}/${id}`, path: 'text.txt', text })),
]) {
  const draft = readDraft(text, formatOfPath(path) ?? 'plain');
  for (const { code, severity, span, message, fixes, related } of checkDraft(draft, plan)) {
    const fields = [
      id,
      `${span.start}-${span.end}`,
      code,
      severity,
      text.slice(span.start, span.end),
      message,
      fixes.map(({ title, safe, preferred, edits }) => ({ title, safe, preferred, edits })),
      related.map((one) => one.span),
    ];
    console.log(fields.map((field) => JSON.stringify(field)).join('\t'));
  }
}

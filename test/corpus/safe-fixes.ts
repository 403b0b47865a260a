/**
 * What `--fix` changes in clean copy, a line a change, with the words around it: each must be a true fault, for nobody looks at a safe fix.
 * The first field is what `test/property/safe-fixes.test.ts` knows a change by that was read and is right.
 *
 *   npx tsx test/corpus/safe-fixes.ts            npx tsx test/corpus/safe-fixes.ts wikinews bbc-dev
 */
import { CHECKS } from '../../server/src/checks/index.ts';
import { planChecks } from '../../server/src/engine/plan.ts';
import { readCorpora } from './corpora.ts';
import { safeChangesIn } from './safe-changes.ts';

const names = process.argv.slice(2);
// fails loudly where the corpora are absent
const texts = readCorpora(names.length > 0 ? names : ['bbc-dev', 'wikinews']);
// no fix of the model's is safe
const plan = planChecks(CHECKS, { checks: { garbled: { model: 'off' } } });
let words = 0;
let changes = 0;
for (const text of texts) {
  words += text.text.split(/\s+/u).length;
  for (const { title, before, after, ofWords, fingerprint } of safeChangesIn(text, plan)) {
    changes += 1;
    console.log([fingerprint, ofWords ? 'words' : 'marks', title, text.id, before, after].join('\t'));
  }
}
console.log(`${changes} safe fixes in ${texts.length} texts, ${words} words`);

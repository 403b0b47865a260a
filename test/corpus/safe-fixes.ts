/**
 * What `--fix` changes in clean copy, a line a change, with the words around it: each must be a true fault, for nobody looks at a safe fix.
 * A word, not a mark, is the measure: what the changed sentence says, before and after.
 *
 *   npx tsx test/corpus/safe-fixes.ts            npx tsx test/corpus/safe-fixes.ts wikinews bbc-dev
 */
import { CHECKS } from '../../server/src/checks/index.ts';
import { readDraft } from '../../server/src/draft/read.ts';
import { safeFixes } from '../../server/src/engine/fix.ts';
import { planChecks } from '../../server/src/engine/plan.ts';
import { checkDraft } from '../../server/src/engine/session.ts';
import { readCorpora } from './corpora.ts';

const names = process.argv.slice(2);
// fails loudly where the corpora are absent
const texts = readCorpora(names.length > 0 ? names : ['bbc-dev', 'polnear-dev']);
const plan = planChecks(CHECKS);
const around = 60;
let words = 0;
let changes = 0;
for (const { corpus, id, text } of texts) {
  words += text.split(/\s+/u).length;
  const findings = checkDraft(readDraft(text, 'plain'), plan);
  for (const { title, edits } of safeFixes(findings)) {
    changes += 1;
    for (const { span, text: put } of edits) {
      const before = text.slice(Math.max(0, span.start - around), span.start);
      const after = text.slice(span.end, span.end + around);
      console.log(
        `${corpus}/${id}\t${title}\t${`${before}[-${text.slice(span.start, span.end)}-]{+${put}+}${after}`.replaceAll(/\s+/gu, ' ')}`,
      );
    }
  }
}
console.log(`${changes} safe fixes in ${texts.length} texts, ${words} words`);

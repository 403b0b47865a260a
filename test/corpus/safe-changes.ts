import { readDraft } from '../../server/src/draft/read.ts';
import { safeFixes } from '../../server/src/engine/fix.ts';
import type { Plan } from '../../server/src/engine/plan.ts';
import { checkDraft } from '../../server/src/engine/session.ts';
import { hash } from '../../server/src/language/hash.ts';
import { wordsOf } from '../../server/src/language/words.ts';
import type { Text } from './corpora.ts';

/** A change that `--fix` makes in a text, with the words around it. */
export interface SafeChange {
  readonly title: string;
  /** The words around it, as they were and as they are then. */
  readonly before: string;
  readonly after: string;
  /** Whether it changes a word, and not only marks and spaces. */
  readonly ofWords: boolean;
  /** By which a change that was read is known again, with nothing of the text. */
  readonly fingerprint: string;
}

const AROUND = 60;
const spoken = (text: string): string =>
  wordsOf(text)
    .map((word) => word.text)
    .join(' ');

/** What the safe fixes of a plan change in a text, an entry an edit. */
export function safeChangesIn({ text }: Text, plan: Plan): readonly SafeChange[] {
  const findings = checkDraft(readDraft(text, 'plain'), plan);
  return safeFixes(findings).flatMap(({ title, edits }) =>
    edits.map(({ span, text: put }) => {
      const [left, right] = [
        text.slice(Math.max(0, span.start - AROUND), span.start),
        text.slice(span.end, span.end + AROUND),
      ];
      const before = `${left}${text.slice(span.start, span.end)}${right}`;
      const after = `${left}${put}${right}`;
      return {
        title,
        before: before.replace(/\s+/gu, ' '),
        after: after.replace(/\s+/gu, ' '),
        ofWords: spoken(before) !== spoken(after),
        fingerprint: hash(spoken(before)),
      };
    }),
  );
}

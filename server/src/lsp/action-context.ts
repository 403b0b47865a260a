import type { Finding } from '../engine/finding.ts';
import type { Signable } from '../house/ledger.ts';
import type { LinedText } from './open-text.ts';

/** What code actions are worked out from. */
export interface ActionContext {
  readonly text: LinedText;
  readonly findings: readonly Finding[];
  /** Whether there is a folder whose house file can speak of this document. */
  readonly inFolder: boolean;
  /** Checks another text as this document is checked, for fixes that bring further faults to light. */
  recheck(source: string): readonly Finding[];
  /** What signing off one of the findings is about. */
  signable(finding: Finding): Signable | undefined;
  /** Why nothing can be signed off here, in plain words. */
  readonly hindrance: string | undefined;
}

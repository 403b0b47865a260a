import type { Draft } from '../draft/draft.ts';
import type { Finding } from '../engine/finding.ts';
import type { Plan } from '../engine/plan.ts';
import { createSession, type Session } from '../engine/session.ts';
import type { Elsewhere } from '../reuse/elsewhere.ts';
import { applyLedger, type Ledger } from './ledger.ts';

/** What a check of a draft gives. */
export interface Verdict {
  /** All that was found, settled or not. */
  readonly found: readonly Finding[];
  /** What nobody has settled. */
  readonly findings: readonly Finding[];
}

/**
 * Judges a draft: runs the checks that are planned and leaves out what editors have settled.
 * @param session keeps what it learnt of a draft that is judged again; a new one does for a draft that is judged once.
 * @param elsewhere what the draft is compared with beside itself; nothing, if left out.
 */
export function judgeDraft(
  draft: Draft,
  plan: Plan,
  ledger: Ledger,
  session: Session = createSession(),
  elsewhere?: Elsewhere,
): Verdict {
  const found = session.check(draft, plan, elsewhere);
  return { found, findings: applyLedger(found, draft, ledger) };
}

/** What nobody has settled of what was found in a draft before; it is only read where that is in question. */
export const stillOpen = async (
  found: readonly Finding[],
  ledger: Ledger,
  read: () => Draft | Promise<Draft>,
): Promise<readonly Finding[]> =>
  found.some(({ code }) => ledger.codes.has(code)) ? applyLedger(found, await read(), ledger) : found;

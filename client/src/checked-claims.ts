import type { Translate } from './counts.ts';
import type { CheckedClaim } from './protocol.ts';

/** A reason as it is offered. */
export interface Reason {
  readonly label: string;
  readonly description: string;
  /** As the ledger has it. */
  readonly reason: string;
  /** Whether a name belongs to it. */
  readonly asksWhom: boolean;
}

/** Why a claim can be let stand without a source in the copy; the ledger has it in English whatever the editor speaks. */
export const reasons = (t: Translate): readonly Reason[] => [
  {
    label: t('Public record'),
    description: t('court papers, a register, a published report'),
    reason: 'public record',
    asksWhom: false,
  },
  {
    label: t('Witnessed'),
    description: t('our reporter saw or heard it'),
    reason: 'witnessed',
    asksWhom: false,
  },
  {
    label: t('Common knowledge'),
    description: t('no reader would ask'),
    reason: 'common knowledge',
    asksWhom: false,
  },
  {
    label: t('Checked with …'),
    description: t('a person or an office confirmed it'),
    reason: 'checked with',
    asksWhom: true,
  },
];

/** An entry of the ledger as it is listed. */
export function claimItem(
  claim: CheckedClaim,
  t: Translate,
): { label: string; description: string; detail: string } {
  const { excerpt, reason, note, who, when, path, range } = claim;
  return {
    label: `${range === null ? '$(circle-slash)' : '$(check)'} ${excerpt}`,
    description: range === null ? t('the sentence is gone') : '',
    detail: [`${reason}${note ? `: ${note}` : ''}`, who, dayOf(when), path].join(' · '),
  };
}

/** A day and time as people write them; what is no date is left as it is. */
export function dayOf(when: string): string {
  const date = new Date(when);
  return Number.isNaN(date.getTime())
    ? when
    : date.toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
}

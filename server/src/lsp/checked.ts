import type { Finding } from '../engine/finding.ts';
import type { Ledger } from '../house/ledger.ts';
import type { Elsewhere } from '../reuse/elsewhere.ts';
import type { InForce } from './settings.ts';
import { normalizeUri } from './uris.ts';

/** What was found in a draft that is not open, and all that hangs on. */
export interface Checked {
  readonly text: string;
  readonly inForce: InForce;
  readonly ledger: Ledger;
  /** Undefined where it is remembered from an earlier check, which has compared it with the same. */
  readonly elsewhere?: Elsewhere;
  /** What nobody has settled. */
  readonly findings: readonly Finding[];
  /** All that was found, settled or not. */
  readonly found: readonly Finding[];
  /** Whether no check has failed. */
  readonly isWhole: boolean;
}

/** What was found in drafts that are not open: it is not found anew as long as all it hangs on is the same. */
export interface CheckedDrafts {
  get(uri: string, now: Pick<Checked, 'text' | 'inForce' | 'ledger'>): Checked | undefined;
  set(uri: string, checked: Checked): void;
}

/** So many characters of drafts are kept with what was found in them, the last ones checked. */
const KEPT = 4_000_000;

/** Makes the keeper, empty. */
export function createCheckedDrafts(): CheckedDrafts {
  const kept = new Map<string, Checked>();
  let size = 0;
  const drop = (key: string): void => {
    size -= kept.get(key)?.text.length ?? 0;
    kept.delete(key);
  };
  return {
    get(uri, { text, inForce, ledger }) {
      const before = kept.get(normalizeUri(uri));
      return before?.text === text && before.inForce === inForce && before.ledger === ledger
        ? before
        : undefined;
    },
    set(uri, checked) {
      const key = normalizeUri(uri);
      drop(key);
      kept.set(key, checked);
      size += checked.text.length;
      for (const oldest of kept.keys()) {
        if (size <= KEPT) break;
        drop(oldest);
      }
    },
  };
}

/** Whether two drafts are compared with the same. */
export function isSameElsewhere(a: Elsewhere, b: Elsewhere): boolean {
  const same = <T>(some: readonly T[], others: readonly T[]): boolean =>
    some.length === others.length && some.every((one, i) => one === others[i]);
  return (
    a === b ||
    (a.name === b.name &&
      same(a.others, b.others) &&
      same(a.archived, b.archived) &&
      a.habits === b.habits &&
      a.crowd.size === b.crowd.size &&
      [...a.crowd].every(([mark, count]) => b.crowd.get(mark) === count))
  );
}

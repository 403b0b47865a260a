import type { Draft } from './draft.ts';
import type { Prose } from './prose.ts';
import { type Splice, spliceBetween, spliceInPlace } from './splice.ts';

/** How the paragraphs of a draft came of those it had before. */
export interface Followed extends Splice {
  /** What stood in the changed splice before, and what stands there now. */
  readonly left: readonly Prose[];
  readonly added: readonly Prose[];
}

/**
 * Follows one draft from reading to reading. Where the reader tells what changed since the one seen last, no other paragraph is
 * looked at.
 */
export function followDraft(): (draft: Draft) => Followed {
  const proses: Prose[] = [];
  let seen: symbol | undefined;
  return ({ paragraphs, reading }) => {
    const since = seen !== undefined && reading?.since?.id === seen ? reading.since : undefined;
    const isSame = (old: number, now: number) => proses[old] === paragraphs[now]?.prose;
    const splice = spliceBetween(proses.length, paragraphs.length, isSame, since?.splice);
    const { at, removed, inserted } = splice;
    const added = paragraphs.slice(at, at + inserted).map(({ prose }) => prose);
    const left = spliceInPlace(proses, at, removed, added);
    seen = reading?.id;
    return { ...splice, left, added };
  };
}

import type { Draft } from './draft.ts';
import type { Prose } from './prose.ts';
import { changedStretch, replaceStretch, type Stretch } from './stretch.ts';

/** How the paragraphs of a draft came of those it had before. */
export interface Followed extends Stretch {
  /** What stood in the changed stretch before, and what stands there now. */
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
    const stretch = changedStretch(proses.length, paragraphs.length, isSame, since?.stretch);
    const { at, gone, come } = stretch;
    const added = paragraphs.slice(at, at + come).map(({ prose }) => prose);
    const left = replaceStretch(proses, at, gone, added);
    seen = reading?.id;
    return { ...stretch, left, added };
  };
}

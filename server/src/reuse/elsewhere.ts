import type { Position } from '../draft/lines.ts';
import type { ArchivedStory } from './archived.ts';
import type { Story } from './story.ts';

/** Another draft that may share copy with the one that is judged. */
export interface OtherDraft {
  /** Where it is: a path or an address, as the machine has it. */
  readonly place: string;
  /** What messages call it. */
  readonly name: string;
  readonly story: Story;
  /** The line and character of an offset of its source. */
  positionAt(offset: number): Position;
}

/** What a draft is compared with, beside itself. */
export interface Elsewhere {
  /** What messages call the draft itself; empty for one without a name. */
  readonly name: string;
  /** The drafts that share copy with it, those that share most first. */
  readonly others: readonly OtherDraft[];
  /** In how many drafts those of its marks stand that a crowd has. */
  readonly crowd: ReadonlyMap<number, number>;
  /** The stories of archives that share copy with it, those that share most first. */
  readonly archived: readonly ArchivedStory[];
  /** How often what many archived stories say has run, and when last, by a fingerprint's `keyOf`. */
  readonly habits: ReadonlyMap<number, Habit>;
}

/** What is said again and again. */
export interface Habit {
  /** In how many stories. */
  readonly count: number;
  /** The day it ran last, as in 2024-03-12, where that is known. */
  readonly last?: string;
}

/** For a draft that is judged alone. */
export const NOWHERE: Elsewhere = { name: '', others: [], crowd: new Map(), archived: [], habits: new Map() };

/** Of more drafts that share copy with one than this, those that share most are looked at. */
export const MOST_OTHERS = 20;

import type { Draft } from '../draft/draft.ts';
import type { Memory, Text } from '../engine/memory.ts';
import type { Plan } from '../engine/plan.ts';
import { type Elsewhere, NOWHERE } from '../reuse/elsewhere.ts';
import { storyOf } from '../reuse/story.ts';
import { errorMessage } from '../trouble.ts';
import type { Host } from './host.ts';
import type { Neighbours } from './neighbours.ts';
import type { InForce } from './settings.ts';

/** Knows what drafts are compared with: the other drafts of the workspace, and archives. */
export interface Compared {
  /** The same object for as long as that is the same; nothing where the checks that go by it are off. */
  of(uri: string, draft: Draft, inForce: Pick<InForce, 'plan' | 'archives'>): Promise<Elsewhere>;
  /** The same as long as a text is compared with the same. */
  stamp(
    uri: string,
    text: Text,
    inForce: Pick<InForce, 'plan' | 'archives'>,
    memory: Memory,
  ): Promise<string>;
  /** A file has changed, come or gone. */
  changed(uri: string): void;
}

/**
 * Makes the keeper of what drafts are compared with.
 * @param tell is told, in a sentence, why an archive cannot be asked.
 */
export function createCompared(
  { archives }: Pick<Host, 'archives'>,
  neighbours: Pick<Neighbours, 'of' | 'stamp'>,
  tell: (problem: string) => void,
): Compared {
  const asker = archives?.open(tell);
  // what was met stays the same object as long as it is the same, and so must what is made of two such
  const joined = new WeakMap<object, WeakMap<object, Elsewhere>>();
  const inArchives = async (uri: string, draft: Draft, folders: readonly string[]) => {
    try {
      return await asker?.meet(folders, storyOf(draft), uri);
    } catch (error) {
      tell(`An archive could not be read: ${errorMessage(error)}.`);
      return undefined;
    }
  };
  return {
    async of(uri, draft, { plan, archives: folders }) {
      const others = isOn(plan, 'duplicate/across-files') ? await neighbours.of(uri, draft) : NOWHERE;
      const met = asksArchives(plan, folders) ? await inArchives(uri, draft, folders) : undefined;
      if (met === undefined || (met.archived.length === 0 && met.habits.size === 0)) return others;
      const known = joined.get(met) ?? new WeakMap<object, Elsewhere>();
      joined.set(met, known);
      const both = known.get(others) ?? { ...others, ...met };
      known.set(others, both);
      return both;
    },
    async stamp(uri, text, { plan, archives: folders }, memory) {
      const beside = isOn(plan, 'duplicate/across-files') ? await neighbours.stamp(uri, text, memory) : '';
      return `${beside} ${asksArchives(plan, folders) ? await asker?.stamp(folders) : ''}`;
    },
    changed(uri) {
      asker?.changed(uri);
    },
  };
}

const isOn = ({ checks, severities }: Plan, code: string): boolean =>
  severities.get(code) !== 'off' && checks.some(({ check, muted }) => check.id === 'duplicate' && !muted);

const asksArchives = (plan: Plan, folders: readonly string[]): boolean =>
  folders.length > 0 && (isOn(plan, 'duplicate/archive') || isOn(plan, 'duplicate/press-release'));

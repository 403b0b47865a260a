import { LONG } from '../draft/bits.ts';
import type { Plan } from '../engine/plan.ts';
import type { OpenDocument } from './documents.ts';
import type { Host } from './host.ts';

/** Reads a long draft that is open, other work in between. */
export async function readOpen(document: OpenDocument, turn: Host['turn']): Promise<void> {
  while (!document.isClosed() && mustRead(document)) {
    document.readOn();
    await turn();
  }
}

const mustRead = ({ text, isUnread }: OpenDocument): boolean => text.source.length >= LONG && isUnread();

/**
 * Gets a document ready to be judged by a plan: of a long draft that is new, or judged by another plan than before, it reads and learns
 * bit by bit and has others' questions answered in between. False where another plan was asked for meanwhile: that one is to be followed.
 */
export type Prepare = (document: OpenDocument, plan: Plan) => Promise<boolean>;

/** Makes what gets documents ready. */
export function createPrepare({ turn }: Pick<Host, 'turn'>): Prepare {
  const running = new WeakMap<OpenDocument, Promise<void>>();
  const wanted = new WeakMap<OpenDocument, Plan>();
  const learnt = new WeakMap<OpenDocument, Plan>();

  const isReady = (document: OpenDocument, plan: Plan): boolean =>
    document.isClosed() ||
    document.text.source.length < LONG ||
    (!mustRead(document) && learnt.get(document) === plan);

  const learn = async (document: OpenDocument, plan: Plan): Promise<void> => {
    await readOpen(document, turn);
    // what a whole reading anew brings is told by the paragraphs that it shares with the one before
    if (learnt.get(document) === plan) return;
    for (const _ of document.session.learn(document.draft, plan)) {
      await turn();
      if (document.isClosed() || wanted.get(document) !== plan) return;
    }
    learnt.set(document, plan);
  };

  return async (document, plan) => {
    wanted.set(document, plan);
    while (!isReady(document, plan) && wanted.get(document) === plan) {
      const run = running.get(document) ?? learn(document, plan).finally(() => running.delete(document));
      running.set(document, run);
      try {
        await run;
      } catch {
        // to judge it will fail too, and say why
        return true;
      }
    }
    return document.isClosed() || wanted.get(document) === plan;
  };
}

import { makeProse, type ParagraphKind, type Prose } from './prose.ts';

/** Hands out one prose for one text and kind, so that a paragraph read again brings what was learnt of it. */
export type ProseStore = (text: string, kind: ParagraphKind) => Prose;

/** The dead are looked for when this many are remembered more than were alive at the last look. */
const SLACK = 64;

/**
 * Makes a store that remembers a prose for as long as somebody else holds it, as a draft holds its paragraphs: what was typed over is
 * forgotten with all that was learnt of it, or an afternoon's typing would be kept key by key.
 */
export function createProseStore(): ProseStore {
  const known = new Map<string, WeakRef<Prose>>();
  let full = SLACK;
  const forgetTheDead = () => {
    for (const [key, ref] of known) if (ref.deref() === undefined) known.delete(key);
    full = known.size * 2 + SLACK;
  };
  return (text, kind) => {
    const key = `${kind} ${text}`;
    const there = known.get(key)?.deref();
    if (there !== undefined) return there;
    const prose = makeProse(text, kind);
    known.set(key, new WeakRef(prose));
    if (known.size >= full) forgetTheDead();
    return prose;
  };
}

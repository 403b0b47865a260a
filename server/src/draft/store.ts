import { makeProse, type ParagraphKind, type Prose } from './prose.ts';

/** Hands out one prose for one text and kind, so that a paragraph read again brings what was learnt of it. */
export type ProseStore = (text: string, kind: ParagraphKind) => Prose;

/** Makes a store that remembers the last `limit` or more different paragraphs it was asked for. */
export function createProseStore(limit = 20_000): ProseStore {
  let recent = new Map<string, Prose>();
  let older = new Map<string, Prose>();
  return (text, kind) => {
    const key = `${kind} ${text}`;
    let prose = recent.get(key);
    if (prose !== undefined) return prose;
    prose = older.get(key) ?? makeProse(text, kind);
    recent.set(key, prose);
    if (recent.size >= limit) {
      older = recent;
      recent = new Map();
    }
    return prose;
  };
}

import type { Prose } from '../draft/prose.ts';
import type { Cue } from './clause.ts';

const NAME = String.raw`(?:\p{Lu}[\p{L}\p{M}’'.-]*)(?:\s(?:(?:de|van|von|der|al|bin)\s)?\p{Lu}[\p{L}\p{M}’'.-]*){1,4}`;
const SIGNED = new RegExp(String.raw`^(?:[—–-]+\s?${NAME}|${NAME},\s)(?:,?\s?[\p{L}’' -]{0,60})?$`, 'u');

/** Whether a paragraph is the name of who said what stands over it: “— Ines Roth, mayor”. */
export const isSignature = ({ text, kind }: Prose): boolean =>
  text.length <= 90 && (SIGNED.test(text) || (kind === 'list-item' && SIGNED.test(`— ${text}`)));

/**
 * Whether a paragraph leads in the quote that follows: its last sentence is left open, by a comma, a dash or nothing at all, and tells who
 * speaks. A colon is a cue of its own.
 */
export const leadsIn = (text: string, lastCues: readonly Cue[]): boolean =>
  (lastCues.some(({ source }) => source !== undefined) &&
    /[\p{L}\p{N},—–]$/u.test(text.trimEnd().slice(-2))) ||
  (text.includes('this to say') && /\bthis to say\s*(?:…|\.{3}|[.,:])$/u.test(text));

import type { Code } from '../checks/check.ts';
import { CHECKS } from '../checks/index.ts';
import type { Say } from './say.ts';

const KINDS: ReadonlyMap<string, Code> = new Map(CHECKS.flatMap(({ codes }) => Object.entries(codes)));

/** What is known of a code: its summary, its examples; undefined for a code no check raises. */
export const kindOf = (code: string): Code | undefined => KINDS.get(code);

/** What a code stands for, in the user's language. */
export const kindSaid = (code: string, say: Say): string => say(kindOf(code)?.summary ?? code);

/** The same within a sentence. German keeps its capitals. */
export function kindInASentence(code: string, say: Say): string {
  const said = kindSaid(code, say);
  return said === kindOf(code)?.summary ? said.charAt(0).toLowerCase() + said.slice(1) : said;
}

import type { Code } from '../checks/check.ts';
import { CHECKS } from '../checks/index.ts';

const KINDS: ReadonlyMap<string, Code> = new Map(CHECKS.flatMap(({ codes }) => Object.entries(codes)));

/** What is known of a code: its summary, its examples; undefined for a code no check raises. */
export const kindOf = (code: string): Code | undefined => KINDS.get(code);

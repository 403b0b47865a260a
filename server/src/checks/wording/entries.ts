import type { WordingEntry } from '../check.ts';

/** An entry of wording as a line of the check's options: “adviser = advisor; adviseur # house style”. */
export const lineOf = ({ say, not, why }: WordingEntry): string =>
  `${say} = ${not.join('; ')}${why === undefined ? '' : ` # ${why}`}`;

/** Reads such a line; undefined where it is none. */
export function entryOf(line: string): WordingEntry | undefined {
  const parts = /^(?<say>[^=]+?)\s*=\s*(?<not>[^#]+?)\s*(?:#\s*(?<why>.*))?$/u.exec(line.trim())?.groups;
  if (parts?.say === undefined || parts.not === undefined) return undefined;
  const not = parts.not.split(';').map((one) => one.trim());
  return {
    say: parts.say,
    not: not.filter((one) => one !== ''),
    ...(parts.why !== undefined && { why: parts.why }),
  };
}

import type { WordingEntry } from '../checks/check.ts';

/**
 * Reads a file of wording by its name: a CSV whose first line names its columns (say, not, why; several words of `not` parted by “;”),
 * or a Vale rule that extends `substitution`. Undefined where it is neither. Of a Vale rule, plain words and choices of them (`(?:a|b)`)
 * are taken; other patterns are left out.
 */
export function wordingIn(name: string, text: string): readonly WordingEntry[] | undefined {
  const plain = text.replace(/^\ufeff/u, '');
  if (/\.csv$/i.test(name)) return fromCsv(plain);
  return /\.ya?ml$/i.test(name) ? fromVale(plain) : undefined;
}

function fromCsv(text: string): readonly WordingEntry[] | undefined {
  const [head = [], ...rows] = rowsOf(text);
  const columns = head.map((cell) => cell.trim().toLowerCase());
  const [say, not, why] = [columns.indexOf('say'), columns.indexOf('not'), columns.indexOf('why')];
  if (say < 0 || not < 0) return undefined;
  return rows.flatMap((row) => {
    const words = (row[not] ?? '').split(';').map((one) => one.trim());
    const entry = { say: (row[say] ?? '').trim(), not: words.filter((one) => one !== '') };
    const reason = row[why]?.trim() ?? '';
    return entry.say === '' || entry.not.length === 0
      ? []
      : [{ ...entry, ...(reason !== '' && { why: reason }) }];
  });
}

/** The rows of a CSV; a cell in quotes may hold commas, line ends and doubled quotes (RFC 4180). */
function rowsOf(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, bare = '', end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n?|\n|$)/gu,
  )) {
    row.push(quoted === undefined ? bare : quoted.replace(/""/gu, '"'));
    if (end === ',') continue;
    if (row.some((cell) => cell.trim() !== '')) rows.push(row);
    row = [];
  }
  return rows;
}

const unquoted = (text: string): string => text.trim().replace(/^(["'])(.*)\1$/u, '$2');

function fromVale(text: string): readonly WordingEntry[] | undefined {
  if (!/^extends:\s*["']?substitution\b/mu.test(text)) return undefined;
  const lines = text.split(/\r\n?|\n/u);
  const from = lines.findIndex((line) => /^swap:\s*$/u.test(line));
  const entries: WordingEntry[] = [];
  for (const line of from < 0 ? [] : lines.slice(from + 1)) {
    if (/^\S/u.test(line) && !line.startsWith('#')) break;
    const pair = /^\s+(?<not>"[^"]*"|'[^']*'|[^:#]+?)\s*:\s+(?<say>"[^"]*"|'[^']*'|[^#]+?)\s*(?:#.*)?$/u.exec(
      line,
    )?.groups;
    if (pair?.not === undefined || pair.say === undefined) continue;
    const not = unquoted(pair.not)
      .replace(/^\((?:\?:)?([^()]*)\)$/u, '$1')
      .split('|');
    // of several words to say, the first is the one Vale puts in
    const [say = ''] = unquoted(pair.say).split('|');
    if (not.every((one) => /^[\p{L}\p{N} '’.-]+$/u.test(one))) entries.push({ say, not });
  }
  return entries;
}

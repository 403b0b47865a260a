import type { Format } from './draft.ts';
import type { SourceText } from './source.ts';

/** Whether a text may begin with front matter: whether it does hangs on all of it. */
export const mayHaveFrontMatter = (source: SourceText): boolean =>
  /^\ufeff?\s{0,20}(?:---|\+\+\+|\{)/u.test(source.slice(0, 30));

// Jekyll's and Hugo's, in YAML or TOML: in the first line of Markdown whatever it holds, elsewhere only with a key in it
const FIRST_LINE = /^\ufeff?(---|\+\+\+)[ \t]*(?:\r\n|\n|\r)[\s\S]*?(?:\r\n|\n|\r)\1[ \t]*(?:\r\n|\n|\r|$)/u;
const WITH_KEY =
  /^\ufeff?\s{0,20}(---|\+\+\+)[ \t]*(?:\r\n|\n|\r)\s*[\w-]+[ \t]*[:=][\s\S]*?(?:\r\n|\n|\r)\1[ \t]*(?:\r\n|\n|\r|$)/u;
// Hugo's in JSON
const JSON_OBJECT = /^\ufeff?\s{0,20}\{\s*"[\w-]+"\s*:[\s\S]*?(?:\r\n|\n|\r)\}[ \t]*(?:\r\n|\n|\r|$)/u;

/** Where the front matter of a text ends; 0 where it has none. */
export function frontMatterEnd(source: string, format: Format): number {
  if (!mayHaveFrontMatter(source)) return afterMark(source, 0, format);
  const match =
    WITH_KEY.exec(source) ??
    JSON_OBJECT.exec(source) ??
    (format === 'markdown' ? FIRST_LINE.exec(source) : null);
  return afterMark(source, match?.[0].length ?? 0, format);
}

// micromark drops a byte order mark before it counts, which would move every offset after it
function afterMark(source: string, at: number, format: Format): number {
  let end = at;
  while (format === 'markdown' && source.charCodeAt(end) === 0xfeff) end += 1;
  return end;
}

import { readdirSync, readFileSync } from 'node:fs';
import { transformSync } from 'esbuild';
import { expect, it } from 'vitest';
import { parseAst } from 'vitest/node';
import { sayIn } from '../../server/src/lsp/say.ts';

const SERVER = new URL('../../server/src/', import.meta.url);
const german = sayIn('de');

/** What reaches only those who run the command line, or stands in files of the desk's own: English everywhere. */
const ELSEWHERE =
  /^(?:main|models.*|archive\/tables|house\/(?:baseline|json-schema|schema|template)|workspace\/(?:check|entries|file-judge|memory|named|report|survey)|draft\/(?:addresses|kinds|removal|written-here)|reports\/(?:claims|github|index|json|junit|ndjson|sarif|sources|text))\.ts$/u;
const ELSEWHERE_TOO =
  /blue-pencil archive add|^(?:no draft|left alone|not asked for|written here|not open|is house file|house file|too large|checked with|OpenDocument text|many drafts)$|^(?:Fixed \0 in|There was nothing to fix safely|\0 could not be fixed|\0 checked: nothing more|known finding$|\0 left out|\0 can be fixed safely)/u;

interface Node {
  readonly type?: string;
  readonly start: number;
  readonly end: number;
  readonly value?: unknown;
  readonly callee?: Node;
  readonly arguments?: readonly Node[];
  readonly quasis?: readonly { readonly value: { readonly cooked: string } }[];
}

/** The texts in a file that somebody may read, with \0 in the place of what is filled in: several words, in no log and no fault of a program's. */
function textsIn(file: string): readonly string[] {
  const { code } = transformSync(readFileSync(new URL(file, SERVER), 'utf8'), { loader: 'ts' });
  const source = ({ start, end }: Node): string => code.slice(start, end);
  const isForPrograms = ({ type, callee, arguments: [first] = [] }: Node): boolean => {
    const called = callee === undefined ? '' : source(callee);
    return (
      /(?:^|\.)console\.\w+$/u.test(called) ||
      /^(?:RangeError|TypeError|RegExp)$/u.test(called) ||
      (called === 'ResponseError' &&
        first !== undefined &&
        source(first) !== 'LSPErrorCodes.RequestFailed') ||
      type === 'TaggedTemplateExpression'
    );
  };
  const within = (part: unknown): readonly string[] => {
    if (Array.isArray(part)) return part.flatMap(within);
    if (typeof part !== 'object' || part === null) return [];
    const node = part as Node;
    if (isForPrograms(node)) return [];
    const own =
      node.type === 'Literal' && typeof node.value === 'string'
        ? [node.value]
        : node.type === 'TemplateLiteral'
          ? [(node.quasis ?? []).map(({ value }) => value.cooked).join('\0')]
          : [];
    return [...own, ...Object.values(node).flatMap(within)];
  };
  return within(parseAst(code).body).filter(
    (text) =>
      /\p{L}{2,}[\0,:;.]? [\0“\p{L}]/u.test(text.replaceAll('Blue Pencil', '')) && !/<\w|--ink/u.test(text),
  );
}

/** All of them, each with its file. */
const TEXTS = ['', 'lsp/', 'house/', 'workspace/', 'archive/', 'draft/', 'reports/'].flatMap((folder) =>
  readdirSync(new URL(folder, SERVER))
    .filter((name) => name.endsWith('.ts') && !ELSEWHERE.test(folder + name))
    .flatMap((name) => textsIn(folder + name).map((text) => [folder + name, text] as const))
    .filter(([, text]) => !ELSEWHERE_TOO.test(text)),
);

// without what stands in quotes or is a name of something set
const ENGLISH =
  /\b(?:the|is|not|of|and|that|this|you|it|by|which|there|could|must|be|read|from|has|with|to|for|or|no|checked|line)\b/u;
const isGerman = (text: string): boolean => {
  const said = german(text);
  return said !== text && !ENGLISH.test(said.replace(/„[^“]*“|\{[^}]*\}|\bsay und not\b/gu, ''));
};

/** A text as it may be filled in, and what it may stand in: after a name, after a sentence, or before another one. */
const asSaid = (text: string): readonly string[] =>
  [text.replace(/\0$/u, ''), text.replaceAll(/(?<=\.)\0$/gu, '')].flatMap((one) => {
    const filled = one.replaceAll('\0', 'X');
    return [filled, `X ${filled}`, `Das.${filled}`, `${filled}X`];
  });

it('is said in German on a German desk: every text that the server can send', () => {
  expect(TEXTS.length).toBeGreaterThan(150);
  const english = TEXTS.filter(([, text]) => !asSaid(text).some(isGerman));
  expect(english.map(([file, text]) => `${file}: ${text.replaceAll('\0', '{}')}`)).toEqual([]);
});

it('would miss a text that is not translated', () => {
  expect(asSaid('This has just been written, and \0 is in it.').some(isGerman)).toBe(false);
  expect(asSaid('\0 has a hole. Nothing in it was checked.').some(isGerman)).toBe(false);
});

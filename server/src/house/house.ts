import { createScanner, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import * as v from 'valibot';
import {
  type Check,
  DIALECTS,
  type HouseWords,
  type Options,
  QUOTE_MARKS,
  type Severity,
  WORDING_LISTS,
  type WordingEntry,
} from '../checks/check.ts';
import { linesOf } from '../draft/lines.ts';
import type { Span } from '../draft/span.ts';
import type { Overrides } from '../engine/plan.ts';
import { COSTLY, isCostly } from './patterns.ts';
import {
  checksSchema,
  codesOf,
  HOUSE_WORDS,
  type HouseFile,
  houseFileSchema,
  houseWords,
  SEVERITY_OVERRIDES,
  severitySchema,
} from './schema.ts';
import { didYouMean } from './suggest.ts';

/** The name of a house file. */
export const HOUSE_FILE = '.blue-pencil.json';

/** A house style: what a desk has said of the checks, and the drafts it leaves alone. */
export interface House {
  readonly overrides: Overrides;
  /** Globs as in a .gitignore file, from the folder of the house file. */
  readonly ignore: readonly string[];
  /** Folders of archives that drafts are compared with, from the folder of the house file. */
  readonly archive?: readonly string[];
  /** Files of wording that it names, from its own folder, and where it names them. */
  readonly wordingFiles?: readonly { readonly name: string; readonly span: Span }[];
  /** The largest draft that is checked, in kilobytes, if the house says so. */
  readonly maxFileSize?: number;
}

/** Something wrong with a house file; the span is in UTF-16 offsets of its text. */
export interface HouseProblem {
  readonly message: string;
  readonly span: Span;
}

/** A house style that says nothing. */
export const NO_HOUSE: House = { overrides: {}, ignore: [] };

/**
 * Reads a house file: JSON, with comments and trailing commas allowed. Any problem means no house, so that the last good
 * one can stay in force.
 * @param checks the checks that can be spoken of.
 */
export function parseHouse(
  text: string,
  checks: readonly Check[],
): { readonly house: House | undefined; readonly problems: readonly HouseProblem[] } {
  // a byte order mark is not JSON; a blank in its place keeps the spans right
  const json = text.replace(/^\ufeff/u, ' ');
  const { tree, problems } = treeOf(json);
  if (tree === undefined) return { house: undefined, problems };
  const value = plainValue(tree);
  const result = v.safeParse(houseFileSchema(checks), value);
  const complaints = complaintsOf(result.issues, value);
  if (!result.success || complaints.length > 0) {
    const told = complaints.slice(0, MOST_TOLD);
    return {
      house: undefined,
      problems: told.map((one) => ({ message: explain(one, checks), span: spanOf(tree, one) })),
    };
  }
  const costly = (result.output.ignore ?? []).findIndex(isCostly);
  if (costly >= 0) {
    const span = spanOf(tree, { path: ['ignore', costly], kind: 'type', input: '' });
    return { house: undefined, problems: [{ message: COSTLY, span }] };
  }
  return { house: houseOf(result.output, tree), problems: [] };
}

/** What stands in a house file, or what makes it none: empty, too deep, no JSON, a key said twice. */
function treeOf(json: string): {
  readonly tree: Node | undefined;
  readonly problems: readonly HouseProblem[];
} {
  const bad = (problems: readonly HouseProblem[]) => ({ tree: undefined, problems });
  if (json.trim() === '') {
    const message = 'The house file is empty. Write {} in it to keep every default.';
    return bad([{ message, span: { start: 0, end: json.length } }]);
  }
  const deep = tooDeep(json);
  if (deep !== undefined) {
    const message = `Nothing in a house file is nested as deep as this: ${DEEPEST} levels are read.`;
    return bad([{ message, span: deep }]);
  }
  const errors: ParseError[] = [];
  const tree = parseTree(json, errors, { allowTrailingComma: true });
  if (errors.length > 0 || tree === undefined) return bad(syntaxProblems(json, errors));
  const twice = repeatedKeys(tree);
  return twice.length > 0 ? bad(twice) : { tree, problems: [] };
}

function houseOf(file: HouseFile, tree: Node): House {
  const { checks, severity, ignore, archive, maxFileSize, $schema: _, wording, ...rest } = file;
  const named = (wording ?? []).flatMap((one, i) =>
    typeof one === 'string'
      ? [{ name: one, span: spanOf(tree, { path: ['wording', i], kind: 'type', input: one }) }]
      : [],
  );
  return {
    overrides: {
      ...(checks && { checks: checks as Record<string, boolean | Options> }),
      ...(severity && { severity: severity as Record<string, Severity | 'off'> }),
      ...(rest as HouseWords),
      ...(wording && { wording: entriesIn(wording) }),
    },
    ignore: ignore ?? [],
    ...(named.length > 0 && { wordingFiles: named }),
    ...(archive !== undefined && { archive }),
    ...(maxFileSize !== undefined && { maxFileSize }),
  };
}

/**
 * Reads what user settings say of the checks: an object with `checks`, `severity` and what a house says once, shaped as in a
 * house file; other keys are no concern of it. A bad entry is left out and told of, the good ones hold.
 */
export function overridesFromSettings(
  value: unknown,
  checks: readonly Check[],
): { readonly overrides: Overrides; readonly problems: readonly string[] } {
  const settings = isRecord(value) ? value : {};
  const problems: string[] = [];
  const goodPart = (key: 'checks' | 'severity' | keyof HouseWords, schema: v.GenericSchema): unknown => {
    let part: unknown = structuredClone(settings[key] ?? undefined);
    for (;;) {
      const result = v.safeParse(schema, part);
      const complaints = complaintsOf(result.issues, { [key]: part }, [key]);
      if (complaints.length === 0) return result.output;
      for (const complaint of complaints) {
        problems.push(`${complaint.path.join(' › ')}: ${explain(complaint, checks)}`);
        part = without(part, complaint.path.slice(1));
      }
    }
  };
  const said = goodPart('checks', v.optional(checksSchema(checks)));
  const severity = goodPart('severity', v.optional(severitySchema(checks)));
  const overrides = {
    ...(said !== undefined && { checks: said as Record<string, boolean | Options> }),
    ...(severity !== undefined && { severity: severity as Record<string, Severity | 'off'> }),
    ...(Object.fromEntries(
      HOUSE_WORDS.flatMap((key) => {
        const word = goodPart(key, houseWords[key]);
        return word === undefined
          ? []
          : [[key, key === 'wording' ? entriesIn(word as readonly unknown[]) : word]];
      }),
    ) as HouseWords),
  };
  return { overrides, problems };
}

// a file can only be named where there is a folder to look in
const entriesIn = (wording: readonly unknown[]): readonly WordingEntry[] =>
  wording.filter((one): one is WordingEntry => typeof one !== 'string');

// An object of checks with objects of options with lists is all there is.
const DEEPEST = 20;
/** So many mistakes are told of at once. */
const MOST_TOLD = 100;

/** The first bracket that opens more than is read; the parser would go as deep as the file does. */
function tooDeep(json: string): Span | undefined {
  const scanner = createScanner(json, true);
  let depth = 0;
  for (let token = scanner.scan(); token !== END_OF_FILE; token = scanner.scan()) {
    if (OPENING.has(token)) depth += 1;
    else if (CLOSING.has(token)) depth -= 1;
    const start = scanner.getTokenOffset();
    if (depth > DEEPEST) return { start, end: start + 1 };
  }
  return undefined;
}

// jsonc-parser's SyntaxKind: { and [, } and ], the end
const OPENING: ReadonlySet<number> = new Set([1, 3]);
const CLOSING: ReadonlySet<number> = new Set([2, 4]);
const END_OF_FILE: number = 17;

type Key = string | number;

/** A complaint of the schema, flat: where, and what was found there. */
interface Complaint {
  readonly path: readonly Key[];
  readonly kind: 'unknown' | 'type' | 'low';
  readonly input: unknown;
}

function flatten(issues: readonly v.BaseIssue<unknown>[], base: readonly Key[] = []): Complaint[] {
  return issues.flatMap((issue): Complaint[] => {
    const path = [...base, ...(issue.path ?? []).map((item) => item.key as Key)];
    // of a choice between a switch and an object, an object's own complaints are the ones to tell
    if (issue.type === 'union' && isRecord(issue.input) && issue.issues !== undefined) {
      return flatten(
        issue.issues.filter((one) => one.path !== undefined),
        path,
      );
    }
    const kind = issue.expected === 'never' ? 'unknown' : issue.type === 'min_value' ? 'low' : 'type';
    const input = kind === 'unknown' ? issue.path?.at(-1)?.value : issue.input;
    return [{ path, kind, input }];
  });
}

function complaintsOf(
  issues: readonly v.BaseIssue<unknown>[] | undefined,
  value: unknown,
  base: readonly Key[] = [],
): Complaint[] {
  const lists = listsForObjects(value);
  const others = flatten(issues ?? [], base).filter(
    ({ path }) => !lists.some((list) => list.path.every((key, i) => path[i] === key)),
  );
  return [...lists, ...others];
}

// To valibot a list is an object too.
function listsForObjects(value: unknown): Complaint[] {
  const at = (input: unknown, ...path: Key[]): Complaint[] =>
    Array.isArray(input) ? [{ path, kind: 'type', input }] : [];
  if (!isRecord(value)) return at(value);
  const { checks, severity } = value;
  const entries = isRecord(checks) ? Object.entries(checks) : [];
  return [
    ...at(checks, 'checks'),
    ...at(severity, 'severity'),
    ...entries.flatMap(([id, said]) => at(said, 'checks', id)),
  ];
}

const TEXT = 'text in quotes';
const LIST = 'a list in square brackets';

/** The lists of a house file, as it wants them. */
const LISTS = new Map<Key, string>([
  ['ignore', 'a list of file names or patterns in square brackets'],
  ['archive', 'a list of folders in square brackets'],
  ['names', LIST],
  ['reportingVerbs', LIST],
  ['extends', LIST],
  ['wording', LIST],
]);

function explain(complaint: Complaint, checks: readonly Check[]): string {
  const { path, kind, input } = complaint;
  const [top, second] = path;
  if (kind === 'unknown') return explainUnknown(path, checks);
  if (top === undefined) return `The house file must be an object in braces, not ${named(input)}.`;
  if (top === '$schema') return mustBe(top, TEXT, input);
  if (top === 'dialect') return wrongChoice(top, input, DIALECTS);
  if (top === 'quoteMarks') return wrongChoice(top, input, QUOTE_MARKS);
  const list = LISTS.get(top);
  if (list !== undefined) return explainList(complaint, list);
  if (top === 'maxFileSize') {
    return kind === 'low'
      ? '“maxFileSize” must be 1 or more: it counts kilobytes.'
      : mustBe(top, 'a number of kilobytes', input);
  }
  if (second === undefined)
    return mustBe(
      top,
      top === 'checks'
        ? 'an object in braces, with checks by name'
        : 'an object in braces, with codes by name',
      input,
    );
  if (top === 'severity') return wrongChoice(second, input, SEVERITY_OVERRIDES);
  return explainOption(
    complaint,
    checks.find(({ id }) => id === second),
  );
}

/** A list that is none, or something in it that is not what it lists. */
function explainList({ path: [top, second, third], input }: Complaint, list: string): string {
  if (top === undefined || second === undefined) return mustBe(top ?? '', list, input);
  if (top === 'extends') return wrongChoice(top, input, WORDING_LISTS);
  if (top !== 'wording') return mustHold(top, input);
  if (third === undefined)
    return `What “wording” lists must be a file’s name in quotes or an object such as {"say": "adviser", "not": ["advisor"]}, not ${named(input)}.`;
  return third === 'not' ? '“not” must be a list of words in square brackets.' : mustBe(third, TEXT, input);
}

/** What is said of one check: its options, or something in the list of one. */
function explainOption({ path, kind, input }: Complaint, check: Check | undefined): string {
  const [, id = '', option] = path;
  if (option === undefined) return mustBe(id, 'true, false, or an object with its options', input);
  if (kind === 'low') return `“${option}” must be 0 or more.`;
  if (path.length > 3) return mustHold(option, input);
  const choices = check?.choices?.[option];
  if (choices !== undefined) return wrongChoice(option, input, choices);
  return mustBe(option, wanted(option === 'enabled' ? true : check?.defaults[option]), input);
}

function explainUnknown(path: readonly Key[], checks: readonly Check[]): string {
  const [top, second] = path;
  const ids = checks.map((check) => check.id);
  const codes = codesOf(checks).map(({ code }) => code);
  const key = String(path.at(-1));
  if (path.length === 1) {
    if (ids.includes(key)) return `“${key}” is a check: write it within “checks”.`;
    if (codes.includes(key)) return `“${key}” is a kind of finding: write it within “severity”.`;
    const settings = ['checks', 'severity', ...HOUSE_WORDS, 'maxFileSize', 'ignore', 'archive'];
    return `There is no setting “${key}”.${didYouMean(key, settings) || ` The settings are: ${settings.join(', ')}.`}`;
  }
  if (path.length === 2 && top === 'checks') {
    if (codes.includes(key))
      return `“${key}” is a kind of finding, not a check: write it within “severity”, as in "${key}": "off".`;
    return `There is no check “${key}”.${didYouMean(key, ids) || ` The checks are: ${ids.join(', ')}.`}`;
  }
  if (path.length === 2 && top === 'severity') {
    const own = codes.filter((code) => code.startsWith(`${key}/`));
    if (ids.includes(key))
      return `“${key}” is a check. Severities are set for its kinds of finding: ${own.join(', ')}.`;
    return `No check finds “${key}”.${didYouMean(key, codes)}`;
  }
  const options = ['enabled', ...Object.keys(checks.find((check) => check.id === second)?.defaults ?? {})];
  return `The check “${second}” has no option “${key}”.${didYouMean(key, options) || ` Its options are: ${options.join(', ')}.`}`;
}

const mustBe = (name: Key, what: string, input: unknown): string =>
  `“${name}” must be ${what}, not ${named(input)}.`;

const mustHold = (name: Key, input: unknown): string =>
  `What “${name}” lists must be text in quotes, not ${named(input)}.`;

// without “or” and “and”, so that other languages need no word of their own in a list of names
const wrongChoice = (name: Key, input: unknown, choices: readonly string[]): string =>
  typeof input === 'string'
    ? `“${name}” can’t be “${input}”. Write one of these: ${choices.join(', ')}.${didYouMean(input, choices)}`
    : `“${name}” can’t be ${named(input)}. Write one of these in quotes: ${choices.join(', ')}.`;

function wanted(standard: unknown): string {
  if (typeof standard === 'number') return 'a number';
  if (typeof standard === 'boolean') return 'true or false';
  return typeof standard === 'string' ? TEXT : LIST;
}

function named(input: unknown): string {
  if (input === null) return 'null';
  if (Array.isArray(input)) return 'a list';
  if (typeof input === 'string') return TEXT;
  if (typeof input === 'number') return 'a number';
  if (typeof input === 'boolean') return String(input);
  return 'an object in braces';
}

function syntaxProblems(text: string, errors: readonly ParseError[]): HouseProblem[] {
  // one slip makes the parser stumble several times; the first is the one to mend
  const [first] = errors;
  if (first === undefined) return [{ message: 'This is no JSON.', span: { start: 0, end: text.length } }];
  const atEnd = first.offset >= text.trimEnd().length;
  const found = text.slice(first.offset, first.offset + first.length);
  const last = lastToken(text, first.offset);
  const code = printParseErrorCode(first.error);
  const line = linesOf(text);
  const missed = atEnd ? undefined : missing(text, code, first.offset, found);
  if (missed !== undefined) {
    const at = line.positionAt(missed.span.end).line;
    const isEarlier = at !== line.positionAt(first.offset).line;
    const where = isEarlier ? ` Put it at the end of line ${at + 1}.` : '';
    if (isEarlier || found === ':') return [{ message: missed.message + where, span: missed.span }];
  }
  const start = atEnd ? Math.max(0, last.end - 1) : first.offset;
  const end = atEnd ? Math.max(last.end, 1) : first.offset + Math.max(1, first.length);
  const message = wrongHere(code, atEnd ? undefined : shorten(found.trim()));
  return [{ message, span: { start, end: Math.min(end, text.length) } }];
}

/** What is missed where the next thing begins, though it belongs after an earlier one, on which it is told. */
function missing(text: string, code: string, offset: number, found: string): HouseProblem | undefined {
  const span = lastToken(text, offset);
  const wordsAt = ({ start, end }: Span): string => text.slice(start, end);
  const after = (what: string, at: Span): HouseProblem => ({
    message: `${what} is missing after “${shorten(wordsAt(at).replace(/^"(.*)"$/su, '$1'))}”.`,
    span: at,
  });
  if (code === 'ColonExpected') return after('A colon', span);
  if (code === 'ValueExpected')
    return wordsAt(span) === ':' ? after('A value', lastToken(text, span.start)) : undefined;
  if (code !== 'CommaExpected') return undefined;
  // in “"dialect": "ignore": []” the second name was read as the value of the first
  const before = lastToken(text, span.start);
  if (found === ':')
    return wordsAt(before) === ':' ? after('A value', lastToken(text, before.start)) : undefined;
  return after('A comma', span);
}

/** The last thing said before an offset; comments say nothing. */
function lastToken(text: string, offset: number): Span {
  const scanner = createScanner(text, true);
  let last = { start: 0, end: 0 };
  for (;;) {
    scanner.scan();
    const start = scanner.getTokenOffset();
    if (scanner.getTokenLength() === 0 || start >= offset) return last;
    last = { start, end: start + scanner.getTokenLength() };
  }
}

const shorten = (text: string): string => (text.length > 20 ? `${text.slice(0, 20)}…` : text);

/** What is wrong where the parser stumbles: over the words found there, or, where nothing is, over the end of the file. */
function wrongHere(code: string, found: string | undefined): string {
  const expected = EXPECTED[code];
  if (expected === undefined) return WRONG[code] ?? 'This cannot be read as JSON.';
  if (found === undefined) return `${expected} was expected here, but the file ends here.`;
  return found === '' ? `${expected} was expected here.` : `${expected} was expected here, not “${found}”.`;
}

const EXPECTED: Readonly<Record<string, string>> = {
  InvalidSymbol: 'A name or text in double quotes, true, false or a number',
  InvalidNumberFormat: 'A number',
  PropertyNameExpected: 'A name in double quotes',
  ValueExpected: 'A value',
  ColonExpected: 'A colon between the name and its value',
  CommaExpected: 'A comma',
  CloseBraceExpected: 'A closing brace }',
  CloseBracketExpected: 'A closing bracket ]',
};

const WRONG: Readonly<Record<string, string>> = {
  EndOfFileExpected: 'Nothing was expected here: the house file’s object is closed already.',
  InvalidCommentToken: 'A comment starts with // or /*.',
  UnexpectedEndOfComment: 'This comment is not closed: */ was expected.',
  UnexpectedEndOfString: 'This text is not closed: a double quote was expected.',
  UnexpectedEndOfNumber: 'This number is not complete.',
  InvalidUnicode: 'After \\u four hexadecimal digits were expected.',
  InvalidEscapeCharacter: 'After a backslash one of " \\ / b f n r t u was expected.',
  InvalidCharacter: 'This character was not expected here.',
};

function repeatedKeys(node: Node): HouseProblem[] {
  const children = node.children ?? [];
  const seen = new Set<unknown>();
  const problems: HouseProblem[] = [];
  for (const child of children) {
    const [key] = node.type === 'object' ? (child.children ?? []) : [];
    if (key !== undefined) {
      if (seen.has(key.value)) {
        problems.push({
          message: `“${key.value}” appears twice here. Keep one of the two.`,
          span: spanOfNode(key),
        });
      }
      seen.add(key.value);
    }
    problems.push(...repeatedKeys(child));
  }
  return problems;
}

// jsonc-parser's own getNodeValue would take a key named __proto__ for the prototype, and lose it.
function plainValue(node: Node): unknown {
  if (node.type === 'array') return (node.children ?? []).map(plainValue);
  if (node.type !== 'object') return node.value;
  return Object.fromEntries(
    (node.children ?? []).map((property) => {
      const [key, value] = property.children ?? [];
      return [String(key?.value), value === undefined ? undefined : plainValue(value)];
    }),
  );
}

function spanOf(tree: Node, { path, kind }: Complaint): Span {
  let node: Node = tree;
  let key: Node = tree;
  for (const step of path) {
    if (node.type === 'array') {
      node = node.children?.[Number(step)] ?? node;
      key = node;
      continue;
    }
    const property = node.children?.find((one) => one.children?.[0]?.value === step);
    const [name, value] = property?.children ?? [];
    if (name === undefined) break;
    key = name;
    node = value ?? name;
  }
  return spanOfNode(kind === 'unknown' ? key : node);
}

const spanOfNode = ({ offset, length }: Node): Span => ({ start: offset, end: offset + length });

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function without(value: unknown, path: readonly Key[]): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return undefined;
  if (Array.isArray(value)) {
    // one bad item spoils its list: what is left of it might mean something else
    return undefined;
  }
  if (!isRecord(value)) return value;
  const inner = rest.length === 0 ? undefined : without(value[first], rest);
  const { [first]: _, ...others } = value;
  return inner === undefined ? others : { ...others, [first]: inner };
}

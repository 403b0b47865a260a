import { type DefaultTreeAdapterTypes, defaultTreeAdapter, Parser } from 'parse5';
import type { Bits } from './bits.ts';
import { type Add, compose, maskTags, NO_PROSE, type Part } from './composer.ts';
import type { Draft, Paragraph } from './draft.ts';
import { isEnglishTag } from './english.ts';
import { referenceAt } from './entities.ts';
import { frontMatterEnd } from './front-matter.ts';
import { htmlParts, INLINE, KINDS, NO_PROSE_ELEMENT } from './html-parts.ts';
import { inParts } from './long.ts';
import { paragraphsOfParts, proseOf } from './marked.ts';
import { lowerBound } from './search.ts';
import type { SourceText } from './source.ts';
import { contains, type Span } from './span.ts';
import type { ProseStore } from './store.ts';
import { isWrittenHere } from './written-here.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Place = Node['sourceCodeLocation'];
type Element = DefaultTreeAdapterTypes.Element;

/**
 * Reads a page or a part of one. What a reader sees is prose: no navigation, forms, scripts, code, attributes, nothing hidden, and not the
 * head and foot of the site around an article. A paragraph's `lines` are its element, with the comments that WordPress keeps a block in.
 */
export function* readHtml(source: SourceText, store: ProseStore): Bits<Draft> {
  const text = source.toString();
  const parts = isWrittenHere(source) ? [] : (yield* partsOf(text)).flatMap(inParts);
  const paragraphs = yield* paragraphsOfParts(parts, (part, place) => proseOf(part, place, store));
  return { source, format: 'html', paragraphs, mayEdit: keepsMarkup(text, paragraphs) };
}

/** The parser takes the square of the depth; browsers stop at 512. */
const DEEPEST = 512;

/** The paragraphs of a page; of one that nobody wrote by hand or program, so deep is it, those that its tags alone tell. */
export function* partsOf(source: string): Bits<readonly Part[]> {
  const head = source.slice(0, frontMatterEnd(source, 'html'));
  const text = maskTags(head.replace(/[^\r\n]/gu, ' ') + source.slice(head.length)).replace(/^\ufeff/u, ' ');
  const page = yield* treeOf(text);
  if (page === undefined) return htmlParts(text, 0, text.length, 'prose');
  return inOrder(yield* walk(page, text));
}

/** So many characters are given to the parser at once: some milliseconds' work. */
const AT_ONCE = 4_000;

function* treeOf(text: string): Bits<Node[] | undefined> {
  let depth = 0;
  const tooDeep = new Error();
  const parser = new Parser({
    sourceCodeLocationInfo: true,
    treeAdapter: {
      ...defaultTreeAdapter,
      // each stretch stays on its own, so that none is said to stand where another does
      insertText: (parent, value) =>
        defaultTreeAdapter.appendChild(parent, defaultTreeAdapter.createTextNode(value)),
      insertTextBefore: (parent, value, next) =>
        defaultTreeAdapter.insertBefore(parent, defaultTreeAdapter.createTextNode(value), next),
      onItemPush() {
        depth += 1;
        if (depth > DEEPEST) throw tooDeep;
      },
      onItemPop() {
        depth -= 1;
      },
    },
  });
  try {
    for (let at = 0; at < text.length; at += AT_ONCE) {
      if (at > 0) yield;
      parser.tokenizer.write(text.slice(at, at + AT_ONCE), false);
    }
    parser.tokenizer.write('', true);
    return parser.document.childNodes;
  } catch (error) {
    if (error === tooDeep) return undefined;
    throw error;
  }
}

// What stands in these is for use, not for reading, or was taken out.
const UNREAD = /^(?:head|nav|form|menu|dialog|datalist|audio|video|canvas|del|s|strike|rt|rp)$/u;
// Something shows in their place that parts the words beside it, though it is no prose; and nothing at all.
const SHOWN = /^(?:code|kbd|samp|var|svg|math|button|select|textarea|iframe|object|audio|video|canvas)$/u;
const GONE = /^(?:script|style|template|noscript)$/u;
const HIDING_STYLE = /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;
const HIDING_CLASS = /(?:^|\s)(?:screen-reader-text|sr-only|visually-hidden)(?:\s|$)/u;
const LANDMARK =
  /^(?:navigation|banner|contentinfo|search|form|menu|menubar|toolbar|tablist|dialog|alertdialog)$/u;
const ARTICLE = /^(?:article|main)$/u;
const HEADINGS = /^h[1-6]$/u;
// The element that goes when its one paragraph does.
const LEAF = /^(?:p|li|dt|dd|h[1-6]|blockquote|div|address|summary)$/u;

const attribute = ({ attrs }: Element, name: string): string | undefined =>
  attrs.find((one) => one.name === name)?.value;

function isUnread(element: Element, inArticle: boolean): boolean {
  const { tagName } = element;
  if (NO_PROSE_ELEMENT.test(tagName) || UNREAD.test(tagName)) return true;
  // the site's own, unless it has the headline in it
  if (!inArticle && /^(?:header|footer|aside)$/u.test(tagName) && !holds(element, /^h1$/u)) return true;
  // the mark of a note
  if (tagName === 'sup' && holds(element, /^a$/u)) return true;
  return (
    attribute(element, 'hidden') !== undefined ||
    attribute(element, 'aria-hidden') === 'true' ||
    LANDMARK.test(attribute(element, 'role') ?? '') ||
    HIDING_STYLE.test(attribute(element, 'style') ?? '') ||
    HIDING_CLASS.test(attribute(element, 'class') ?? '')
  );
}

/** Whether an element says what language it is in, and that it is English, or another; undefined where it says nothing. */
function isEnglish(element: Element): boolean | undefined {
  const language = attribute(element, 'lang') ?? attribute(element, 'xml:lang');
  return language === undefined || language === '' ? undefined : isEnglishTag(language);
}

/** Where a page says what language it is in, in characters from its start. */
const PAGE_HEAD = 4096;
const PAGE_LANGUAGE = /<(?:html|body)\b[^<>]*?\s(?:xml:)?lang\s*=\s*["']?([\w-]{1,20})[^<>]*>/i;

/** The tag by which a page says that it is in another language than English, if nothing in it says otherwise: then it is not read. */
export function foreignPage(
  source: SourceText,
): { readonly language: string; readonly tag: Span } | undefined {
  const found = PAGE_LANGUAGE.exec(source.slice(0, PAGE_HEAD));
  const language = found?.[1];
  if (found === null || language === undefined || isEnglishTag(language)) return undefined;
  if (/\slang\s*=\s*["']?en\b/i.test(source.slice(0, source.length))) return undefined;
  return { language, tag: { start: found.index, end: found.index + found[0].length } };
}

/** What is said of such a page. */
export const notInEnglish = (language: string): string =>
  `It says that it is in another language than English (lang="${language}"), and is not read. If it is in English, put that right in the page.`;

/** The outermost elements that say they are English. */
const englishIn = ({ childNodes }: Element): readonly Element[] =>
  childNodes.flatMap((child) =>
    'tagName' in child ? (isEnglish(child) === true ? [child] : englishIn(child)) : [],
  );

const holds = ({ childNodes }: Element, name: RegExp): boolean =>
  childNodes.some((child) => 'tagName' in child && (name.test(child.tagName) || holds(child, name)));

const ELEMENTS_A_BIT = 200;

function* walk(page: readonly Node[], source: string): Bits<readonly Part[]> {
  const parts: Part[] = [];
  let elements = 0;
  let pending: ((add: Add) => void)[] = [];
  let broken = false;
  let kind: Part['kind'] = 'prose';

  const close = (): void => {
    const runs = pending;
    pending = [];
    broken = false;
    const composed = compose((add) => collapsed(runs, add));
    if (composed !== undefined) parts.push({ ...composed, kind, lines: composed.span });
  };

  const stand = (value: string, place: Place): void => {
    if (place) pending.push((add) => add(value, place.startOffset, place.endOffset - place.startOffset));
  };

  const visit = function* (nodes: readonly Node[], inArticle: boolean): Bits<void> {
    for (const node of joined(nodes)) {
      if ('text' in node) {
        if (node.text.trim() !== '') broken = false;
        pending.push((add) => alignText(node.text, source, node.start, node.end, add));
      } else if ('tagName' in node) yield* element(node, inArticle);
    }
  };

  const element = function* (node: Element, inArticle: boolean): Bits<void> {
    elements += 1;
    if (elements % ELEMENTS_A_BIT === 0) yield;
    const { tagName, sourceCodeLocation: place } = node;
    const inline = INLINE.test(tagName);
    if (tagName === 'br') {
      // two of them part paragraphs
      if (broken) close();
      else stand(' ', place);
      broken = true;
      return;
    }
    const within = inArticle || ARTICLE.test(tagName);
    const foreign = isEnglish(node) === false;
    if (foreign || isUnread(node, within)) {
      if (SHOWN.test(tagName)) stand(NO_PROSE, place);
      else if (!inline && !GONE.test(tagName)) close();
      if (foreign && !inline && !isUnread(node, within))
        for (const one of englishIn(node)) yield* element(one, within);
      return;
    }
    if (tagName === 'img' || (tagName === 'a' && isAddress(node))) {
      stand(NO_PROSE, place);
      return;
    }
    if (inline) {
      yield* visit(node.childNodes, within);
      return;
    }
    close();
    const [outer, before] = [kind, parts.length];
    kind = kindFor(node, outer);
    yield* visit(node.childNodes, within);
    close();
    kind = outer;
    const only = parts.length === before + 1 ? parts[before] : undefined;
    if (only === undefined || !place || !LEAF.test(tagName)) return;
    if (tagName === 'div' && only.lines !== only.span) return;
    parts[before] = {
      ...only,
      lines: wholeBlock(source, { start: place.startOffset, end: place.endOffset }),
    };
  };

  yield* visit(page, false);
  close();
  return parts;
}

/** Text as it stands in the source. */
interface Text extends Span {
  readonly text: string;
}

/** Nodes with stretches of text that touch as one: the parser cuts them where a reference ends, not where it begins. */
function joined(nodes: readonly Node[]): readonly (Node | Text)[] {
  const all: (Node | Text)[] = [];
  for (const node of nodes) {
    const place = node.nodeName === '#text' && 'value' in node ? node.sourceCodeLocation : undefined;
    if (!place || !('value' in node)) {
      all.push(node);
      continue;
    }
    const last = all.at(-1);
    const one = { text: node.value, start: place.startOffset, end: place.endOffset };
    if (last !== undefined && 'text' in last && last.end === one.start)
      all[all.length - 1] = { text: last.text + one.text, start: last.start, end: one.end };
    else all.push(one);
  }
  return all;
}

function kindFor(node: Element, outer: Part['kind']): Part['kind'] {
  if (/(?:^|[\s_-])by-?line(?:$|[\s_-])/i.test(attribute(node, 'class') ?? '')) return 'byline';
  const own = /^d[td]$/u.test(node.tagName) ? 'list-item' : KINDS.get(node.tagName);
  // a heading in a list or a quotation is one all the same
  return own !== undefined && (outer === 'prose' || HEADINGS.test(node.tagName)) ? own : outer;
}

/** Whether a link shows nothing but an address. */
const isAddress = ({ childNodes: [only, ...rest] }: Element): boolean =>
  rest.length === 0 &&
  only !== undefined &&
  'value' in only &&
  /^\s*(?:[a-z]+:\/\/|www\.|[^\s@]+@)\S*\s*$/iu.test(only.value);

/** Adds stretches of text as a browser shows them: white space is one space, and none at the ends. */
function collapsed(runs: readonly ((add: Add) => void)[], add: Add): void {
  let space: { readonly from: number; readonly fromLength: number } | undefined;
  let began = false;
  const put: Add = (value, from, fromLength) => {
    if (/^[ \t\r\n\f]*$/u.test(value)) {
      // white space before and after a tag is one
      if (began) space ??= { from, fromLength };
      return;
    }
    if (space !== undefined) add(' ', space.from, space.fromLength);
    space = undefined;
    began = true;
    add(value, from, fromLength);
  };
  for (const run of runs)
    run((value, from, fromLength) => {
      if (value.length !== fromLength) return put(value, from, fromLength);
      let at = from;
      for (const bit of value.split(/([ \t\r\n\f]+)/u)) {
        if (bit !== '') put(bit, at, bit.length);
        at += bit.length;
      }
    });
}

/** Lays the value of a text beside its source: character references are passed over, and so is what the parser leaves out. */
function alignText(value: string, source: string, start: number, end: number, add: Add): void {
  let at = start;
  let i = 0;
  while (i < value.length && at < end) {
    const reference = referenceAt(source, at, end, value, i);
    if (reference !== undefined) {
      // a soft hyphen and the like show nothing
      if (!/^[\u00ad\u200b\u2060\ufeff]+$/u.test(reference.text))
        add(reference.text, at, reference.fromLength);
      i += reference.text.length;
      at += reference.fromLength;
      continue;
    }
    let run = 0;
    while (
      i + run < value.length &&
      at + run < end &&
      isSame(value.charCodeAt(i + run), source.charCodeAt(at + run))
    ) {
      if (run > 0 && source.charCodeAt(at + run) === 38) break;
      run += 1;
    }
    if (run > 0) add(source.slice(at, at + run), at, run);
    i += run;
    // a carriage return before a line feed, a null
    at += Math.max(run, 1);
  }
}

const isSame = (value: number, source: number): boolean =>
  value === source || (value === 10 && source === 13) || (value === 0xfffd && source === 0);

/** An element with the comments of its WordPress block, and the whole lines that it has to itself. */
function wholeBlock(source: string, { start, end }: Span): Span {
  const before = /<!-- wp:[^>]*-->\s*$/u.exec(source.slice(Math.max(0, start - LONGEST_COMMENT), start));
  const after = /^\s*<!-- \/wp:[^>]*-->/u.exec(source.slice(end, end + LONGEST_COMMENT));
  const own =
    before !== null && after !== null
      ? { start: start - before[0].length, end: end + after[0].length }
      : { start, end: start + source.slice(start, end).trimEnd().length };
  let from = own.start;
  while (from > 0 && /[ \t]/u.test(source.charAt(from - 1))) from -= 1;
  let to = own.end;
  while (to < source.length && /[ \t]/u.test(source.charAt(to))) to += 1;
  const isAlone =
    (from === 0 || /[\r\n\ufeff]/u.test(source.charAt(from - 1))) &&
    (to === source.length || /[\r\n]/u.test(source.charAt(to)));
  return isAlone ? { start: from, end: to } : own;
}

const LONGEST_COMMENT = 1_000;

/** Where markup is broken, text can come to stand before what it follows in the source: what lies over another part is left out. */
function inOrder(parts: readonly Part[]): readonly Part[] {
  const sorted = [...parts].sort((a, b) => a.span.start - b.span.start);
  let end = 0;
  return sorted.filter(({ span }) => {
    const fits = span.start >= end;
    if (fits) end = span.end;
    return fits;
  });
}

const TAGS = /<!-- (\/?)(wp:[\w/-]+)[^<>]*?(\/?)-->|<(\/?)([a-z][\w:-]*)[^<>]*?(\/?)>/giu;
const VOID = /^(?:area|br|col|embed|hr|img|input|source|track|wbr)$/i;

/** Whether an edit leaves markup whole: it lies in prose and puts no mark of markup there, or takes away whole elements. */
const keepsMarkup =
  (source: string, paragraphs: readonly Paragraph[]) =>
  ({ span, text }: { readonly span: Span; readonly text: string }): boolean => {
    if (/[<>&]/u.test(text)) return false;
    const paragraphAt = (isPast: (lines: Span) => boolean) =>
      paragraphs[lowerBound(paragraphs.length, (i) => isPast((paragraphs[i] as Paragraph).lines))];
    const cut = source.slice(span.start, span.end);
    if (!cut.includes('<')) {
      const around = paragraphAt(({ end }) => end >= span.start);
      return around !== undefined && contains(around.span, span);
    }
    const first = paragraphAt(({ end }) => end > span.start);
    return text === '' && first !== undefined && contains(span, first.lines) && isBalanced(cut);
  };

function isBalanced(html: string): boolean {
  const open = new Map<string, number>();
  for (const [, wpEnd, wp, wpAlone, end, name, alone] of html.matchAll(TAGS)) {
    const of = (wp ?? name ?? '').toLowerCase();
    if (wpAlone || alone || VOID.test(of)) continue;
    open.set(of, (open.get(of) ?? 0) + (wpEnd || end ? -1 : 1));
  }
  return [...open.values()].every((count) => count === 0);
}

import { addChar, HASH_START } from '../language/hash.ts';

/**
 * The words of a text as copies are recognised by: case, quotes, dashes, apostrophes, white space and Unicode form count for nothing,
 * figures and signs such as % and £ count. The lists are the reader's working space: the next text overwrites them.
 */
export interface Words {
  readonly count: number;
  /** A hash of each word. */
  readonly hashes: Int32Array;
  /** Where each stands in the text, without the quotes, brackets and stops around it. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** Makes a reader of words. It keeps its working space from one text to the next: most of the cost of a large draft is memory. */
export function createWordReader(): (text: string) => Words {
  let hashes = new Int32Array(1_024);
  let starts = new Int32Array(1_024);
  let ends = new Int32Array(1_024);

  return (text) => {
    // no text has more tokens than marks
    if (text.length > hashes.length) {
      hashes = new Int32Array(text.length * 2);
      starts = new Int32Array(text.length * 2);
      ends = new Int32Array(text.length * 2);
    }
    let count = 0;
    let at = MARKED_LABEL.exec(text)?.[0].length ?? 0;
    while (at < text.length) {
      while (at < text.length && isSpace(text.charCodeAt(at))) at += 1;
      let end = at;
      let ascii = true;
      while (end < text.length && !isSpace(text.charCodeAt(end))) {
        if (text.charCodeAt(end) > 127) ascii = false;
        end += 1;
      }
      const known = count;
      if (isMinus(text, at)) hashes[count++] = MINUS;
      if (!ascii) count = hashAny(text.slice(at, end), hashes, count);
      else if (isUrl(text, at)) hashes[count++] = hashOf(text.slice(at, end));
      else count = hashAscii(text, at, end, hashes, count);
      if (count > known) {
        const from = wordStart(text, at, end);
        const until = wordEnd(text, from, end);
        for (let i = known; i < count; i += 1) {
          starts[i] = from;
          ends[i] = until;
        }
      }
      at = end;
    }
    return { count, hashes, starts, ends };
  };
}

// "((Naomi Martisius))", as transcripts are marked up, is no text of the paragraph at all
const MARKED_LABEL = /^\(\([^)]{1,40}\)\)\s+/u;
// A figure is one word with its point: 2.1 is not 2-1.
const PART = /\p{N}+(?:[.,:]\p{N}+)+|[\p{L}\p{N}\p{M}]+|[%$€£¥°]/gu;
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
const APOSTROPHE = /(?<=\p{L})['’‘ʼ＇](?=\p{L})/gu;

/** The hash of a word in small letters, as the reader makes it. Archives that are kept hold such numbers, so it must stay as it is. */
export function hashOf(word: string): number {
  let hash = HASH_START;
  for (let i = 0; i < word.length; i += 1) hash = addChar(hash, word.charCodeAt(i));
  return hash | 0;
}

const isSpace = (code: number): boolean =>
  code <= 32 ||
  code === 0xa0 ||
  code === 0x3000 ||
  code === 0x202f ||
  (code >= 0x2000 && code <= 0x200a) ||
  code === 0x2028 ||
  code === 0x2029;

// "−5C" is not "5C"; a hyphen between words or figures joins them and is passed over.
const isMinus = (text: string, at: number): boolean =>
  '-−–'.includes(text.charAt(at)) && isDigit(text.charCodeAt(at + 1));

const isUrl = (text: string, at: number): boolean =>
  (text.startsWith('http', at) && /^https?:/.test(text.slice(at, at + 6))) || text.startsWith('www.', at);

const MINUS = addChar(HASH_START, 45);

// The common case by hand: a pattern for each word would cost most of the time of a whole check.
function hashAscii(text: string, from: number, to: number, hashes: Int32Array, first: number): number {
  let count = first;
  let hash = HASH_START;
  let open = false;
  for (let i = from; i < to; i += 1) {
    const code = text.charCodeAt(i);
    const letter = isLetter(code);
    if (letter || isDigit(code)) {
      hash = addChar(hash, letter ? code | 32 : code);
      open = true;
      continue;
    }
    if (
      code === 39 &&
      open &&
      i + 1 < to &&
      isLetter(text.charCodeAt(i + 1)) &&
      isLetter(text.charCodeAt(i - 1))
    )
      continue;
    const inFigure = (code === 44 || code === 46 || code === 58) && i > from && i + 1 < to;
    if (inFigure && isDigit(text.charCodeAt(i - 1)) && isDigit(text.charCodeAt(i + 1))) {
      hash = addChar(hash, code);
      continue;
    }
    if (open) hashes[count++] = hash;
    hash = HASH_START;
    open = false;
    if (code === 36 || code === 37) hashes[count++] = addChar(HASH_START, code);
  }
  if (open) hashes[count++] = hash;
  return count;
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isLetter = (code: number): boolean => (code | 32) >= 97 && (code | 32) <= 122;

function hashAny(raw: string, hashes: Int32Array, first: number): number {
  let count = first;
  const clean = raw.normalize('NFKC').replace(INVISIBLE, '').replace(APOSTROPHE, '').toLowerCase();
  for (const part of clean.matchAll(PART)) hashes[count++] = hashOf(part[0]);
  return count;
}

// The word without the quotes, brackets and stops around it: what a message shows.
function wordStart(text: string, from: number, to: number): number {
  let start = from;
  while (start < to && isMark(text.charCodeAt(start))) start += 1;
  return start;
}

function wordEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && isMark(text.charCodeAt(end - 1))) end -= 1;
  return end;
}

const isMark = (code: number): boolean =>
  (code <= 47 && code !== 36 && code !== 37) ||
  (code >= 58 && code <= 64) ||
  (code >= 91 && code <= 96) ||
  (code >= 123 && code <= 127) ||
  (code >= 0x2010 && code <= 0x203a) ||
  code === 0xab ||
  code === 0xbb;

/** A piece of a word: its number in the vocabulary and where what it stands for is in the text. */
export interface Piece {
  readonly id: number;
  readonly start: number;
  readonly end: number;
}

/** The pieces a model knows, by their text, and the numbers of those that stand for no text. */
export interface Vocabulary {
  readonly ids: ReadonlyMap<string, number>;
  readonly unknown: number;
  /** What a sentence opens with. */
  readonly opens: number;
  /** What a sentence closes with. */
  readonly closes: number;
}

/**
 * Makes a vocabulary of its pieces in the order of their numbers; those within a word begin with "##".
 * @throws Error if [UNK], [CLS] or [SEP] is missing, in a sentence.
 */
export function vocabularyOf(pieces: readonly string[]): Vocabulary {
  const ids = new Map(pieces.map((piece, id) => [piece, id]));
  const named = (name: string): number => {
    const id = ids.get(name);
    if (id === undefined) throw new Error(`The vocabulary lacks ${name}.`);
    return id;
  };
  return { ids, unknown: named('[UNK]'), opens: named('[CLS]'), closes: named('[SEP]') };
}

/** A word longer than this, in code points, is unknown as a whole. */
const LONGEST = 100;

/**
 * Cuts a text into pieces as BERT's uncased tokeniser does: case and accents are dropped, marks and Chinese characters stand
 * alone, each word is cut into the longest pieces that the vocabulary has, from its start on. Equal to the package `tokenizers`
 * (test/long/pieces.ts), but for the two pieces that open and close a sentence.
 */
export function piecesOf(text: string, vocabulary: Vocabulary): Piece[] {
  const pieces: Piece[] = [];
  let word: Letter[] = [];
  const closeWord = (): void => {
    if (word.length > 0) cutWord(word, vocabulary, pieces);
    word = [];
  };
  for (let start = 0; start < text.length; ) {
    const point = text.codePointAt(start) as number;
    const end = start + (point > 0xffff ? 2 : 1);
    const letter = point < 128 ? (ASCII[point] as string) : plain(String.fromCodePoint(point));
    if (letter === ' ') closeWord();
    else if (standsAlone(letter, point)) {
      closeWord();
      cutWord([{ text: letter, start, end }], vocabulary, pieces);
    } else for (const part of letter) word.push({ text: part, start, end });
    start = end;
  }
  closeWord();
  return pieces;
}

interface Letter {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function cutWord(word: readonly Letter[], { ids, unknown }: Vocabulary, pieces: Piece[]): void {
  const first = word[0] as Letter;
  const last = word[word.length - 1] as Letter;
  const found: Piece[] = [];
  for (let from = 0; from < word.length; ) {
    let to = word.length > LONGEST ? from : word.length;
    let id: number | undefined;
    for (; to > from; to -= 1) {
      let part = from > 0 ? '##' : '';
      for (let i = from; i < to; i += 1) part += (word[i] as Letter).text;
      id = ids.get(part);
      if (id !== undefined) break;
    }
    if (id === undefined) {
      pieces.push({ id: unknown, start: first.start, end: last.end });
      return;
    }
    found.push({ id, start: (word[from] as Letter).start, end: (word[to - 1] as Letter).end });
    from = to;
  }
  pieces.push(...found);
}

/** What becomes of each ASCII character: nothing of a control, a space of what is white. */
const ASCII = Array.from({ length: 128 }, (_, point) => plain(String.fromCharCode(point)));

/** A character without case and accents; a space for white space, nothing for what does not show. */
function plain(character: string): string {
  if (/^[\t\n\r]$/u.test(character)) return ' ';
  if (/^[\p{Cc}\p{Cf}\p{Co}\p{Cs}\ufffd]$/u.test(character)) return '';
  if (/^\p{White_Space}$/u.test(character)) return ' ';
  return character
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
}

const standsAlone = (letter: string, point: number): boolean =>
  /^[\p{P}$+<=>^`|~]$/u.test(letter) || isChinese(point);

/** The blocks of Chinese characters, as BERT lists them. */
const isChinese = (point: number): boolean =>
  (point >= 0x4e00 && point <= 0x9fff) ||
  (point >= 0x3400 && point <= 0x4dbf) ||
  (point >= 0x20000 && point <= 0x2a6df) ||
  (point >= 0x2a700 && point <= 0x2b73f) ||
  (point >= 0x2b740 && point <= 0x2b81f) ||
  (point >= 0x2b820 && point <= 0x2ceaf) ||
  (point >= 0xf900 && point <= 0xfaff) ||
  (point >= 0x2f800 && point <= 0x2fa1f);

/** How a word is written. */
export const CASES = { lower: 0, capital: 1, capitals: 2, mixed: 3 } as const;

/** How the word around a stretch of a text is written; letters alone make a word, so that “d” of “don’t” is “don”. */
export function caseAt(text: string, start: number, end: number): number {
  let from = start;
  let to = end;
  while (from > 0 && isLetter(text[from - 1] as string)) from -= 1;
  while (to < text.length && isLetter(text[to] as string)) to += 1;
  const word = text.slice(from, to);
  const first = word[0] ?? '';
  if (!isLetter(first) || isLower(word)) return CASES.lower;
  if (word.length > 1 && isUpper(word)) return CASES.capitals;
  return word.length === 1 || (isUpper(first) && isLower(word.slice(1))) ? CASES.capital : CASES.mixed;
}

const isLetter = (character: string): boolean => /^\p{L}$/u.test(character);
// as Python's islower and isupper: some letter has this case and none the other
const isLower = (word: string): boolean =>
  /\p{Lowercase}/u.test(word) && !/[\p{Uppercase}\p{Lt}]/u.test(word);
const isUpper = (word: string): boolean =>
  /\p{Uppercase}/u.test(word) && !/[\p{Lowercase}\p{Lt}]/u.test(word);

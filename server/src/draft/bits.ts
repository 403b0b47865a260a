/** Work that is done bit by bit: other work may be done between two bits. */
export type Bits<T> = Generator<undefined, T>;

/** A draft as long as this takes too long to be read or judged at once, where others wait for answers (UTF-16 units). */
export const LONG = 50_000;

/** So many paragraphs are made of their texts in one bit: some milliseconds' work. */
export const PARAGRAPHS_A_BIT = 100;

/** Does such work to its end. */
export function atOnce<T>(bits: Bits<T>): T {
  for (;;) {
    const bit = bits.next();
    if (bit.done) return bit.value;
  }
}

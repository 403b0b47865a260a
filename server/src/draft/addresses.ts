import type { Span } from './span.ts';

// A web or e-mail address, a name or a tag of a network: no spelling in it is the writer's to change.
const ADDRESS =
  /@|:\/\/|^[^\p{L}\p{N}]*(?:www\.|#\p{L})|\p{L}\.(?:com|org|net|edu|gov|int|info|io|tv|eu|uk|ie|au|nz|ca|de|fr|ru|ua)(?![\p{L}\p{N}])|\p{L}\.\p{L}{2,}\//u;
const DOTTED = /\p{L}\.\p{Ll}/u;

/** Whether there may be an address in a text: a cheap look, since most have none. */
function mayHoldOne(text: string): boolean {
  if (['@', '#', '://', 'www.'].some((mark) => text.includes(mark))) return true;
  for (let at = text.indexOf('.'); at >= 0; at = text.indexOf('.', at + 1)) {
    // no small letter comes before "a"
    if (text.charCodeAt(at + 1) >= 97 && DOTTED.test(text.slice(Math.max(0, at - 2), at + 3))) return true;
  }
  return false;
}

/** The parts of a list that stand in no address; spans are UTF-16 offsets of the text. */
export function outsideAddresses<T extends Span>(text: string, parts: readonly T[]): readonly T[] {
  const addresses = addressesIn(text);
  if (addresses.length === 0) return parts;
  let at = 0;
  return parts.filter(({ start }) => {
    while ((addresses[at]?.end ?? start + 1) <= start) at += 1;
    return (addresses[at]?.start ?? start + 1) > start;
  });
}

/** The addresses in a text, each with the marks that touch it. */
function addressesIn(text: string): readonly Span[] {
  if (!mayHoldOne(text)) return [];
  return [...text.matchAll(/\S+/gu)]
    .filter(([token]) => ADDRESS.test(token))
    .map(({ 0: token, index }) => ({ start: index, end: index + token.length }));
}

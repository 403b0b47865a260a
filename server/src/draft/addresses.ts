import type { Span } from './span.ts';

// A web or e-mail address, a name or a tag of a network: no spelling in it is the writer's to change.
const ADDRESS =
  /@|:\/\/|^[^\p{L}\p{N}]*(?:www\.|#\p{L})|\p{L}\.(?:com|org|net|edu|gov|int|info|io|tv|eu|uk|ie|au|nz|ca|de|fr|ru|ua)(?![\p{L}\p{N}])|\p{L}\.\p{L}{2,}\//u;
const MAY_HOLD_ONE = /[@#]|:\/\/|www\.|\p{L}\.\p{Ll}/u;

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
  if (!MAY_HOLD_ONE.test(text)) return [];
  return [...text.matchAll(/\S+/gu)]
    .filter(([token]) => ADDRESS.test(token))
    .map(({ 0: token, index }) => ({ start: index, end: index + token.length }));
}

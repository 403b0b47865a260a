import { decodeNamedCharacterReference } from 'decode-named-character-reference';

/** What the entity here stands for, and how many UTF-16 units it takes; undefined where there is none (“AT&T;”). */
export function entityAt(
  source: string,
  at: number,
  end: number,
): { text: string; fromLength: number } | undefined {
  if (source.charCodeAt(at) !== 38) return undefined;
  const match = /^&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{1,31}));/iu.exec(
    source.slice(at, Math.min(end, at + 40)),
  );
  if (match === null) return undefined;
  const [entity, decimal, hexadecimal, name] = match;
  if (name !== undefined) {
    const decoded = decodeNamedCharacterReference(name);
    return decoded === false ? undefined : { text: decoded, fromLength: entity.length };
  }
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
  // a number that is no character comes out as a replacement mark, as Markdown has it
  const isCharacter =
    code > 0 && code <= 0x10ffff && (code & 0xfffe) !== 0xfffe && (code < 0xd800 || code > 0xdfff);
  return { text: isCharacter ? String.fromCodePoint(code) : '\ufffd', fromLength: entity.length };
}

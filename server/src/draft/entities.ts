import { decodeNamedCharacterReference } from 'decode-named-character-reference';

/** What the entity here stands for, and how many UTF-16 units it takes; undefined where there is none (“AT&T;”). */
export function entityAt(
  source: string,
  at: number,
  end: number,
): { text: string; fromLength: number } | undefined {
  if (source.charCodeAt(at) !== 38) return undefined;
  const match = /^&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{1,31}));/i.exec(
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

const REFERENCE = /^&(?:#[xX]?[\da-fA-F]{1,7};?|[a-zA-Z][a-zA-Z\d]{1,31};?)/u;

/**
 * The character reference of HTML here, as a parser has read it: `value` from `i` on is what the source says from here. HTML takes some
 * names without their semicolon, and numbers from an old character set.
 */
export function referenceAt(
  source: string,
  at: number,
  end: number,
  value: string,
  i: number,
): { text: string; fromLength: number } | undefined {
  if (source.charCodeAt(at) !== 38) return undefined;
  const [found] = REFERENCE.exec(source.slice(at, Math.min(end, at + 40))) ?? [];
  if (found === undefined) return undefined;
  if (found.startsWith('&#'))
    return { text: String.fromCodePoint(value.codePointAt(i) ?? 0xfffd), fromLength: found.length };
  const name = found.slice(1).replace(';', '');
  for (let length = name.length; length > 1; length -= 1) {
    const text = decodeNamedCharacterReference(name.slice(0, length));
    if (text === false || !value.startsWith(text, i)) continue;
    // without its semicolon only a few of the old ones count: what follows tells
    const closed = found.charAt(length + 1) === ';';
    const fromLength = length + (closed ? 2 : 1);
    const follows = source.charAt(at + fromLength);
    const next = value.charAt(i + text.length);
    if (closed || at + fromLength >= end || follows === next || follows === '&' || follows === '\r')
      return { text, fromLength };
  }
  return undefined;
}

import { analyse } from 'chardet';

/**
 * How the characters of a file are written, by the name that a `TextDecoder` knows. A file in one of the first three is written back as it was
 * read; any other is not written.
 */
export type Encoding = string;

const WRITTEN: readonly Encoding[] = ['utf-8', 'utf-16le', 'utf-16be'];

/** Whether a mended text can be written in an encoding. */
export const canWrite = (encoding: Encoding): boolean => WRITTEN.includes(encoding);

type Decoded =
  | { readonly text: string; readonly encoding: Encoding; readonly problem?: undefined }
  | { readonly problem: { readonly kind: 'binary' | 'encoding'; readonly message: string } };

/**
 * Decodes the bytes of a draft: UTF-8, or UTF-16 where a byte order mark says so, or else what they look like. The mark stays in the text.
 * @param name how the draft is called in messages.
 */
export function decodeDraft(bytes: Uint8Array, name: string): Decoded {
  const marked = markedEncoding(bytes);
  if (marked === undefined && bytes.includes(0)) {
    return {
      problem: { kind: 'binary', message: `${name} is not text. Nothing in it was checked.` },
    };
  }
  const first = marked ?? 'utf-8';
  const text = decoded(bytes, first);
  if (text !== undefined) return { text, encoding: first };
  const guessed = marked === undefined && !isBrokenUtf8(bytes) ? guess(bytes) : undefined;
  const read = guessed === undefined ? undefined : decoded(bytes, guessed);
  if (guessed !== undefined && read !== undefined) return { text: read, encoding: guessed };
  const wanted = marked === undefined ? 'UTF-8' : 'UTF-16';
  return {
    problem: {
      kind: 'encoding',
      message: `${name} has characters that are not written in ${wanted}. Save it as UTF-8 and check it again; nothing in it was checked.`,
    },
  };
}

/** What a report says of a draft that is written in another encoding than UTF-8, by its `name`; nothing for UTF-8. */
export const encodingNote = (encoding: Encoding, name: string): string | undefined =>
  encoding === 'utf-8'
    ? undefined
    : `${name} is written in ${ENCODING_NAMES[encoding] ?? encoding}, not in UTF-8.`;

const ENCODING_NAMES: Readonly<Record<string, string>> = {
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1252': 'Windows-1252',
};

function markedEncoding(bytes: Uint8Array): Encoding | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

function decoded(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
    // Node reads it as Latin 1, in which curly quotes are control characters
    return encoding === 'windows-1252'
      ? text.replace(/[\x80-\x9f]/gu, (one) => C1.charAt(one.charCodeAt(0) - 0x80))
      : text;
  } catch {
    return undefined;
  }
}

/** What Windows-1252 has at 0x80 to 0x9f (https://encoding.spec.whatwg.org/index-windows-1252.txt). */
const C1 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

// A text in UTF-8 into which somebody pasted a few bytes of another: to read it as that other would spoil all the rest.
function isBrokenUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes);
  const wrong = text.match(/\ufffd/gu)?.length ?? 0;
  const right = text.match(/[^\0-\x7f\ufffd]/gu)?.length ?? 0;
  return right > wrong;
}

/** The first bytes, in which a page or XML says how it is written. */
const HEAD = 1024;
const DECLARED = /<meta[^>]+charset\s*=\s*["']?([\w-]+)|<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/iu;
/** How much is looked at to guess: it takes a while. */
const SAMPLE = 64 * 1024;
/** From 100. */
const SURE = 40;

function guess(bytes: Uint8Array): Encoding | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD));
  const [, page, xml] = DECLARED.exec(head) ?? [];
  const declared = known(page ?? xml);
  if (declared !== undefined && declared !== 'utf-8') return declared;
  const [best] = analyse(bytes.subarray(0, SAMPLE));
  // of the sets for Latin letters only this one is met in English: they hardly differ in its few other letters
  if (best === undefined || best.confidence < SURE || LATIN.test(best.name)) return 'windows-1252';
  return known(best.name);
}

const LATIN = /^(?:ISO-8859-(?:1|2|3|4|9|10|13|14|15|16)|windows-125[02478]|ASCII)$/i;

/** An encoding by the name that decoders have for it; undefined if they have none. */
function known(name: string | undefined): Encoding | undefined {
  if (name === undefined) return undefined;
  try {
    return new TextDecoder(name).encoding;
  } catch {
    return undefined;
  }
}

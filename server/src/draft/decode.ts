/** How the characters of a file are written. A file is written back as it was read. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

type Decoded =
  | { readonly text: string; readonly encoding: Encoding; readonly problem?: undefined }
  | { readonly problem: { readonly kind: 'binary' | 'encoding'; readonly message: string } };

/**
 * Decodes the bytes of a draft: UTF-8, or UTF-16 where a byte order mark says so. The mark stays in the text.
 * @param name how the draft is called in messages.
 */
export function decodeDraft(bytes: Uint8Array, name: string): Decoded {
  const encoding = encodingOf(bytes);
  if (encoding === 'utf-8' && bytes.includes(0)) {
    return {
      problem: { kind: 'binary', message: `${name} is not text. Nothing in it was checked.` },
    };
  }
  try {
    return { text: new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes), encoding };
  } catch {
    const wanted = encoding === 'utf-8' ? 'UTF-8' : 'UTF-16';
    return {
      problem: {
        kind: 'encoding',
        message: `${name} has characters that are not written in ${wanted}. Save it as UTF-8 and check it again; nothing in it was checked.`,
      },
    };
  }
}

function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

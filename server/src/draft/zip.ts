import { unzipSync } from 'fflate';
import type { ExtractProblem } from './extracted.ts';

/** The most that is unpacked of a document, in bytes: what a book of a million words takes in Word. */
export const MOST_UNPACKED = 64 * 1024 * 1024;

/** Files in a document that is packed as a zip archive, as text by their paths. */
export type Unpacked =
  | { readonly files: ReadonlyMap<string, string>; readonly problem?: undefined }
  | { readonly files?: undefined; readonly problem: ExtractProblem };

const ZIP = [0x50, 0x4b];
// Microsoft's older container: what Word locks with a password lies in one
const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const startsWith = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((one, i) => bytes[i] === one);

/** Unpacks the files that are wanted. What an archive says of its sizes is not believed. */
export function unpack(bytes: Uint8Array, isWanted: (path: string) => boolean): Unpacked {
  if (startsWith(bytes, OLE)) return { problem: { kind: 'unreadable', message: ofOle(bytes) } };
  if (!startsWith(bytes, ZIP)) return BROKEN;
  let room = MOST_UNPACKED;
  let isTooLarge = false;
  try {
    const found = unzipSync(bytes, {
      filter({ name, originalSize }) {
        if (!isWanted(name)) return false;
        room -= originalSize;
        if (room < 0) isTooLarge = true;
        return room >= 0;
      },
    });
    if (isTooLarge)
      return {
        problem: {
          kind: 'too-large',
          message: `unpacks to more than ${MOST_UNPACKED / 1024 / 1024} MB, the limit. Nothing in it was checked.`,
        },
      };
    const decoder = new TextDecoder('utf-8');
    return { files: new Map(Object.entries(found).map(([name, data]) => [name, decoder.decode(data)])) };
  } catch {
    return BROKEN;
  }
}

export const BROKEN = {
  problem: {
    kind: 'unreadable',
    message:
      'is broken: it cannot be unpacked. Open it where it was made and save it again; nothing in it was checked.',
  },
} as const;

/** Says what lies in the older container. */
function ofOle(bytes: Uint8Array): string {
  const wanted = [...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0]);
  const encrypted = bytes.some(
    (byte, at) => byte === wanted[0] && wanted.every((one, i) => bytes[at + i] === one),
  );
  return encrypted
    ? 'is protected by a password. Save it without one and check it again; nothing in it was checked.'
    : 'is a document of an older Word. Save it as .docx and check it again; nothing in it was checked.';
}

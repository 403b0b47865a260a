/** Why something could not be read or looked at. */
export type Failure =
  | { readonly failed: 'missing' | 'folder' | 'special' | 'forbidden' | 'loop'; readonly message?: undefined }
  /** The size and the limit are in bytes. */
  | {
      readonly failed: 'too-large';
      readonly size: number;
      readonly largest: number;
      readonly message?: undefined;
    }
  | { readonly failed: 'other'; readonly message: string };

/** What lies in a folder, by its name; what a link leads to is for `stat` to say. */
export interface Entry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'link' | 'special';
}

/** What a place is, after links. `real` is the place with every link in it followed. */
export interface Stat {
  readonly kind: 'file' | 'folder' | 'special';
  readonly real: string;
  /** When it was last written to, where that is known. */
  readonly changed?: Date;
}

/**
 * Files, wherever they are kept. Places are full paths on a disk, and addresses elsewhere. Nothing throws but a connection that
 * fails.
 */
export interface FileSystem {
  /**
   * The bytes of a regular file, after links. Anything else (a folder, a pipe, a device) is a failure and is not opened, so that it
   * can neither hang us nor go on for ever.
   * @param largest in bytes; a larger file is a failure.
   */
  read(place: string, largest: number): Promise<{ readonly bytes: Uint8Array } | Failure>;
  /** What lies directly in a folder. */
  list(folder: string): Promise<readonly Entry[] | Failure>;
  /** What a place is, after links. */
  stat(place: string): Promise<Stat | Failure>;
  join(folder: string, name: string): string;
  /** The folder something lies in; the top is its own parent. */
  parent(place: string): string;
  /** A place's path from a folder, with slashes; undefined for what lies outside it, and '' for the folder itself. */
  within(folder: string, place: string): string | undefined;
}

/** The largest house file or list of ignored files that is read, in bytes: a long one has a few thousand. */
export const LARGEST_HOUSE = 1024 * 1024;

/** The largest ledger or baseline that is read, in bytes: some 100,000 entries. */
export const LARGEST_LEDGER = 64 * 1024 * 1024;

/** Reads a small file of our own as UTF-8; a character that is written otherwise is replaced. */
export async function readText(
  files: FileSystem,
  place: string,
  largest: number,
): Promise<{ readonly text: string } | Failure> {
  const read = await files.read(place, largest);
  return 'failed' in read ? read : { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(read.bytes) };
}

/** Says why something could not be read. */
export function readingTrouble(name: string, failure: Failure): string {
  switch (failure.failed) {
    case 'missing':
      return `There is no file ${name}.`;
    case 'folder':
      return `${name} is a folder.`;
    case 'special':
      return `${name} is no ordinary file.`;
    case 'too-large':
      return `${name} is ${bytesInWords(failure.size)}; the limit is ${bytesInWords(failure.largest)}.`;
    case 'forbidden':
      return `${name} may not be read: you have no permission for it.`;
    case 'loop':
      return `${name} is a link that leads back to itself.`;
    case 'other':
      return `${name} could not be read: ${failure.message}`;
  }
}

/** An amount of bytes, for a message. */
export function bytesInWords(bytes: number): string {
  const megabytes = bytes / (1024 * 1024);
  return megabytes < 0.1 ? `${Math.ceil(bytes / 1024)} KB` : `${Number(megabytes.toFixed(1))} MB`;
}

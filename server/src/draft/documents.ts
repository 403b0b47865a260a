import { decodeDraft, type Encoding } from './decode.ts';
import { extractDocx } from './docx.ts';
import type { Extracted, ExtractProblem, Told } from './extracted.ts';
import { extractNinjs } from './ninjs.ts';
import { extractNitf } from './nitf.ts';
import { extractOdt } from './odt.ts';
import { isWxr } from './xml.ts';

/** A kind of file that holds a draft in another shape than text; it is read and never written. */
export interface DocumentKind {
  /** What people call it. */
  readonly label: string;
  /** Its file name endings, without the dot. */
  readonly endings: readonly string[];
  /** Whether the file is packed, so that its size says little of its text. */
  readonly packed?: true;
  /** Takes the draft out of the bytes of a file; of text, once it is decoded. */
  readonly extract: (bytes: Uint8Array, text: () => string) => Extracted;
}

// the command line reads these draft by draft (workspace/entries.ts)
const MANY: Extracted = {
  problem: {
    kind: 'left-out',
    message: 'holds many drafts. The command line checks them: blue-pencil check.',
  },
};

/** Every such kind: what reads a file by its name, the help of the command line and the editor go by it. */
export const DOCUMENTS: readonly DocumentKind[] = [
  { label: 'Word', endings: ['docx', 'docm'], packed: true, extract: extractDocx },
  { label: 'OpenDocument text', endings: ['odt'], packed: true, extract: extractOdt },
  { label: 'ninjs', endings: ['json'], extract: (_, text) => extractNinjs(text()) },
  {
    label: 'NITF',
    endings: ['xml', 'nitf'],
    extract: (_, text) => (isWxr(text()) ? MANY : extractNitf(text())),
  },
  { label: 'many drafts', endings: ['ndjson', 'jsonl', 'wxr'], extract: () => MANY },
];

/** Files of these endings hold copy that is not read: each with what to do about it, after the name of the file. */
export const LEFT_OUT: ReadonlyMap<string, string> = new Map([
  ['rtf', 'is Rich Text, which is not read. Save it as .docx, .odt or text to have it checked.'],
  ['doc', 'is a document of an older Word, which is not read. Save it as .docx to have it checked.'],
  ['pages', 'is a document of Pages, which is not read. Export it as .docx to have it checked.'],
]);

const byEnding = new Map(DOCUMENTS.flatMap((kind) => kind.endings.map((ending) => [ending, kind] as const)));

/** The kind of document that a file’s ending tells; undefined for a text and for what is none. */
export const documentOfEnding = (ending: string): DocumentKind | undefined => byEnding.get(ending);

type ReadDocument =
  | { readonly paragraphs: readonly Told[]; readonly encoding: Encoding; readonly problem?: undefined }
  | {
      readonly problem: {
        readonly kind: ExtractProblem['kind'] | 'binary' | 'encoding';
        readonly message: string;
      };
    };

/** Takes the draft out of a document. `name` is how it is called in messages. */
export function readDocument(kind: DocumentKind, bytes: Uint8Array, name: string): ReadDocument {
  const decoded = kind.packed ? undefined : decodeDraft(bytes, name);
  if (decoded?.problem !== undefined) return { problem: decoded.problem };
  const extracted = kind.extract(bytes, () => decoded?.text ?? '');
  if (extracted.problem !== undefined) {
    const { kind: why, message } = extracted.problem;
    return { problem: { kind: why, message: `${name} ${message}` } };
  }
  return { paragraphs: extracted.paragraphs, encoding: decoded?.encoding ?? 'utf-8' };
}

import type { Format } from '../draft/draft.ts';
import type { Finding } from './finding.ts';

/** A text, and how it is read. */
export interface Text {
  readonly format: Format;
  readonly text: string;
}

/** What was learnt of drafts as they stood, kept from one check of a folder to the next. Another build of the program knows nothing of it. */
export interface Memory {
  /** The marks of a draft's copy, and a sum of its text; what is not known of them is read and kept. */
  marks(name: string, draft: Text): Promise<{ readonly marks: Uint32Array; readonly sum: string }>;
  /**
   * What was found in a draft; undefined where that is not known.
   * @param judgedBy all but the text that decides what is found.
   */
  found(name: string, judgedBy: string, draft: Text): readonly Finding[] | undefined;
  /** Keeps what was found in a draft, all of it, settled or not. */
  keep(name: string, judgedBy: string, draft: Text, found: readonly Finding[]): Promise<void>;
  /** Writes what is not written yet. @returns why nothing could be kept, as the end of a message. */
  close(): Promise<string | undefined>;
}

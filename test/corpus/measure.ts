import type { Finding } from '../../server/src/engine/finding.ts';
import type { Text } from './corpora.ts';

/** What a measure works on. */
export interface Material {
  /** The corpora the run was started on. */
  readonly texts: readonly Text[];
  /** Runs the check that is measured, and no other, with its defaults. */
  readonly check: (text: string) => readonly Finding[];
  readonly seed: number;
  /** How many drafts are made of each kind. */
  readonly size: number;
  /** How many misses are printed for reading. */
  readonly misses: number;
}

/** What a measure found: lines to read and data to keep. */
export interface Measured {
  readonly lines: readonly string[];
  readonly data: unknown;
}

/** What is measured of one check beside its alarms on clean text, such as how much of what was planted it finds. */
export interface Measure {
  /** The check's id. */
  readonly check: string;
  readonly title: string;
  run(material: Material): Measured;
}

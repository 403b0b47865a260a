import type { Fix, Related, Severity } from '../checks/check.ts';
import type { Span } from '../draft/span.ts';
import type { Provenance } from '../reuse/archived.ts';

/** What is reported of a draft; all spans are UTF-16 offsets into the source. */
export interface Finding {
  readonly code: string;
  /** The id of the check that raised it. */
  readonly check: string;
  readonly severity: Severity;
  readonly message: string;
  readonly span: Span;
  readonly related: readonly Related[];
  readonly fixes: readonly Fix[];
  /** The passage is a copy of another one. */
  readonly copy: boolean;
  /** Where the passage comes from, if an archive tells it. */
  readonly from?: Provenance;
}

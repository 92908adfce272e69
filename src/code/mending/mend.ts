import type { Edit } from '../../model/span.js';

/** How a dangerous call could be written: the edits, and what else they change. */
export interface Mend {
  readonly edits: readonly Edit[];
  /** Whoever relied on the call as it was may no longer be served. */
  readonly isBreaking: boolean;
  readonly note?: string;
}

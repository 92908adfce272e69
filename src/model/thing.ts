/** What a review speaks about: one thing of the author, whatever parts of it the problems are about. */
export type ThingKind = 'api' | 'function' | 'role' | 'store' | 'workflow' | 'manifest' | 'other';

export interface Thing {
  readonly kind: ThingKind;
  /** Unique in its stack: the resource's id; of a manifest its path. */
  readonly id: string;
  /** Ids of the APIs that lead to it, of a function. */
  readonly behind: readonly string[];
}

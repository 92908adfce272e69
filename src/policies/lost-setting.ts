import { inBranch, type Setting, when } from '../model/setting.js';
import { type Absorbed, type Problem, proposeFix } from './definition.js';

/** One setting of a resource that exists before and after a change. */
export interface Watched<T, W> {
  readonly about: { readonly id: string };
  readonly base: Setting<T, W>;
  readonly head: Setting<T, W>;
  readonly isEvidence: (value: T) => boolean;
  /** Whether the platform leaves evidence when nothing is said. */
  readonly byDefault: boolean;
  /** What is written to have it back. */
  readonly restored: W | undefined;
  /** `OrdersFunction is no longer traced`. */
  readonly says: string;
  /** Tells several kinds of evidence of one resource apart. */
  readonly kind: string;
  /** What tells of the same lack where it is not new. */
  readonly instead?: Omit<Absorbed, 'about'>;
}

/** A problem if evidence was certain before and is certainly missing now; on the deleted line if there is one. */
export function lostSetting<T, W>(watched: Watched<T, W>): readonly Problem[] {
  const { about, base, head, isEvidence, byDefault, restored, says, kind, instead } = watched;
  const before = when(base, isEvidence, { absent: byDefault });
  const after = when(head, (value) => !isEvidence(value), { absent: !byDefault });
  if (before === undefined || before.branch !== undefined || after === undefined) return [];
  const isDeleted = base.kind === 'known' && head.kind === 'absent';
  return [
    {
      about,
      at: isDeleted ? before.at : after.at,
      side: isDeleted ? 'base' : 'head',
      confidence: after.confidence,
      discriminator: kind,
      message: `${says}${inBranch(after)}.`,
      fix: restored === undefined ? undefined : proposeFix('exact', after.write(restored)),
      ...(instead && { absorbs: [{ ...instead, about: about.id }] }),
    },
  ];
}

/** The resources that both sides have, by id. */
export function surviving<R extends { readonly id: string }>(
  base: readonly R[],
  head: readonly R[],
): readonly { readonly before: R; readonly after: R }[] {
  const byId = new Map(head.map((resource) => [resource.id, resource]));
  return base.flatMap((before) => {
    const after = byId.get(before.id);
    return after ? [{ before, after }] : [];
  });
}

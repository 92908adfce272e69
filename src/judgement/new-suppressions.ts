import type { Found } from '../findings/finding.js';
import type { Severity } from '../findings/severity.js';
import { type Span, spanKey } from '../model/span.js';

/** A suppression that the change itself adds: it is listed whether it counts or not. */
export interface AddedSuppression {
  readonly policy: string;
  readonly reason: string;
  readonly path: string;
  readonly line: number;
}

/** A suppression in a file of the change's side: a comment, or an entry of a resource's metadata. */
export interface WrittenSuppression {
  readonly policy: string;
  readonly reason: string;
  readonly at: Span;
  readonly writtenOn: number;
  /** What it speaks of, whatever the line: the text of a line, the id of a resource. */
  readonly about: string;
}

/**
 * Those of the head that silence what the base did not. One that moved is not new; a second one with the same words is: of
 * several alike those are the old ones that silence the same as before.
 */
export function addedSuppressions(
  base: readonly WrittenSuppression[],
  head: readonly WrittenSuppression[],
  silencedBefore: readonly Found[],
): readonly WrittenSuppression[] {
  const places = placesOf(silencedBefore);
  const isOld = ({ at }: WrittenSuppression) => places.has(spanKey(at));
  const oldFirst = [...head.filter(isOld), ...head.filter((one) => !isOld(one))];
  const wordsOf = ({ policy, reason }: WrittenSuppression) => JSON.stringify([policy, reason]);
  const exactOf = (one: WrittenSuppression) => JSON.stringify([wordsOf(one), one.about]);
  const { left, rest } = withoutPairs(base, oldFirst, exactOf);
  return withoutPairs(left, rest, wordsOf).rest;
}

/** What is left of both sides when each of the head has taken one of the base with the same key. */
function withoutPairs(
  base: readonly WrittenSuppression[],
  head: readonly WrittenSuppression[],
  keyOf: (one: WrittenSuppression) => string,
): Readonly<Record<'left' | 'rest', readonly WrittenSuppression[]>> {
  const waiting = new Map<string, WrittenSuppression[]>();
  for (const one of base) waiting.set(keyOf(one), [...(waiting.get(keyOf(one)) ?? []), one]);
  const rest = head.filter((one) => waiting.get(keyOf(one))?.pop() === undefined);
  return { left: [...waiting.values()].flat(), rest };
}

function placesOf(findings: readonly Found[]): ReadonlySet<string> {
  return new Set(findings.flatMap(({ suppressed }) => (suppressed?.at ? spanKey(suppressed.at) : [])));
}

export function toAdded({ policy, reason, at, writtenOn }: WrittenSuppression): AddedSuppression {
  return { policy, reason, path: at.path, line: writtenOn };
}

/** The findings, where those count again that only an added suppression silences and whose severity it may not. */
export function countAgain<F extends Found>(
  findings: readonly F[],
  added: readonly WrittenSuppression[],
  accepted: readonly Severity[],
): readonly F[] {
  const places = new Set(added.map(({ at }) => spanKey(at)));
  return findings.map((finding) => {
    const { suppressed, severity } = finding;
    const isAdded = suppressed?.at !== undefined && places.has(spanKey(suppressed.at));
    return isAdded && !accepted.includes(severity) ? { ...finding, suppressed: null } : finding;
  });
}

/** Each once: a file may belong to several stacks, and to what is shipped. */
export function distinctSuppressions(added: readonly AddedSuppression[]): readonly AddedSuppression[] {
  const keyOf = ({ policy, path, line }: AddedSuppression) => JSON.stringify([policy, path, line]);
  return [...new Map(added.map((one) => [keyOf(one), one])).values()];
}

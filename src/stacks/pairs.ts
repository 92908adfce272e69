import { declaredIds } from './declared.js';
import type { ReadStack } from './read-stack.js';

/** The same stack before and after; one side is missing when the change adds or removes it. */
export interface StackPair {
  readonly base: ReadStack | undefined;
  readonly head: ReadStack | undefined;
}

/**
 * Finds each head stack's former self: by the same path, by the rename that the change states, and otherwise by what
 * it declares (a moved folder), so that a move introduces nothing.
 */
export function pairStacks(
  base: readonly ReadStack[],
  head: readonly ReadStack[],
  renamed: ReadonlyMap<string, string>,
): readonly StackPair[] {
  const left = new Map(base.map((stack) => [stack.entry, stack]));
  const pairs: StackPair[] = [];
  const unmatched: ReadStack[] = [];
  for (const stack of head) {
    const former = left.get(stack.entry) ?? left.get(formerEntry(stack, renamed));
    if (former === undefined) unmatched.push(stack);
    else {
      left.delete(former.entry);
      pairs.push({ base: former, head: stack });
    }
  }
  for (const stack of unmatched) {
    const former = mostAlike(stack, [...left.values()]);
    if (former !== undefined) left.delete(former.entry);
    pairs.push({ base: former, head: stack });
  }
  return [...pairs, ...[...left.values()].map((stack) => ({ base: stack, head: undefined }))];
}

/** Where the stack stood before, as the renames of its own files say. */
function formerEntry(stack: ReadStack, renamed: ReadonlyMap<string, string>): string {
  const direct = renamed.get(stack.entry);
  if (direct !== undefined) return direct;
  for (const path of stack.files) {
    const former = renamed.get(path);
    const rest = path.slice(stack.entry.length);
    if (former !== undefined && path.startsWith(stack.entry) && former.endsWith(rest)) {
      return former.slice(0, former.length - rest.length);
    }
  }
  return '';
}

function mostAlike(stack: ReadStack, others: readonly ReadStack[]): ReadStack | undefined {
  const ids = declaredIds(stack);
  if (ids.size === 0) return undefined;
  let best: ReadStack | undefined;
  let most = ids.size / 2;
  for (const other of others) {
    const shared = [...declaredIds(other)].filter((id) => ids.has(id)).length;
    if (shared > most) {
      best = other;
      most = shared;
    }
  }
  return best;
}

import { type Candidate, candidateKey } from '../diff/renames/candidate.js';
import { type Renames, renamesBetween } from '../diff/renames/renames.js';
import { namedThings } from '../facts/named-things.js';
import type { StackPair } from '../stacks/pairs.js';
import type { ReadStack } from '../stacks/read-stack.js';

/** What the things of one stack's head were in the base. */
export interface StackRenames {
  /** Former ids by present ones. */
  readonly names: ReadonlyMap<string, string>;
  /** Things that stood in other stacks. */
  readonly fromElsewhere: readonly Candidate[];
}

/** The renames of a change, by the entry of the head's stack: within each stack first, then from stack to stack. */
export function renamesIn(pairs: readonly StackPair[]): (pair: StackPair) => StackRenames {
  const within = pairs.map(candidatesIn);
  const renames = new Map(within.flatMap(({ gone, come }) => [...renamesBetween(gone, come)]));
  const taken = new Set(renames.values());
  const between = renamesBetween(
    within.flatMap(({ gone }) => gone.filter((one) => !taken.has(one))),
    within.flatMap(({ come }) => come.filter((one) => !renames.has(one))),
  );
  const all: Renames = new Map([...renames, ...between]);
  return ({ base, head }) => {
    const own = [...all].filter(([present]) => present.stack === head?.entry);
    return {
      names: new Map(own.map(([present, former]) => [present.resource.id, former.resource.id])),
      fromElsewhere: own.flatMap(([, former]) => (former.stack === base?.entry ? [] : [former])),
    };
  };
}

/** What either side of a pair has that the other does not, by name. */
function candidatesIn({ base, head }: StackPair) {
  const before = thingsOf(base);
  const after = thingsOf(head);
  const only = (some: readonly Candidate[], others: readonly Candidate[]): readonly Candidate[] => {
    const ids = new Set(others.map(({ resource }) => resource.id));
    const own = new Map(some.map((one) => [candidateKey(one.stack, one.resource.id), one]));
    return [...own.values()].filter(({ resource }) => !ids.has(resource.id));
  };
  return { gone: only(before, after), come: only(after, before) };
}

function thingsOf(stack: ReadStack | undefined): readonly Candidate[] {
  return stack === undefined ? [] : namedThings(stack.model).map((resource) => ({ resource, stack: stack.entry }));
}

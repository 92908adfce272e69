import type { Found } from '../findings/finding.js';
import type { StackPair } from '../stacks/pairs.js';
import { type ChangeContext, type JudgedChange, type JudgedPair, judgeChange } from './change.js';
import type { Beside, Examined } from './examine.js';
import { examineAll } from './examine-all.js';
import { renamesIn } from './renames.js';

/** Judges every stack of a change. A thing that went from one stack to another takes its findings along. */
export function judgeChanges(
  pairs: readonly StackPair[],
  context: ChangeContext,
  onJudged?: () => void,
): readonly JudgedChange[] {
  const renamesOf = renamesIn(pairs);
  const stacks = pairs.flatMap(({ base }) => base ?? []);
  const befores = examineAll(stacks, context.base, context.judge, besideBase(context));
  const examined = pairs.map((pair) => ({
    ...pair,
    before: pair.base && befores.get(pair.base),
    renames: renamesOf(pair),
  }));
  const bases = new Map(examined.flatMap(({ before }) => (before ? [[before.read.entry, before] as const] : [])));
  const moved = examined.map(({ renames }) =>
    renames.fromElsewhere.flatMap(({ stack, resource }) => findingsAbout(bases.get(stack), resource.id)),
  );
  const taken = new Set(moved.flat());
  return examined.map((pair, index): JudgedChange => {
    const judgedPair: JudgedPair = { ...pair, brought: moved[index] ?? [], taken };
    const change = judgeChange(judgedPair, context);
    onJudged?.();
    return change;
  });
}

function besideBase({ codeOf, surfaces }: ChangeContext): Beside {
  return { codeOf: codeOf?.[0], surfaces: surfaces.base };
}

function findingsAbout(base: Examined | undefined, id: string): readonly Found[] {
  if (base === undefined) return [];
  const isAbout = ({ resource, others = [] }: Found) =>
    resource === id || others.some((other) => other.resource === id);
  return [...base.findings, ...base.absorbed].filter(isAbout);
}

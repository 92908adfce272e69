import { onOneClock } from '../findings/allowance.js';
import type { Files } from '../model/files.js';
import type { ReadStack } from '../stacks/read-stack.js';
import { type Beside, type Examined, examine } from './examine.js';
import type { Judge } from './judge.js';

/** Runs the policies over several stacks, on one clock where that is possible. */
export function examineAll(
  stacks: readonly ReadStack[],
  files: Files,
  judge: Judge,
  beside: Beside,
): ReadonlyMap<ReadStack, Examined> {
  const examineOne = (stack: ReadStack) => [stack, examine(stack, files, judge, beside)] as const;
  // Handlers are remembered, which work on a shared clock must not be.
  return new Map(beside.codeOf ? stacks.map(examineOne) : onOneClock(stacks, examineOne));
}

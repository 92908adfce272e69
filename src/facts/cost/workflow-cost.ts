import { known } from '../../model/setting.js';
import type { WorkflowDefinition, WorkflowStep } from '../../model/workflow.js';

/** How often a rule tries again where it says nothing: https://states-language.net/spec.html#errors */
const usualAttempts = 3;

/**
 * State transitions of one execution, at most: each state once, and as often as it is tried again. Undefined where states may come
 * again or run once for each item.
 */
export function transitionsOf(definition: WorkflowDefinition | undefined): number | undefined {
  if (definition === undefined || definition.steps.length === 0) return undefined;
  const { steps } = definition;
  // What is tried again besides a task holds others.
  const isWhole = steps.some(({ does, attempts }) => does === 'each' || (does !== 'task' && attempts.length > 0));
  if (isWhole || comesAgain(steps)) return undefined;
  let sum = 0;
  for (const { attempts } of steps) {
    sum += 1;
    for (const setting of attempts) {
      const count = setting.kind === 'absent' ? usualAttempts : known(setting);
      if (count === undefined) return undefined;
      sum += Math.max(0, count);
    }
  }
  return sum;
}

/** Whether a state leads back to itself. Those that lead nowhere else are taken away until only circles are left. */
function comesAgain(steps: readonly WorkflowStep[]): boolean {
  let left = steps;
  for (;;) {
    const names = new Set(left.map(({ name }) => name));
    const rest = left.filter(({ next }) => next.some((name) => names.has(name)));
    if (rest.length === left.length) return rest.length > 0;
    left = rest;
  }
}

import type { WorkflowStep } from '../../../model/workflow.js';

/** A choice from which the workflow may come back to where it was, again and again; one that counts ends some time. */
export function loopIn(steps: readonly WorkflowStep[]): WorkflowStep | undefined {
  const byName = new Map(steps.map((step) => [step.name, step]));
  return steps.find((step) => step.does === 'choice' && !step.counts && comesBack(step, byName));
}

function comesBack(start: WorkflowStep, byName: ReadonlyMap<string, WorkflowStep>): boolean {
  const seen = new Set<string>();
  const waiting = [...start.next];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (name === start.name) return true;
    const step = byName.get(name);
    if (step === undefined || step.counts || seen.has(name)) continue;
    seen.add(name);
    waiting.push(...step.next);
  }
  return false;
}

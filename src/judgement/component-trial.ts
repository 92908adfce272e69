import type { ComponentSet } from '../dependencies/component.js';
import { componentSets } from '../dependencies/component-set.js';
import { applyEdits, collide, editsByPath } from '../findings/edits.js';
import type { Files } from '../model/files.js';
import type { ComponentChange, JudgedProblem, JudgedSets } from '../policies/components/judge.js';
import { overlay } from '../stacks/files.js';

/** What trying the fix of a component problem needs: the sets as they were judged, and how to judge others. */
export interface ComponentTrial extends ComponentChange {
  readonly files: Files;
  readonly problems: readonly JudgedProblem[];
  readonly judge: (change: ComponentChange) => JudgedSets;
}

/** Fixes of components that are tried in one review, at most: a lockfile is read again for each. */
const mostTried = 40;

/** Tries fixes one by one, as many as a review can bear; those beyond are not offered. */
export function componentTrial(trial: ComponentTrial): (judged: JudgedProblem) => boolean {
  let tried = 0;
  return (judged) => {
    tried += 1;
    return tried <= mostTried && bringsNone(judged, trial);
  };
}

/** True if the fix of a problem brings no new problem of any component policy: in its manifest, and in lockfiles beside it. */
function bringsNone({ problem }: JudgedProblem, trial: ComponentTrial): boolean {
  const { fix } = problem;
  if (fix === undefined || collide(fix.edits)) return false;
  const changed = new Map<string, string>();
  for (const [path, edits] of editsByPath(fix.edits)) {
    const text = trial.files.read(path);
    if (text === undefined) return false;
    changed.set(path, applyEdits(text, edits));
  }
  const touched = trial.head.filter((set) => isDecidedBy(set, changed)).map(({ path }) => path);
  const former = new Set(touched.map((path) => trial.renames.get(path) ?? path));
  const after = trial.judge({
    base: trial.base?.filter(({ path }) => former.has(path)),
    head: componentSets(touched, overlay(trial.files, changed)),
    renames: trial.renames,
  });
  const before = new Set(trial.problems.map(idOf));
  return after.problems.every((one) => one.problem.status === 'fixed' || before.has(idOf(one)));
}

function isDecidedBy({ path, declared }: ComponentSet, changed: ReadonlyMap<string, string>): boolean {
  return changed.has(path) || declared.some(({ at }) => changed.has(at.path));
}

function idOf({ policy, problem: { key, discriminator = '' } }: JudgedProblem): string {
  return JSON.stringify([policy.id, key, discriminator]);
}

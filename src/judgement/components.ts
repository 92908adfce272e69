import { advisoryNotices, questionsOf } from '../dependencies/advisories/questions.js';
import type { ComponentSet } from '../dependencies/component.js';
import { indexAdvisories } from '../dependencies/matching/matches.js';
import type { Stack } from '../facts/stack.js';
import type { Compared } from '../findings/finding.js';
import type { Notice } from '../findings/notice.js';
import type { Attempt } from '../fixes/verify.js';
import { type ComponentChange, type JudgedSets, judgeSets } from '../policies/components/judge.js';
import type { ShippingFunction } from '../policies/components/shipping.js';
import { componentFindings } from './component-findings.js';
import { type ComponentSide, readSets } from './component-sets.js';
import { componentTrial } from './component-trial.js';
import { withImports } from './imports.js';
import { activePolicies, type Judge } from './judge.js';
import { withNames } from './named.js';
import { type SuppressionUse, useOf } from './unused.js';

/** Both sides of a change, or only a head for a tree as it stands. */
export interface ShippedChange {
  readonly base: ComponentSide | undefined;
  readonly head: ComponentSide;
  /** Former paths by new ones. */
  readonly renames: ReadonlyMap<string, string>;
  /** Paths that the change names: only they are told to be unread. */
  readonly changed: ReadonlySet<string>;
  /** The head's functions, which ship components. */
  readonly functions: readonly ShippingFunction[];
  /** The base's, to know which functions are new. */
  readonly baseFunctions?: readonly ShippingFunction[];
}

export interface JudgedComponents {
  /** Without a base all are introduced. */
  readonly findings: readonly Compared[];
  readonly notices: readonly Notice[];
  /** Those that the change adds. */
  readonly suppressions: SuppressionUse;
  /** Manifests and lockfiles of the head that were read. */
  readonly files: readonly string[];
  /** Tries fixes of its findings as one edit. */
  readonly attempt: Attempt;
}

/** Judges what is shipped: components before and after, what is known against them, and who ships them. */
export async function judgeShipped(shipped: ShippedChange, judge: Judge): Promise<JudgedComponents> {
  const head = await readSets(shipped.head);
  const base = shipped.base === undefined ? undefined : await readSets(shipped.base);
  const sets = [...head, ...(base ?? [])];
  if (sets.length === 0) return nothingShipped;
  const change = { ...shipped, functions: await withNames(shipped.functions, shipped.head, head) };
  const answer = await judge.advise(questionsOf(sets));
  const index = indexAdvisories(answer.advisories);
  const whole = { base, head, renames: change.renames };
  const run = (functions: readonly ShippingFunction[], part: ComponentChange = whole): JudgedSets =>
    judgeSets(part, index, surroundingsOf(functions, change, judge));
  const { problems, notices } = await withUsage(run, change);
  const told = sets.filter(({ path }) => change.changed.has(path));
  const sides = { head: change.head.files, base: change.base?.files, renames: change.renames };
  const again = (part: ComponentChange) => run(change.functions, part);
  const holds = componentTrial({ ...whole, files: change.head.files, problems, judge: again });
  const found = componentFindings(problems, { ...sides, judge, holds });
  return {
    ...found,
    notices: [
      ...head.flatMap((set) => set.notices),
      ...advisoryNotices(answer, distinct(told)),
      ...notices,
      ...found.notices,
    ],
    files: head.map(({ path }) => path),
  };
}

const nothingShipped: JudgedComponents = {
  findings: [],
  notices: [],
  suppressions: useOf([], []),
  files: [],
  attempt: () => undefined,
};

/** Code is read only when there is a component to tell who imports it. */
async function withUsage(
  run: (functions: readonly ShippingFunction[]) => JudgedSets,
  { functions, head }: ShippedChange,
): Promise<JudgedSets> {
  const quick = run(functions);
  const isTold = quick.problems.some(({ problem }) => problem.component !== undefined);
  return isTold ? run(await withImports(functions, head)) : quick;
}

function surroundingsOf(functions: readonly ShippingFunction[], { baseFunctions }: ShippedChange, judge: Judge) {
  return {
    policies: activePolicies(judge),
    date: judge.date,
    functions,
    ownNames: judge.settings.trust.ownPackages,
    maxDependencies: judge.settings.defaults.maxDependencies,
    minReleaseAgeDays: judge.settings.defaults.minReleaseAgeDays,
    ...(baseFunctions && { baseFunctions }),
  };
}

function distinct(sets: readonly ComponentSet[]): readonly ComponentSet[] {
  return [...new Map(sets.map((set) => [set.path, set])).values()];
}

/** The functions of a stack as components see them. */
export function shippingFunctions({ functions, exposure, path }: Stack): readonly ShippingFunction[] {
  return functions.map((fn) => ({
    id: fn.id,
    name: fn.id,
    codeRoot: fn.codeRoot,
    declaredIn: path,
    exposure: exposure(fn),
    ...(fn.runtime.kind === 'known' && { runtime: fn.runtime.value }),
    ...(fn.bundled && { bundled: true }),
    ...(fn.packaging === 'image' && { image: true }),
  }));
}

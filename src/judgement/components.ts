import { advisoryNotices, questionsOf } from '../dependencies/advisories/questions.js';
import type { ComponentSet } from '../dependencies/component.js';
import { componentSets, formatsOf } from '../dependencies/component-set.js';
import { indexAdvisories } from '../dependencies/matching/matches.js';
import type { Stack } from '../facts/stack.js';
import type { Finding } from '../findings/finding.js';
import type { Notice } from '../findings/notice.js';
import { type JudgedProblem, judgeChange, judgeComponents } from '../policies/components/judge.js';
import type { ShippingFunction } from '../policies/components/shipping.js';
import type { HeldFiles } from '../stacks/files.js';
import type { Fetch } from '../stacks/read.js';
import { componentFindings } from './component-findings.js';
import type { Judge } from './examine.js';
import { withImports } from './imports.js';

/** One commit's files, how to get more, and the manifests and lockfiles to judge in it. */
export interface ComponentSide {
  readonly files: HeldFiles;
  readonly fetch: Fetch;
  readonly paths: readonly string[];
}

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
  readonly findings: readonly Finding[];
  readonly notices: readonly Notice[];
  /** Manifests and lockfiles of the head that were read. */
  readonly files: readonly string[];
}

/** The paths that are manifests or lockfiles. */
export function componentPaths(paths: readonly string[]): readonly string[] {
  return paths.filter((path) => formatsOf(path).length > 0);
}

/** Judges what is shipped: components before and after, what is known against them, and who ships them. */
export async function judgeShipped(change: ShippedChange, judge: Judge): Promise<JudgedComponents> {
  const head = await readSets(change.head);
  const base = change.base === undefined ? undefined : await readSets(change.base);
  if (head.length === 0 && (base ?? []).length === 0) return { findings: [], notices: [], files: [] };
  const answer = await judge.advise(questionsOf([...head, ...(base ?? [])]));
  const run = judging(head, base, change, judge)(indexAdvisories(answer.advisories));
  const quick = run(change.functions);
  const isTold = quick.some(({ problem }) => problem.component !== undefined);
  const problems = isTold ? run(await withImports(change.functions, change.head)) : quick;
  const told = [...head, ...(base ?? [])].filter(({ path }) => change.changed.has(path));
  return {
    findings: componentFindings(problems, { head: change.head.files, base: change.base?.files, judge }),
    notices: [...head.flatMap(({ notices }) => notices), ...advisoryNotices(answer, distinct(told))],
    files: head.map(({ path }) => path),
  };
}

type Index = ReturnType<typeof indexAdvisories>;

function judging(
  head: readonly ComponentSet[],
  base: readonly ComponentSet[] | undefined,
  { renames, baseFunctions }: ShippedChange,
  { policies, settings, date }: Judge,
) {
  const active = policies.filter(({ id }) => settings.policies[id] !== 'off');
  return (index: Index) =>
    (functions: readonly ShippingFunction[]): readonly JudgedProblem[] => {
      const surroundings = {
        policies: active,
        date,
        functions,
        ownNames: settings.trust.ownPackages,
        ...(baseFunctions && { baseFunctions }),
      };
      if (base !== undefined) return judgeChange({ base, head, renames }, index, surroundings);
      return head.flatMap((set) => judgeComponents(undefined, set, index, surroundings));
    };
}

function distinct(sets: readonly ComponentSet[]): readonly ComponentSet[] {
  return [...new Map(sets.map((set) => [set.path, set])).values()];
}

/** Files of files: a chain of includes longer than this ends unread. */
const mostRounds = 6;

/** The component sets of some files, with every file that they turn out to need. */
export async function readSets({ files, fetch, paths }: ComponentSide): Promise<readonly ComponentSet[]> {
  await complete(files, fetch, paths);
  for (let round = 0; ; round += 1) {
    const misses = files.misses();
    const sets = componentSets(paths, files);
    if (files.misses() === misses || round === mostRounds) return sets;
    await complete(files, fetch, files.wanted());
  }
}

async function complete(files: HeldFiles, fetch: Fetch, paths: readonly string[]): Promise<void> {
  const missing = paths.filter((path) => !files.texts.has(path));
  if (missing.length > 0) files.add(await fetch(missing), missing);
}

/** The functions of a stack as components see them. */
export function shippingFunctions({ functions, exposure }: Stack): readonly ShippingFunction[] {
  return functions.map((fn) => ({
    id: fn.id,
    name: fn.id,
    codeRoot: fn.codeRoot,
    exposure: exposure(fn),
    ...(fn.runtime.kind === 'known' && { runtime: fn.runtime.value }),
  }));
}

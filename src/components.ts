import { advisoryNotices, questionsOf } from './dependencies/advisories/questions.js';
import type { ComponentSet } from './dependencies/component.js';
import { componentSets, formatsOf } from './dependencies/component-set.js';
import { indexAdvisories } from './dependencies/matching/matches.js';
import { type Judge, linesFrom, overridesOf } from './examine.js';
import type { Finding } from './findings/finding.js';
import type { Notice } from './findings/notice.js';
import { suppress } from './findings/suppress.js';
import { commentSuppressions } from './findings/suppression.js';
import { withImports } from './imports.js';
import type { Stack } from './model/stack.js';
import { type JudgedProblem, judgeComponents } from './policies/components/judge.js';
import type { ShippingFunction } from './policies/components/shipping.js';
import { fixHolds } from './policies/components/verification.js';
import { findingsOf } from './policies/findings.js';
import type { HeldFiles } from './stacks/files.js';
import type { Fetch } from './stacks/read.js';

/** One commit's files, how to get more, and the manifests and lockfiles to judge in it. */
export interface ComponentSide {
  readonly files: HeldFiles;
  readonly fetch: Fetch;
  readonly paths: readonly string[];
}

/** Both sides of a change, or only a head for a tree as it stands. */
export interface ComponentChange {
  readonly base: ComponentSide | undefined;
  readonly head: ComponentSide;
  /** The path in the base of a file of the head. */
  readonly basePath: (path: string) => string;
  /** The head's functions, which ship components. */
  readonly functions: readonly ShippingFunction[];
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
export async function judgeShipped(change: ComponentChange, judge: Judge): Promise<JudgedComponents> {
  const head = await readSets(change.head);
  const base = change.base === undefined ? undefined : await readSets(change.base);
  if (head.length === 0 && (base ?? []).length === 0) return { findings: [], notices: [], files: [] };
  const answer = await judge.advise(questionsOf([...head, ...(base ?? [])]));
  const index = indexAdvisories(answer.advisories);
  const before = new Map((base ?? []).map((set) => [set.path, set]));
  const policies = judge.policies.filter(({ id }) => judge.settings.policies[id] !== 'off');
  const run = (functions: readonly ShippingFunction[]) =>
    head.map((set) => ({
      set,
      problems: judgeComponents(baseOf(set, before, change), set, index, {
        policies,
        date: judge.date,
        functions,
        ownNames: judge.settings.trust.ownPackages,
      }),
    }));
  const { functions } = change;
  const quick = run(functions);
  const isTold = quick.some(({ problems }) => problems.some(({ problem }) => problem.component !== undefined));
  const judged = isTold ? run(await withImports(functions, change.head)) : quick;
  return {
    findings: judged.flatMap(({ set, problems }) => toFindings(set, problems, { change, judge })),
    notices: [...head.flatMap(({ notices }) => notices), ...advisoryNotices(answer, head)],
    files: head.map(({ path }) => path),
  };
}

/** Without a base side a set has none; in a change, a file that was not there before is compared with an empty one. */
function baseOf(
  set: ComponentSet,
  before: ReadonlyMap<string, ComponentSet>,
  { base, basePath }: ComponentChange,
): ComponentSet | undefined {
  return base === undefined ? undefined : (before.get(basePath(set.path)) ?? emptied(set));
}

function emptied(set: ComponentSet): ComponentSet {
  return { ...set, components: [], declared: [], locked: [], scripts: [], builds: [], indexes: [], notices: [] };
}

/** Files of files: a chain of includes longer than this ends unread. */
const mostRounds = 6;

async function readSets({ files, fetch, paths }: ComponentSide): Promise<readonly ComponentSet[]> {
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
  return functions.map((fn) => ({ id: fn.id, name: fn.id, codeRoot: fn.codeRoot, exposure: exposure(fn) }));
}

function toFindings(
  set: ComponentSet,
  problems: readonly JudgedProblem[],
  { change, judge }: { readonly change: ComponentChange; readonly judge: Judge },
): readonly Finding[] {
  const { files } = change.head;
  const lines = linesFrom(files);
  const source = { framework: set.ecosystem, stack: set.path, lines, overrides: overridesOf(judge.settings) };
  const suppressions = {
    comments: new Map([[set.path, commentSuppressions(set.path, files.read(set.path) ?? '', judge.date).suppressions]]),
    metadata: [],
    settings: judge.settings.suppressions,
    date: judge.date,
    formerIds: new Map(judge.policies.map(({ id, formerIds = [] }) => [id, formerIds])),
  };
  return findingsOf(problems, source).map((finding, at) => {
    const problem = problems[at]?.problem;
    const isHeld = problem?.fix !== undefined && fixHolds(problem, files);
    return suppress(
      {
        ...finding,
        fix: finding.fix && isHeld ? { ...finding.fix, verified: true } : null,
        ...(problem?.component && { component: problem.component }),
        ...(change.base !== undefined && problem && { status: problem.status }),
      },
      suppressions,
    );
  });
}

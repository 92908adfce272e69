import type { Component, ComponentSet } from '../../dependencies/component.js';
import type { ComponentProblem } from '../definition.js';
import { componentKey } from './comparison.js';
import { plainRoot, type ShippingFunction, shippedBy } from './shipping.js';

type Standing = Omit<ComponentProblem, 'status'>;

/** Ecosystems whose manifests name exact versions by nature. */
export function isPinnedElsewhere({ ecosystem }: ComponentSet): boolean {
  return ecosystem === 'go' || ecosystem === 'maven' || ecosystem === 'nuget';
}

/** Images that functions are built from, whoever builds them. */
const functionImages = /lambda|azure-functions|watchdog|functions-framework/;

/** Each image, module or other pinned thing once. A build file of which no known function is built is none of a stack. */
export function pinProblems(set: ComponentSet, functions: readonly ShippingFunction[]): readonly Standing[] {
  const foreign = set.ecosystem === 'dockerfile' && isForeign(set, functions);
  const problems = set.components
    .filter(({ name }) => !foreign || functionImages.test(name))
    .flatMap((component) => pinProblem(set, component) ?? []);
  return [...new Map(problems.map((problem) => [problem.about.id, problem] as const).reverse()).values()].reverse();
}

/** True of the build file of an image that some function is started from. */
export function isOfFunctions(
  { workspace, components }: ComponentSet,
  functions: readonly ShippingFunction[],
): boolean {
  const isBuiltHere = ({ codeRoot, image }: ShippingFunction) =>
    image === true && codeRoot !== undefined && plainRoot(codeRoot) === workspace;
  return functions.some(isBuiltHere) || components.some(({ name }) => functionImages.test(name));
}

function isForeign(set: ComponentSet, functions: readonly ShippingFunction[]): boolean {
  return functions.some(({ codeRoot }) => codeRoot !== undefined) && shippedBy(set, functions).length === 0;
}

/** Images, modules and other things that a version or digest pins. */
function pinProblem(set: ComponentSet, component: Component): Standing | undefined {
  if (component.origin === 'unknown' || component.dev || component.pinned === 'plugin') return undefined;
  const judged = component.pinned === 'image' ? image(component) : declared(component);
  if (judged === undefined) return undefined;
  return {
    about: { id: component.name },
    key: componentKey(set, component.name),
    at: component.at,
    severity: judged.severity,
    message: `${component.name} ${judged.what}.`,
    advice: judged.advice,
  };
}

interface Judged {
  readonly what: string;
  readonly severity: 'low' | 'medium';
  readonly advice: string;
}

function image({ version, range }: Component): Judged | undefined {
  if (range?.startsWith('@') === true) return undefined;
  const open = version === undefined || version === 'latest';
  return {
    what: open ? 'is used without a fixed tag or digest' : `is pinned to the tag ${version}, which can be moved`,
    severity: open ? 'medium' : 'low',
    advice: 'Add the digest of the reviewed image: `name:tag@sha256:…`.',
  };
}

function declared({ name, version, pinned, range, origin }: Component): Judged | undefined {
  if (version !== undefined || isOfTheRunner(name, pinned)) return undefined;
  if (pinned === 'module' && origin === 'git') {
    const advice = 'Add `?ref=` with a tag or commit.';
    return { what: 'is fetched from a Git repository without a reference', severity: 'medium', advice };
  }
  if (pinned === 'action') {
    const advice = 'Pin the commit of the reviewed release: `owner/action@<commit> # v1`.';
    return {
      what: `is used at ${range ?? ''}, which can be moved, by a workflow that deploys`,
      severity: 'low',
      advice,
    };
  }
  const mild = pinned === 'framework' || pinned === 'provider';
  const what = pinned === 'provider' ? 'has no upper version limit and no lock file' : 'is used without a version';
  const advice = mild ? 'Pin the versions that were tested.' : 'Pin the version that was reviewed.';
  return { what, severity: mild ? 'low' : 'medium', advice };
}

/** GitHub's own actions come from whoever runs the workflow anyway. */
function isOfTheRunner(name: string, pinned: Component['pinned']): boolean {
  return pinned === 'action' && /^(?:actions|github)\//i.test(name);
}

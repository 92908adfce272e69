import type { Component, ComponentSet } from '../../dependencies/component.js';
import type { ComponentContext } from '../context.js';
import type { ComponentProblem } from '../definition.js';
import { componentKey } from './comparison.js';
import { allowedPairs, imitated, popularNpm, popularPython } from './popular.data.js';
import { popularActions, popularGo, popularPlugins } from './popular-paths.data.js';
import { type Resemblance, resemblance } from './resemblance.js';
import { isTrustedRegistry } from './trusted-registries.js';

interface Names {
  /** What is imitated. */
  readonly popular: readonly string[];
  /** What is no imitation itself. */
  readonly known: ReadonlySet<string>;
  /** The part of a written name that is compared. */
  readonly normalised: (name: string) => string;
}

function names(popular: readonly string[], normalised = (name: string): string => name): Names {
  return { popular: popular.slice(0, imitated), known: new Set(popular), normalised };
}

const lists = new Map<string, Names>([
  ['npm', names(popularNpm)],
  ['pypi', names(popularPython)],
  ['go', names(popularGo, modulePath)],
  ['serverless', names(popularPlugins)],
  ['github-actions', names(popularActions, actionPath)],
]);

/** Without the major version, which is part of the path. */
function modulePath(name: string): string {
  return name.toLowerCase().replace(/(?:\/v\d{1,5}|\.v\d{1,5})$/, '');
}

/** An action may stand in a folder of its repository. */
function actionPath(name: string): string {
  return name.toLowerCase().split('/').slice(0, 2).join('/');
}

/** Direct dependencies that the change adds and whose name looks like a popular one. */
export function* judgeTyposquats(
  base: ComponentSet | undefined,
  head: ComponentSet,
  { ownNames }: ComponentContext,
): Iterable<ComponentProblem> {
  const list = lists.get(head.ecosystem);
  if (base === undefined || list === undefined || head.kind !== 'manifest') return;
  const told = new Set(base.components.map(({ name }) => name));
  for (const component of head.components) {
    const name = list.normalised(component.name);
    if (told.has(component.name) || !isNamed(component) || isOwn(component.name, ownNames)) continue;
    told.add(component.name);
    const like = list.known.has(name) ? undefined : imitationOf(name, list.popular);
    if (like !== undefined) yield problemOf(head, component, like);
  }
}

/** Written by a person as a name that somebody else publishes. */
function isNamed({ relation, origin, pinned }: Component): boolean {
  if (pinned !== undefined) return pinned === 'plugin' || pinned === 'action';
  return relation !== 'transitive' && origin === 'registry';
}

function isOwn(name: string, ownNames: readonly string[]): boolean {
  return ownNames.some(
    (own) => name === own || name.startsWith(own.endsWith('-') || own.endsWith('/') ? own : `${own}/`),
  );
}

interface Imitation {
  readonly name: string;
  readonly by: Resemblance;
}

function imitationOf(name: string, popular: readonly string[]): Imitation | undefined {
  for (const original of popular) {
    const by = isOfSameOwner(name, original) ? undefined : resemblance(name, original);
    if (by !== undefined && !allowedPairs.has(`${name} ${original}`)) return { name: original, by };
  }
  return undefined;
}

/** Of paths that begin with their owner: nobody else can publish under it. */
function isOfSameOwner(name: string, original: string): boolean {
  const cut = original.startsWith('@') ? -1 : original.lastIndexOf('/');
  return cut > 0 && name.slice(0, name.lastIndexOf('/')) === original.slice(0, cut);
}

function problemOf(set: ComponentSet, component: Component, { name: original, by }: Imitation): ComponentProblem {
  const used = set.components.some((other) => lists.get(set.ecosystem)?.normalised(other.name) === original);
  const elsewhere = component.resolvedUrl !== undefined && !isTrustedRegistry(component.resolvedUrl, set);
  const sure = used || elsewhere || component.installScript === true;
  return {
    about: { id: component.name },
    key: componentKey(set, component.name),
    at: component.at,
    status: 'introduced',
    confidence: sure ? 'medium' : 'low',
    message: `The new dependency ${component.name} resembles the well-known ${original} (${by}).`,
    advice: `If \`${original}\` is intended, use that name. If not, check who publishes \`${component.name}\`.`,
  };
}

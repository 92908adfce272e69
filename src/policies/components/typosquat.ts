import type { Component, ComponentSet } from '../../dependencies/component.js';
import type { ComponentContext, ComponentProblem } from '../policy.js';
import { componentKey } from './comparison.js';
import { allowedPairs, imitated, popularNpm, popularPython } from './popular.data.js';
import { type Resemblance, resemblance } from './resemblance.js';
import { isTrustedRegistry } from './trusted-registries.js';

const lists = new Map([
  ['npm', popularNpm],
  ['pypi', popularPython],
]);

const known = new Map([...lists].map(([ecosystem, names]) => [ecosystem, new Set(names)]));

/** Direct dependencies that the change adds and whose name looks like a popular one. */
export function* judgeTyposquats(
  base: ComponentSet | undefined,
  head: ComponentSet,
  { ownNames }: ComponentContext,
): Iterable<ComponentProblem> {
  const popular = lists.get(head.ecosystem);
  if (base === undefined || popular === undefined || head.kind !== 'manifest') return;
  const before = new Set(base.components.map(({ name }) => name));
  for (const component of head.components) {
    if (before.has(component.name) || component.origin !== 'registry' || isOwn(component.name, ownNames)) continue;
    if (known.get(head.ecosystem)?.has(component.name) === true) continue;
    const like = imitationOf(component.name, popular.slice(0, imitated));
    if (like !== undefined) yield problemOf(head, component, like);
  }
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
    const by = resemblance(name, original);
    if (by !== undefined && !allowedPairs.has(`${name} ${original}`)) return { name: original, by };
  }
  return undefined;
}

function problemOf(set: ComponentSet, component: Component, { name: original, by }: Imitation): ComponentProblem {
  const used = set.components.some((other) => other.name === original);
  const elsewhere = component.resolvedUrl !== undefined && !isTrustedRegistry(component.resolvedUrl, set);
  const sure = used || elsewhere || component.installScript === true;
  return {
    about: { id: component.name },
    key: componentKey(set, component.name),
    at: component.at,
    status: 'introduced',
    confidence: sure ? 'medium' : 'low',
    message: `The new dependency ${component.name} looks like the well-known ${original} (${by}).`,
    advice: `If \`${original}\` is meant, write that name. If not, check who publishes \`${component.name}\`.`,
  };
}

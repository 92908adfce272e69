import type { Component, ComponentSet } from '../../dependencies/component.js';
import { type AdvisoryIndex, type Vulnerability, vulnerabilitiesOf } from '../../dependencies/matching/matches.js';

/** A component at one version with what is known against it, parted by whether the change brought it in. */
export interface KnownAgainst {
  readonly component: Component;
  /** Tells several versions of one package in one lockfile apart: 0 for the first. */
  readonly ordinal: number;
  readonly introduced: readonly Vulnerability[];
  readonly worsened: readonly Vulnerability[];
  readonly existing: readonly Vulnerability[];
}

/** What was known against the base and is no longer in the head. */
export interface GoneSince {
  readonly component: Component;
  readonly vulnerabilities: readonly Vulnerability[];
}

type Choose = (vulnerability: Vulnerability) => boolean;

interface Matched {
  readonly component: Component;
  readonly vulnerabilities: readonly Vulnerability[];
}

/** What two sides of a change have against them. */
export interface SidesKnown {
  /** The matched components of the head, each version once. */
  readonly known: readonly KnownAgainst[];
  /** What the change removed or fixed. */
  readonly gone: readonly GoneSince[];
}

/** Matches both sides once and tells what is new, what stays and what is gone. */
export function compareKnown(
  index: AdvisoryIndex,
  base: ComponentSet | undefined,
  head: ComponentSet,
  choose: Choose,
): SidesKnown {
  const before = base === undefined ? [] : matchedIn(index, base, choose);
  const after = matchedIn(index, head, choose);
  return { known: knownIn(before, after), gone: head.complete ? goneFrom(before, after) : [] };
}

function knownIn(before: readonly Matched[], after: readonly Matched[]): readonly KnownAgainst[] {
  const ordinals = new Map<string, number>();
  return after.map(({ component, vulnerabilities }) => {
    const ordinal = ordinals.get(component.name) ?? 0;
    ordinals.set(component.name, ordinal + 1);
    const same = before.filter((one) => one.component.name === component.name);
    const known = (vulnerability: Vulnerability): readonly Matched[] =>
      same.filter((one) => one.vulnerabilities.some((other) => isSame(other, vulnerability)));
    const existing = vulnerabilities.filter((one) => known(one).length > 0);
    const moved = (one: Vulnerability): boolean => !component.dev && known(one).every((other) => other.component.dev);
    return {
      component,
      ordinal,
      introduced: vulnerabilities.filter((one) => !existing.includes(one)),
      worsened: existing.filter(moved),
      existing: existing.filter((one) => !moved(one)),
    };
  });
}

function goneFrom(before: readonly Matched[], after: readonly Matched[]): readonly GoneSince[] {
  return before.flatMap(({ component, vulnerabilities }) => {
    const still = after.filter((one) => one.component.name === component.name).flatMap((one) => one.vulnerabilities);
    const gone = vulnerabilities.filter((one) => !still.some((other) => isSame(other, one)));
    return gone.length === 0 ? [] : [{ component, vulnerabilities: gone }];
  });
}

/** Records that share an id are the same vulnerability. */
function isSame(a: Vulnerability, b: Vulnerability): boolean {
  return a.ids.some((id) => b.ids.includes(id));
}

function matchedIn(index: AdvisoryIndex, set: ComponentSet, choose: Choose): readonly Matched[] {
  return shippedVersions(set).flatMap((component) => {
    const vulnerabilities = vulnerabilitiesOf(index, set.ecosystem, component).filter(choose);
    return vulnerabilities.length === 0 ? [] : [{ component, vulnerabilities }];
  });
}

/** Each version of each package once: the direct and deployed one if there are several. What a lockfile decides is left to it. */
function shippedVersions(set: ComponentSet): readonly Component[] {
  const locked = new Set(set.locked.map(({ name, version }) => `${name}@${version}`));
  const chosen = new Map<string, Component>();
  for (const component of set.components) {
    const label = `${component.name}@${component.version ?? ''}`;
    if (component.version === undefined || component.peer === true || locked.has(label)) continue;
    const held = chosen.get(label);
    if (held === undefined || weight(component) > weight(held)) chosen.set(label, component);
  }
  return [...chosen.values()];
}

function weight(component: Component): number {
  return (component.dev ? 0 : 2) + (component.relation === 'direct' ? 1 : 0);
}

/** True if nothing in the manifests beside it changed what they ask of this package. */
export function isDeclaredAlike(base: ComponentSet | undefined, head: ComponentSet, name: string): boolean {
  if (base === undefined) return false;
  const rangesOf = (set: ComponentSet): string =>
    (set.kind === 'manifest' ? set.components : set.declared)
      .filter((one) => one.name === name)
      .map((one) => one.range ?? '')
      .join('\n');
  return rangesOf(base) === rangesOf(head);
}

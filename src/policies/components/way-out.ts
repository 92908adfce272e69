import { isPackageEcosystem } from '../../dependencies/advisories/ecosystems.js';
import type { Component, ComponentSet } from '../../dependencies/component.js';
import { type FixedVersion, fixedVersion } from '../../dependencies/matching/fixed-version.js';
import type { AdvisoryIndex, Vulnerability } from '../../dependencies/matching/matches.js';
import { isVersion } from '../../dependencies/reading/names.js';
import { admits, withVersion } from '../../dependencies/versions/range.js';
import type { ProposedFix } from '../policy.js';
import { lockCommand, overrideBlock, upgradeCommand } from './commands.js';

/** How to be rid of a vulnerable component. */
export interface WayOut {
  readonly fixed: FixedVersion | undefined;
  readonly fix: ProposedFix | undefined;
  /** Sentences for the author. */
  readonly advice: readonly string[];
}

/** The smallest fixed version, the edit of the manifest line where that is enough, otherwise what to run or write. */
export function wayOut(
  index: AdvisoryIndex,
  set: ComponentSet,
  component: Component,
  vulnerabilities: readonly Vulnerability[],
): WayOut {
  const found = isPackageEcosystem(set.ecosystem)
    ? fixedVersion(index, set.ecosystem, component, vulnerabilities)
    : undefined;
  const fixed = found !== undefined && isVersion(found.version) ? found : undefined;
  if (fixed === undefined) return { fixed, fix: undefined, advice: ['No fix is published.'] };
  const step = fixed.compatible ? '' : ' It is a major upgrade.';
  const target = `Fixed in ${fixed.version}.${step}`;
  if (component.relation === 'transitive') {
    return { fixed, fix: undefined, advice: [target, ...transitiveAdvice(set, component, fixed.version)] };
  }
  const fix = fixed.compatible ? manifestFix(set, component, fixed.version) : undefined;
  const command = upgradeCommand(set, component, fixed.version);
  return { fixed, fix, advice: [target, ...(command === undefined ? [] : [`Run \`${command}\`.`])] };
}

/** Where the manifests write a direct dependency; several workspaces may. */
export function declarationsOf(set: ComponentSet, component: Component): readonly Component[] {
  if (set.kind === 'manifest') return [component];
  if (component.relation !== 'direct') return [];
  const named = set.declared.filter((one) => one.name === component.name && one.peer !== true);
  return named.filter((one) => one.range === undefined || isAdmitting(set, one.range, component.version));
}

function isAdmitting(set: ComponentSet, range: string, version: string | undefined): boolean {
  if (version === undefined || !isPackageEcosystem(set.ecosystem)) return true;
  return admits(set.ecosystem, range, version) !== false;
}

function manifestFix(set: ComponentSet, component: Component, version: string): ProposedFix | undefined {
  const [declared, ...others] = declarationsOf(set, component);
  if (declared?.rangeAt === undefined || declared.range === undefined || others.length > 0) return undefined;
  const text = withVersion(declared.range, version);
  if (text === undefined || text === declared.range) return undefined;
  const lock =
    set.kind === 'lockfile' || set.lockfile !== undefined || set.ecosystem === 'go' ? lockCommand(set) : undefined;
  const note = lock === undefined ? undefined : `After this edit run \`${lock}\` to update the lockfile.`;
  return { class: 'exact', edits: [{ ...declared.rangeAt, text }], ...(note !== undefined && { note }) };
}

function transitiveAdvice(set: ComponentSet, component: Component, version: string): readonly string[] {
  const parent = parentOf(set, component);
  const way =
    component.via.length === 0
      ? []
      : [`It is brought in by \`${[...component.via, componentLabel(component)].join('` → `')}\`.`];
  const command = upgradeCommand(set, component, version);
  const refresh = command === undefined ? [] : [`Update the lockfile: \`${command}\`.`];
  if (parent === undefined) return [...way, ...refresh];
  const range = parent.accepts?.find(({ name }) => name === component.name)?.range;
  const accepted =
    range === undefined || !isPackageEcosystem(set.ecosystem) ? undefined : admits(set.ecosystem, range, version);
  if (accepted === true)
    return [...way, `\`${componentLabel(parent)}\` already accepts the fixed version.`, ...refresh];
  const direct = component.via[0] ?? componentLabel(parent);
  const block = overrideBlock(set, component, version);
  return [
    ...way,
    `\`${componentLabel(parent)}\` does not accept the fixed version: upgrade \`${direct}\` to a version that does.`,
    ...(block === undefined ? [] : [`Until there is one, override it. ${block}`]),
  ];
}

function componentLabel({ name, version }: Component): string {
  return `${name}@${version ?? ''}`;
}

function parentOf(set: ComponentSet, component: Component): Component | undefined {
  const label = component.via.at(-1);
  if (label === undefined) return undefined;
  const cut = label.lastIndexOf('@');
  const [name, version] = [label.slice(0, cut), label.slice(cut + 1)];
  return set.components.find((one) => one.name === name && one.version === version);
}

import { isPackageEcosystem } from '../../dependencies/advisories/ecosystems.js';
import type { Component, ComponentSet } from '../../dependencies/component.js';
import { type FixedVersion, fixedVersion } from '../../dependencies/matching/fixed-version.js';
import type { AdvisoryIndex, Vulnerability } from '../../dependencies/matching/matches.js';
import { isVersion } from '../../dependencies/reading/names.js';
import { admits, withVersion } from '../../dependencies/versions/range.js';
import type { ProposedFix } from '../definition.js';
import { lockCommand, overrideBlock, upgradeCommand } from './commands.js';
import { staleFor } from './mismatch.js';

/** How to be rid of a vulnerable component. */
export interface WayOut {
  readonly fixed: FixedVersion | undefined;
  readonly fix: ProposedFix | undefined;
  /** Sentences for the author. The first says the version; what follows is the same in words where there is a fix. */
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
  const target = `Fixed in ${fixed.version}.${stepOf(component, fixed)}`;
  if (staleFor(set, component) !== undefined)
    return { fixed, fix: undefined, advice: [target, ...staleAdvice(set, component)] };
  if (component.relation === 'transitive') {
    return { fixed, fix: undefined, advice: [target, ...transitiveAdvice(set, component, fixed.version)] };
  }
  const fix = fixed.compatible ? manifestFix(set, component, fixed.version) : undefined;
  const command = upgradeCommand(set, component, fixed.version);
  return { fixed, fix, advice: [target, ...(command === undefined ? [] : [`Run \`${command}\`.`])] };
}

/** Versions below 1 may break their callers with every step. */
function stepOf({ version = '' }: Component, fixed: FixedVersion): string {
  const majorOf = (one: string) => one.replace(/^v/, '').split('.', 1)[0];
  if (fixed.compatible) return '';
  const isMajor = version === '' || majorOf(version) !== majorOf(fixed.version);
  return isMajor ? ' It is a major upgrade.' : ' The upgrade can contain breaking changes.';
}

/** The manifest already asks for enough; what is installed follows when the lockfile is written again. */
function staleAdvice(set: ComponentSet, component: Component): readonly string[] {
  const command = lockCommand(set, component);
  return command === undefined ? [] : [`Run \`${command}\` and commit the lockfile.`];
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
  const hasLock = set.kind === 'lockfile' || set.lockfile !== undefined || set.ecosystem === 'go';
  const lock = hasLock ? lockCommand(set, component) : undefined;
  const note = lock === undefined ? undefined : `After this edit run \`${lock}\` so that the lockfile follows.`;
  return { class: 'exact', edits: [{ ...declared.rangeAt, text }], ...(note !== undefined && { note }) };
}

function transitiveAdvice(set: ComponentSet, component: Component, version: string): readonly string[] {
  const parent = parentOf(set, component);
  const way =
    component.via.length === 0
      ? []
      : [`It is brought in by \`${[...component.via, componentLabel(component)].join('` → `')}\`.`];
  const command = upgradeCommand(set, component, version);
  const refresh = command === undefined ? dropEntry(set, component) : [`Update the lockfile: \`${command}\`.`];
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

/** Yarn 1 upgrades nothing that the manifest does not name: an entry that is gone is resolved anew. */
function dropEntry(set: ComponentSet, { name }: Component): readonly string[] {
  const command = lockCommand(set);
  if (set.ecosystem !== 'npm' || command === undefined) return [];
  return [`Delete the entry of \`${name}\` from the lockfile and run \`${command}\`.`];
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

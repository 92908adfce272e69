import type { Component, ComponentSet } from '../../dependencies/component.js';
import type { ComponentContext } from '../context.js';
import type { ComponentProblem } from '../definition.js';
import { changedChecksums } from './checksums.js';
import { lockCommand } from './commands.js';
import { compared, componentKey } from './comparison.js';
import { mismatchesIn } from './mismatch.js';
import { hostOf, isEncrypted, isTrustedRegistry } from './trusted-registries.js';

type Standing = Omit<ComponentProblem, 'status'>;

/** What a lockfile says against its manifest, the registry, or what it said before about the same versions. */
export function* judgeTampered(
  base: ComponentSet | undefined,
  head: ComponentSet,
  _context: ComponentContext,
): Iterable<ComponentProblem> {
  if (head.kind === 'lockfile') yield* compared(base === undefined ? undefined : standing(base), standing(head));
  if (base !== undefined) yield* changedChecksums(base, head);
}

function standing(set: ComponentSet): readonly Standing[] {
  return [...addressProblems(set), ...renamed(set), ...unsatisfied(set), ...unasked(set)];
}

/** One problem for each host that is not trusted, however many packages come from it. */
function addressProblems(set: ComponentSet): readonly Standing[] {
  const byHost = new Map<string, Component[]>();
  for (const component of set.components) {
    const { resolvedUrl, origin } = component;
    if (resolvedUrl === undefined || origin !== 'registry' || isTrustedRegistry(resolvedUrl, set)) continue;
    if (isDeclaredByAddress(set, component)) continue;
    const host = `${isEncrypted(resolvedUrl) ? 'https' : 'http'}://${hostOf(resolvedUrl) ?? ''}`;
    byHost.set(host, [...(byHost.get(host) ?? []), component]);
  }
  return [...byHost].flatMap(([host, components]) => {
    const [first] = components;
    if (first === undefined) return [];
    const others = components.length > 1 ? ` and ${components.length - 1} more packages` : '';
    const what = host.startsWith('http:') ? 'without TLS' : 'from a host that is not a configured registry';
    const problem = told(set, first, 'address', `is fetched ${what}, ${host}`);
    return [
      {
        ...problem,
        key: componentKey(set, host),
        ...(host.startsWith('http:') && plainly(components)),
        ...(others !== '' && { message: groupMessage(set, first, components.length, what) }),
      },
    ];
  });
}

/** Without TLS anyone on the way can answer, but what has a checksum in the lockfile cannot be replaced unseen. */
function plainly(components: readonly Component[]): Partial<Standing> {
  const isChecked = components.every(({ integrity = [] }) => integrity.length > 0);
  return {
    ...(isChecked && { severity: 'medium' as const }),
    advice:
      'Write `https://` in the addresses of the lockfile, or in the registry setting that they come from, and install again.',
  };
}

function groupMessage(set: ComponentSet, first: Component, count: number, what: string): string {
  return `${set.path} fetches ${count} packages ${what}, the first is ${first.name}@${first.version ?? ''}.`;
}

/** Packages whose address serves another package. */
function renamed(set: ComponentSet): readonly Standing[] {
  if (set.ecosystem !== 'npm') return [];
  const seen = new Set<string>();
  return set.components.flatMap((component) => {
    const served = tarballName(component.resolvedUrl ?? '');
    if (served === undefined || served === component.name || seen.has(component.name)) return [];
    seen.add(component.name);
    return [told(set, component, 'name', `resolves to another package, ${served}`)];
  });
}

/** The manifest itself asks for an address. */
function isDeclaredByAddress(set: ComponentSet, { name }: Component): boolean {
  return set.declared.some((one) => one.name === name && one.origin !== 'registry');
}

/** The package that an address of the npm registry serves. */
function tarballName(address: string): string | undefined {
  const found =
    /^https:\/\/registry\.(?:npmjs\.org|yarnpkg\.com)\/((?:@[\w.~-]{1,214}(?:\/|%2[fF]))?[\w.~-]{1,214})\/-\//.exec(
      address,
    );
  return found?.[1]?.replace(/%2[fF]/, '/');
}

/** What package managers keep of an entry, as long as the version fits. */
const kept: ReadonlySet<string> = new Set(['address', 'name']);

function told(set: ComponentSet, component: Component, discriminator: string, what: string): Standing {
  const command = lockCommand(set);
  const way = kept.has(discriminator)
    ? 'Remove the entry and write the lockfile again'
    : 'Regenerate the lockfile from the manifest';
  return {
    about: { id: `${component.name}@${component.version ?? ''}` },
    key: componentKey(set, component.name),
    discriminator,
    at: component.at,
    message: `${component.name}@${component.version ?? ''} ${what}.`,
    advice: `${way}${command === undefined ? '' : `: \`${command}\``}.`,
  };
}

/** Direct dependencies that are locked at versions which nobody asked for. A lockfile that is only stale is no such thing. */
function unsatisfied(set: ComponentSet): readonly Standing[] {
  return mismatchesIn(set)
    .filter(({ isStale }) => !isStale)
    .map(({ declared, range, locked }) => ({
      ...told(set, locked, 'range', `is locked, but the manifest requires ${range.slice(0, 60)}`),
      related: [declared.at],
    }));
}

/** Packages in the lockfile that nothing asks for. Told only where the lockfile itself names its roots. */
function unasked(set: ComponentSet): readonly Standing[] {
  if (!set.rooted || !set.complete) return [];
  const lost = set.components.filter(({ relation, peer }) => relation === 'unknown' && peer !== true);
  return lost.map((component) => ({
    ...told(set, component, 'stranger', 'is in the lockfile, but nothing depends on it'),
    severity: 'medium' as const,
    confidence: 'medium' as const,
  }));
}

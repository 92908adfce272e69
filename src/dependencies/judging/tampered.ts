import type { ComponentContext, ComponentProblem } from '../../policies/policy.js';
import { isPackageEcosystem } from '../advisories/ecosystems.js';
import type { Component, ComponentSet } from '../component.js';
import { admits } from '../versions/range.js';
import { changedChecksums } from './checksums.js';
import { lockCommand } from './commands.js';
import { compared, componentKey } from './comparison.js';
import { isEncrypted, isTrustedRegistry } from './trusted-registries.js';

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
  const foreign = set.components.flatMap((component) => addressProblem(set, component) ?? []);
  return [...once(foreign), ...unsatisfied(set), ...strangers(set)];
}

/** One problem for each package, however often a lockfile nests it. */
function once(problems: readonly Standing[]): readonly Standing[] {
  const told = new Set<string>();
  return problems.filter(({ key, discriminator }) => {
    const identity = `${key} ${discriminator}`;
    return !told.has(identity) && told.add(identity);
  });
}

function addressProblem(set: ComponentSet, component: Component): Standing | undefined {
  const { resolvedUrl, origin } = component;
  if (resolvedUrl === undefined || origin !== 'registry' || isDeclaredByAddress(set, component)) return undefined;
  if (!isEncrypted(resolvedUrl)) return told(set, component, 'address', 'is fetched without TLS');
  if (!isTrustedRegistry(resolvedUrl, set))
    return told(set, component, 'address', 'is fetched from an address that is no configured registry');
  const named = tarballName(resolvedUrl);
  if (set.ecosystem !== 'npm' || named === undefined || named === component.name) return undefined;
  return told(set, component, 'name', `is fetched as another package, ${named}`);
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

function told(set: ComponentSet, component: Component, discriminator: string, what: string): Standing {
  const command = lockCommand(set);
  return {
    about: { id: `${component.name}@${component.version ?? ''}` },
    key: componentKey(set, component.name),
    discriminator,
    at: component.at,
    message: `${component.name}@${component.version ?? ''} ${what}.`,
    advice:
      command === undefined
        ? 'Write the lockfile again.'
        : `Write the lockfile again from the manifest: \`${command}\`.`,
  };
}

/** Direct dependencies for which the lockfile holds versions, none of which the manifest admits. */
function unsatisfied(set: ComponentSet): readonly Standing[] {
  const { ecosystem } = set;
  if (!isPackageEcosystem(ecosystem) || !set.complete) return [];
  return set.declared.flatMap((declared) => {
    const { name, range, origin, peer } = declared;
    if (origin !== 'registry' || range === undefined || peer === true) return [];
    const locked = set.components.filter((one) => one.name === name && one.version !== undefined);
    const refused = locked.length > 0 && locked.every((one) => admits(ecosystem, range, one.version ?? '') === false);
    const [first] = locked;
    if (!refused || first === undefined) return [];
    return [
      {
        ...told(set, first, 'range', `is locked though the manifest asks for ${range.slice(0, 60)}`),
        related: [declared.at],
      },
    ];
  });
}

/** Packages in the lockfile that nothing asks for. Told only where the lockfile names its own roots. */
function strangers(set: ComponentSet): readonly Standing[] {
  const rooted = set.components.some(({ relation }) => relation === 'direct');
  if (!rooted || set.ecosystem !== 'npm' || !set.complete || set.format === 'yarn-lock') return [];
  const lost = set.components.filter(({ relation, peer }) => relation === 'unknown' && peer !== true);
  return lost.map((component) => ({
    ...told(set, component, 'stranger', 'is in the lockfile though nothing asks for it'),
    severity: 'medium' as const,
    confidence: 'medium' as const,
  }));
}

import type { ComponentEcosystem, PackageEcosystem } from '../component.js';
import { packageName } from '../reading/names.js';
import type { PackageEcosystemName } from './advisory.js';

const names: Record<PackageEcosystem, PackageEcosystemName> = {
  npm: 'npm',
  pypi: 'PyPI',
  go: 'Go',
  maven: 'Maven',
  nuget: 'NuGet',
  rubygems: 'RubyGems',
  crates: 'crates.io',
  packagist: 'Packagist',
};

const byOsvName = new Map(Object.entries(names).map(([ours, theirs]) => [theirs, ours as PackageEcosystem]));

/** The ecosystem's name in OSV. */
export function osvName(ecosystem: PackageEcosystem): PackageEcosystemName {
  return names[ecosystem];
}

/** Our word for OSV's name. A suffix (`Maven:https://...`) names another registry and is none of ours. */
export function ecosystemOf(osv: string): PackageEcosystem | undefined {
  return byOsvName.get(osv as PackageEcosystemName);
}

/** True for the ecosystems whose packages advisories know. */
export function isPackageEcosystem(ecosystem: ComponentEcosystem): ecosystem is PackageEcosystem {
  return Object.hasOwn(names, ecosystem);
}

/** The name under which packages are compared: of one ecosystem, normalised. */
export function packageKey(ecosystem: PackageEcosystem, name: string): string {
  return `${ecosystem} ${packageName(ecosystem, name) ?? name}`;
}

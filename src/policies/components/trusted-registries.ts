import type { ComponentSet } from '../../dependencies/component.js';

/** Hosts of the public registries, by ecosystem. */
const publicHosts: Readonly<Record<string, readonly string[]>> = {
  npm: ['registry.npmjs.org', 'registry.yarnpkg.com', 'npm.pkg.github.com', 'codeload.github.com'],
  pypi: ['pypi.org', 'files.pythonhosted.org', 'pypi.python.org'],
  crates: ['github.com', 'index.crates.io'],
  packagist: [
    'api.github.com',
    'codeload.github.com',
    'github.com',
    'gitlab.com',
    'packagist.org',
    'repo.packagist.org',
  ],
};

/** True if an address is over TLS and of a public registry or one that the repository's settings name. */
export function isTrustedRegistry(address: string, set: Pick<ComponentSet, 'ecosystem' | 'registries'>): boolean {
  const host = hostOf(address);
  if (host === undefined) return true;
  const configured = set.registries.flatMap((registry) => hostOf(registry) ?? []);
  if (configured.includes(host)) return true;
  return isEncrypted(address) && (publicHosts[set.ecosystem] ?? []).includes(host);
}

/** True unless the address is plain HTTP. */
export function isEncrypted(address: string): boolean {
  return !/^http:/i.test(address);
}

/** The host of an address; undefined for what is no address. */
export function hostOf(address: string): string | undefined {
  return /^(?:git\+)?(?:https?|ssh):\/\/(?:[^/@\s]{0,200}@)?([\w.-]{1,255})/i.exec(address)?.[1]?.toLowerCase();
}

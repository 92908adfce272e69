/** What the key of a package in a pnpm lockfile says. */
export interface PnpmPackage {
  /** `name@version`, the same for every form of the key. */
  readonly id: string;
  readonly name: string;
  readonly version: string;
  /** It comes from an address, not from a registry. */
  readonly remote: boolean;
}

/**
 * Reads `/name/1.0.0_peer` (version 5), `/name@1.0.0(peer@2.0.0)` (6) and `name@1.0.0(peer@2.0.0)` (9), each also with a
 * scope or with an address in the place of the version.
 */
export function pnpmPackage(key: string): PnpmPackage | undefined {
  const parenthesis = key.indexOf('(');
  const plain = parenthesis === -1 ? key : key.slice(0, parenthesis);
  const slashed = plain.startsWith('/');
  const path = slashed ? plain.slice(1) : plain;
  const at = path.indexOf('@', 1);
  const slash = path.indexOf('/', path.startsWith('@') ? path.indexOf('/') + 1 : 0);
  if (slashed && slash !== -1 && (at === -1 || slash < at)) return oldForm(path, slash);
  if (at === -1) return remote(plain, plain.slice(plain.lastIndexOf('/') + 1));
  if (/^[\w.-]{1,200}\//.test(path)) return remote(plain, path.slice(path.lastIndexOf('/') + 1));
  const name = path.slice(0, at);
  const version = path.slice(at + 1);
  if (version.startsWith('file:') || version.startsWith('link:')) return undefined;
  if (version.includes('/') || version.includes(':')) return { id: `${name}@${version}`, name, version, remote: true };
  return { id: `${name}@${version}`, name, version, remote: false };
}

function oldForm(path: string, slash: number): PnpmPackage {
  const name = path.slice(0, slash);
  const tail = path.slice(slash + 1);
  const peers = tail.indexOf('_');
  const version = peers === -1 ? tail : tail.slice(0, peers);
  return { id: `${name}@${version}`, name, version, remote: false };
}

function remote(id: string, name: string): PnpmPackage | undefined {
  return id.startsWith('file:') || id.startsWith('link:') ? undefined : { id, name, version: '', remote: true };
}

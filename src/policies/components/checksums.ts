import type { Component, ComponentSet } from '../../dependencies/component.js';
import type { ComponentProblem } from '../definition.js';
import { componentKey } from './comparison.js';

/** Checksums that the change removed, weakened or replaced while the version stayed. */
export function* changedChecksums(base: ComponentSet, head: ComponentSet): Iterable<ComponentProblem> {
  const before = new Map(checked(base).map((component) => [identityOf(component), component]));
  const told = new Set<string>();
  const kept = new Set(checked(head).flatMap((one) => (one.integrity === undefined ? [] : [identityOf(one)])));
  for (const component of checked(head)) {
    const former = before.get(identityOf(component));
    const elsewhere = component.integrity === undefined && kept.has(identityOf(component));
    if (former === undefined || elsewhere || told.has(component.name)) continue;
    const what = changeOf(former.integrity, component.integrity);
    if (what === undefined) continue;
    told.add(component.name);
    yield problemOf(head, component, what);
  }
}

/** Components that have a checksum of their own. */
function checked({ components }: ComponentSet): readonly Component[] {
  return components.filter(({ bundled }) => bundled !== true);
}

function identityOf({ name, version, origin }: Component): string {
  return `${name}@${version ?? ''} ${origin}`;
}

const strengths = ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'];

function changeOf(before: readonly string[] | undefined, after: readonly string[] | undefined): string | undefined {
  if (before === undefined || before.length === 0) return undefined;
  if (after === undefined || after.length === 0) return 'no longer has a checksum';
  const [old, now] = [strongest(before), strongest(after)];
  if (old > now && now >= 0) return 'has a weaker checksum than before';
  if (old !== now) return undefined;
  if (cacheKeyOf(before) !== cacheKeyOf(after)) return undefined;
  const gone = before.filter((checksum) => !after.includes(checksum));
  const come = after.filter((checksum) => !before.includes(checksum));
  // Files of a version may be added, or left out; one that is replaced is another file.
  if (gone.length === 0 || !come.some((checksum) => gone.some((one) => strongest([one]) === strongest([checksum]))))
    return undefined;
  return gone.length === before.length
    ? 'has a different checksum for the same version'
    : 'has a different checksum for a file of the same version';
}

/** `sha512-...` (npm), `sha256:...` (Python), `h1:...` (Go, always the same), `10c0/...` (yarn berry, a cache key). */
function strongest(checksums: readonly string[]): number {
  return Math.max(...checksums.map((checksum) => strengths.indexOf(/^(?:md5|sha\d{1,3})/.exec(checksum)?.[0] ?? '')));
}

/** Yarn berry's checksums are of its own archives: another cache format has others. */
function cacheKeyOf([first = '']: readonly string[]): string {
  return /^(\w{1,10})\//.exec(first)?.[1] ?? '';
}

function problemOf(set: ComponentSet, component: Component, what: string): ComponentProblem {
  const label = `${component.name}@${component.version ?? ''}`;
  return {
    about: { id: label },
    key: componentKey(set, component.name),
    discriminator: 'checksum',
    at: component.at,
    status: 'introduced',
    message: `${label} ${what}.`,
    advice: 'A published version never changes. Restore the checksum, or regenerate the lockfile from an empty cache.',
  };
}

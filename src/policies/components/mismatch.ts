import { isPackageEcosystem } from '../../dependencies/advisories/ecosystems.js';
import type { Component, ComponentSet, PackageEcosystem } from '../../dependencies/component.js';
import { orderOf } from '../../dependencies/versions/order.js';
import { admits } from '../../dependencies/versions/range.js';

/** A direct dependency for which the lockfile holds versions, none of which the manifest admits. */
export interface Mismatch {
  readonly declared: Component;
  readonly range: string;
  /** The first of the locked versions. */
  readonly locked: Component;
  /** The manifest moved on and the lockfile was not written again since: nobody changed what is installed. */
  readonly isStale: boolean;
}

/** Where a lockfile and the manifests beside it disagree. */
export function mismatchesIn(set: ComponentSet): readonly Mismatch[] {
  const { ecosystem } = set;
  if (set.kind !== 'lockfile' || !isPackageEcosystem(ecosystem) || !set.complete) return [];
  return set.declared.flatMap((declared) => {
    const { name, range, origin, peer } = declared;
    if (origin !== 'registry' || range === undefined || peer === true) return [];
    const locked = set.components.filter((one) => one.name === name && one.version !== undefined);
    const isRefused = locked.every((one) => admits(ecosystem, range, one.version ?? '') === false);
    const [first] = locked;
    if (first === undefined || !isRefused) return [];
    return [{ declared, range, locked: first, isStale: isStale({ set, ecosystem, declared, range }, locked) }];
  });
}

/** Set where a component is what a stale lockfile still installs. */
export function staleFor(set: ComponentSet, { name }: Component): Mismatch | undefined {
  return mismatchesIn(set).find(({ isStale, declared }) => isStale && declared.name === name);
}

interface Asking {
  readonly set: ComponentSet;
  readonly ecosystem: PackageEcosystem;
  readonly declared: Component;
  readonly range: string;
}

/**
 * A lockfile that says what it was asked for is stale if that was another range, which it keeps to. Where it does not say, older
 * versions than the manifest asks for are taken for that.
 */
function isStale({ set, ecosystem, declared, range }: Asking, locked: readonly Component[]): boolean {
  if (set.asked === undefined) return locked.every(({ version = '' }) => isOlder(ecosystem, version, range));
  const names = [declared.name, declared.writtenName];
  const asked = set.asked.filter(({ name }) => names.includes(name)).map((one) => one.range.trim());
  if (asked.length === 0 || asked.includes(range.trim())) return false;
  return locked.some(({ version = '' }) => asked.some((one) => admits(ecosystem, one, version) !== false));
}

function isOlder(ecosystem: PackageEcosystem, version: string, range: string): boolean {
  const [least] = /\d[\w.+-]{0,100}/.exec(range) ?? [];
  const order = least === undefined ? undefined : orderOf(ecosystem)(version, least);
  return order !== undefined && order < 0;
}

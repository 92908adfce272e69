import { groupBy } from '../../model/grouping.js';
import { itemsOf } from '../../model/value.js';
import type { Pointing } from './mapping.js';
import { type Mapping, property, referent } from './mapping.js';
import type { Declared } from './template.js';

/** Looks through the resources of a type once for each path, however often it is asked. */
export function pointingOf(mapping: Omit<Mapping, 'pointing'>): Pointing {
  const indexes = new Map<string, ReadonlyMap<string, readonly Declared[]>>();
  return (type, path, to) => {
    const key = [type, ...path].join(' ');
    const index = indexes.get(key) ?? indexOf(mapping, type, path);
    indexes.set(key, index);
    return index.get(to) ?? [];
  };
}

/** The service that a bare name under such a property is of. */
const services = new Map([
  ['FunctionName', 'lambda'],
  ['Role', 'iam'],
  ['Roles', 'iam'],
  ['RoleName', 'iam'],
]);

function indexOf(
  mapping: Omit<Mapping, 'pointing'>,
  type: string,
  path: readonly string[],
): ReadonlyMap<string, readonly Declared[]> {
  const service = services.get(path.at(-1) ?? '');
  return groupBy(mapping.ofType(type), (declared) => {
    return new Set(itemsOf(property(declared, ...path)).flatMap((value) => referent(mapping, value, service) ?? []));
  });
}

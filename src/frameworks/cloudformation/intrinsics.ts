import { isDynamic } from '../../clouds/aws/dynamic-references.js';
import type { ChoiceValue, MapEntry, MapValue, Value } from '../../model/value.js';
import { functions } from './intrinsic-functions.js';
import { reference } from './references.js';
import type { Scope } from './scope.js';
import { piecesOf, textValue } from './text-parts.js';

/** A value with its intrinsics resolved as far as they can be; undefined for `AWS::NoValue`. */
export function resolve(scope: Scope, value: Value): Value | undefined {
  switch (value.kind) {
    case 'scalar':
      return typeof value.value === 'string' && isDynamic(value.value) ? textValue(value, [piecesOf(value)]) : value;
    case 'list': {
      const items = value.items.map((item) => resolve(scope, item)).filter((item) => item !== undefined);
      return isSame(items, value.items) ? value : { ...value, items };
    }
    case 'map':
      return resolveMap(scope, value);
    case 'choice':
      return { ...value, cases: value.cases.map((one) => resolveCase(scope, one)) };
    case 'reference':
    case 'pattern':
    case 'unknown':
      return value;
  }
}

function resolveCase(scope: Scope, one: ChoiceValue['cases'][number]): ChoiceValue['cases'][number] {
  return { ...one, value: one.value === undefined ? undefined : resolve(scope, one.value) };
}

function resolveMap(scope: Scope, map: MapValue): Value | undefined {
  const [only] = map.entries;
  if (map.entries.length === 1 && only !== undefined) {
    if (only.key === 'Ref') return reference(scope, map, only.value);
    const call = functions.get(only.key);
    if (call !== undefined) return call({ scope, whole: map, resolve: (inner) => resolve(scope, inner) }, only.value);
  }
  const entries: MapEntry[] = [];
  let { open } = map;
  for (const entry of map.entries) {
    if (opensContainer(entry.key)) {
      open = true;
      continue;
    }
    const value = resolve(scope, entry.value);
    if (value !== undefined) entries.push(value === entry.value ? entry : { ...entry, value });
  }
  return open === map.open && isSame(entries, map.entries) ? map : { ...map, entries, open };
}

/** Most of a template stays as it is. */
function isSame<T>(now: readonly T[], before: readonly T[]): boolean {
  return now.length === before.length && now.every((one, index) => one === before[index]);
}

/** Loops and macros add entries that are known at deploy time only. */
export function opensContainer(key: string): boolean {
  return key.startsWith('Fn::ForEach') || key === 'Fn::Transform';
}

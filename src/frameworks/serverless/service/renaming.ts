import type { PatternPart, Value } from '../../../model/value.js';
import type { ServiceNames } from './names.js';

type Renames = Pick<ServiceNames, 'idOf'>;

/** The value with references to generated functions under the names that these have here. */
export function renamed(value: Value | undefined, names: Renames): Value | undefined {
  return value === undefined ? undefined : rename(value, names);
}

function rename(value: Value, names: Renames): Value {
  switch (value.kind) {
    case 'reference': {
      const id = names.idOf(value.to);
      return id === undefined ? value : { ...value, to: id };
    }
    case 'pattern': {
      const parts = value.parts.map((part) => renamePart(part, names));
      return parts.every((part, index) => part === value.parts[index]) ? value : { ...value, parts };
    }
    case 'list': {
      const items = value.items.map((item) => rename(item, names));
      return items.every((item, index) => item === value.items[index]) ? value : { ...value, items };
    }
    case 'map': {
      const entries = value.entries.map((entry) => {
        const inner = rename(entry.value, names);
        return inner === entry.value ? entry : { ...entry, value: inner };
      });
      return entries.every((entry, index) => entry === value.entries[index]) ? value : { ...value, entries };
    }
    case 'choice': {
      const cases = value.cases.map((one) => ({ ...one, value: renamed(one.value, names) }));
      return { ...value, cases };
    }
    case 'scalar':
    case 'unknown':
      return value;
  }
}

function renamePart(part: PatternPart, { idOf }: Renames): PatternPart {
  if (typeof part !== 'object' || !('to' in part)) return part;
  const id = idOf(part.to);
  return id === undefined ? part : { ...part, to: id };
}

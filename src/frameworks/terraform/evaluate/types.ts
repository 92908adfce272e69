import { entryOf, isNull, type MapEntry, type MapValue, type Value } from '../../../model/value.js';
import type { CallExpression, Expression, ObjectExpression } from '../../../notation/hcl/expression.js';
import { lifted } from './choices.js';
import { toset } from './functions/conversions.js';
import { scalar } from './values.js';

type Evaluate = (expression: Expression) => Value;

/** What a variable's type adds to its value: attributes that may be left out have their defaults, or are null. */
export function withOptionals(value: Value, type: Expression | undefined, evaluate: Evaluate): Value {
  if (type?.kind !== 'call') return value;
  return lifted(value, value.at, (one) => {
    const [inner] = type.arguments;
    if (type.name === 'set' && one.kind === 'list' && !one.isSet) {
      return withOptionals(toset([one], one.at) ?? one, type, evaluate);
    }
    if (type.name === 'object') {
      return one.kind === 'map' && inner?.kind === 'object' ? filled(one, inner, evaluate) : one;
    }
    if (!collections.has(type.name) || inner?.kind !== 'call') return one;
    if (one.kind === 'list') {
      return { ...one, items: one.items.map((item) => withOptionals(item, inner, evaluate)) };
    }
    if (one.kind !== 'map') return one;
    const entries = one.entries.map((entry) => ({ ...entry, value: withOptionals(entry.value, inner, evaluate) }));
    return { ...one, entries };
  });
}

const collections: ReadonlySet<string> = new Set(['list', 'set', 'map']);

function filled(map: MapValue, { entries: types }: ObjectExpression, evaluate: Evaluate): MapValue {
  const entries = new Map(map.entries.map((entry) => [entry.key, entry]));
  for (const { key, value: type } of types) {
    const name = key.kind === 'literal' ? String(key.value) : '';
    const optional = isOptional(type) ? type : undefined;
    const written = entryOf(map, name);
    const inner = optional?.arguments[0] ?? type;
    if (written !== undefined && !isNull(written.value)) {
      entries.set(name, { ...written, value: withOptionals(written.value, inner, evaluate) });
    } else if (optional !== undefined && (written !== undefined || !map.open)) {
      entries.set(name, leftOut(map, name, optional, evaluate));
    }
  }
  return { ...map, entries: [...entries.values()] };
}

function isOptional(type: Expression): type is CallExpression {
  return type.kind === 'call' && type.name === 'optional';
}

function leftOut({ at, anchor }: MapValue, key: string, optional: CallExpression, evaluate: Evaluate): MapEntry {
  const [type, standard] = optional.arguments;
  const value = standard === undefined ? scalar(null, at) : withOptionals(evaluate(standard), type, evaluate);
  return { key, keyAt: anchor ?? at, value };
}

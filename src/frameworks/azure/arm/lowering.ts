import { nameText, partsOf } from '../../../clouds/azure/names.js';
import type { Span } from '../../../model/span.js';
import { type MapEntry, textOf, type Value } from '../../../model/value.js';
import { evaluate } from '../expressions/evaluate.js';
import { unknownValue } from '../expressions/expression-values.js';
import type { Scope } from '../expressions/scope.js';
import { isExpression, parseExpression } from './arm-expressions.js';

const deepest = 150;

/** A value of a template with every expression in it evaluated. */
export function lower(value: Value, scope: Scope, depth = 0): Value {
  if (depth > deepest) return unknownValue('nested too deeply', value.at);
  if (value.kind === 'list') return { ...value, items: value.items.map((item) => lower(item, scope, depth + 1)) };
  if (value.kind === 'map') return lowerMap(value, scope, depth);
  if (value.kind !== 'scalar' || typeof value.value !== 'string') return value;
  if (value.value.startsWith('[[')) return { ...value, value: value.value.slice(1) };
  return isExpression(value.value) ? evaluated(value.value, value.at, scope) : value;
}

/** A literal inside an expression may be written over as a whole; what comes from elsewhere keeps its origin. */
function evaluated(text: string, at: Span, scope: Scope): Value {
  return evaluate(parseExpression(text, at), scope);
}

function lowerMap(map: Extract<Value, { kind: 'map' }>, scope: Scope, depth: number): Value {
  const entries: MapEntry[] = [];
  let open = map.open;
  for (const entry of map.entries) {
    const key = keyOf(entry, scope);
    if (entry.key === 'copy' && entry.value.kind === 'list') {
      entries.push(...copies(entry.value.items, scope, depth));
    } else if (key === undefined) open = true;
    else entries.push({ ...entry, key, value: lower(entry.value, scope, depth + 1) });
  }
  return { ...map, entries, open };
}

/** Keys may be expressions: identities are named by their ids. */
function keyOf({ key, keyAt }: MapEntry, scope: Scope): string | undefined {
  if (!isExpression(key)) return key;
  const value = evaluated(key, keyAt, scope);
  return value.kind === 'unknown' || value.kind === 'choice' ? undefined : nameText(partsOf(value));
}

/** `"copy": [{ name, count, input }]` makes a list of each name, of which one item stands for all. */
function copies(items: readonly Value[], scope: Scope, depth: number): readonly MapEntry[] {
  return items.flatMap((item): readonly MapEntry[] => {
    const fields =
      item.kind === 'map' ? new Map(item.entries.map((entry) => [entry.key, entry])) : new Map<string, MapEntry>();
    const [name, input] = [textOf(fields.get('name')?.value), fields.get('input')];
    if (name === undefined || input === undefined) return [];
    const value: Value = {
      kind: 'list',
      items: [lower(input.value, scope, depth + 1)],
      open: true,
      at: item.at,
      origin: item.at,
    };
    return [{ key: name, keyAt: input.keyAt, value }];
  });
}

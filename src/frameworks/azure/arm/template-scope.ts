import { entryOf, type MapEntry, textOf, type Value, valueAt } from '../../../model/value.js';
import type { Given } from '../bicep/parameter-files.js';
import { resourceCall } from '../calls.js';
import { unknownValue, usedAt } from '../expressions/expression-values.js';
import { emptyDefault } from '../expressions/overrides.js';
import { openAllowance, type Scope } from '../expressions/scope.js';
import { parameterMeaning } from '../parameter-meaning.js';
import { lower } from './lowering.js';

/** What `parameters('x')`, `variables('x')` and names of resources mean in a template. */
export function scopeOf(root: Value, given: readonly Given[], allowance = openAllowance()): Scope {
  const known = new Map<string, Value>();
  const scope: Scope = { name: () => undefined, call, allowance };
  function call(name: string, args: readonly Value[], at: Value['at']): Value | undefined {
    const [first] = args;
    const asked = textOf(first);
    if (name === 'parameters' || name === 'variables') {
      const meaning = asked === undefined ? undefined : find(name, asked);
      return meaning === undefined ? unknownValue(`unknown ${name}`, at) : usedAt(meaning, at);
    }
    if (name === 'copyindex') return { kind: 'pattern', parts: [{ named: 'copyIndex' }], at };
    return resourceCall(name, args, at);
  }
  function find(section: 'parameters' | 'variables', asked: string): Value | undefined {
    const declared = valueAt(root, section);
    const entry =
      entryOf(declared, asked) ??
      (declared?.kind === 'map'
        ? declared.entries.find(({ key }) => key.toLowerCase() === asked.toLowerCase())
        : undefined);
    if (entry === undefined) return undefined;
    const key = `${section} ${entry.key}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    known.set(key, unknownValue('cycle', entry.keyAt));
    const value = section === 'variables' ? lower(entry.value, scope) : parameterIn(entry, given, scope);
    known.set(key, value);
    return value;
  }
  return scope;
}

function parameterIn({ key, keyAt, value }: MapEntry, given: readonly Given[], scope: Scope): Value {
  const fallback = entryOf(value, 'defaultValue')?.value;
  const meaning = parameterMeaning(
    {
      name: key,
      declared: keyAt,
      allowed: entryOf(value, 'allowedValues')?.value,
      fallback: fallback && lower(fallback, scope),
    },
    given,
  );
  const isText = textOf(valueAt(value, 'type'))?.toLowerCase() === 'string';
  if (meaning.kind === 'unknown' && fallback === undefined && isText) {
    return { kind: 'pattern', parts: [{ named: key }], at: keyAt, origin: keyAt };
  }
  const isEmpty = textOf(meaning) === '' && meaning.confidence === 'medium';
  return isEmpty ? unknownValue(emptyDefault, keyAt) : meaning;
}

import type { ChoiceValue, Value } from '../../model/value.js';
import { entryOf, textOf, valueAt } from '../../model/value.js';
import type { Call } from './call.js';
import { tooMuch } from './references.js';
import { placeOf, provenance } from './text-parts.js';

/** `Fn::FindInMap` with keys that are known, or known to be among a parameter's allowed values. */
export function lookUp(call: Call, argument: Value): Value | undefined {
  const [map, first, second, options] = argument.kind === 'list' ? argument.items : [];
  const keys = [map, first, second].map((key) => (key === undefined ? undefined : call.resolve(key)));
  const fallback = entryOf(options, 'DefaultValue')?.value;
  return lookUpWith(call, keys, fallback);
}

function lookUpWith(call: Call, keys: readonly (Value | undefined)[], fallback: Value | undefined): Value | undefined {
  const varying = keys.findIndex((key) => key?.kind === 'choice');
  const choice = keys[varying];
  if (choice?.kind === 'choice' && keys.filter((key) => key?.kind === 'choice').length === 1) {
    const cases: ChoiceValue['cases'] = choice.cases.map(({ label, value }) => ({
      label,
      value: lookUpWith(call, keys.with(varying, value), fallback),
    }));
    return { kind: 'choice', among: choice.among, cases, ...placeOf(call.whole) };
  }
  if (!call.scope.spend(1)) return tooMuch(call.whole);
  const names = keys.map((key) => textOf(key));
  const found = names.includes(undefined) ? undefined : valueAt(call.scope.mappings, ...(names as string[]));
  if (found !== undefined && !call.scope.spend(found)) return tooMuch(call.whole);
  if (found !== undefined) {
    return { ...found, origin: found.at, ...provenance(keys.map(withoutOrigin)), at: call.whole.at };
  }
  if (fallback !== undefined && !names.includes(undefined)) return call.resolve(fallback);
  return { kind: 'unknown', because: 'mapping by deployment', ...placeOf(call.whole) };
}

function withoutOrigin(key: Value | undefined): Value | undefined {
  if (key?.origin === undefined) return key;
  const { origin, ...rest } = key;
  return rest;
}

import type { ChoiceValue, Value } from '../../model/value.js';
import type { Given } from './bicep/parameter-files.js';
import { unknownValue } from './expressions/expression-values.js';

/** How a parameter is declared, in either language. */
export interface Parameter {
  readonly name: string;
  readonly declared: Value['at'];
  readonly allowed: Value | undefined;
  readonly fallback: Value | undefined;
}

/** More allowed values than this are not compared one by one. */
const mostAllowedValues = 30;

/**
 * What a parameter means: what its only parameter file says; one branch for each of several files; one of the allowed
 * values; or its default, one step down.
 */
export function parameterMeaning({ name, declared, allowed, fallback }: Parameter, given: readonly Given[]): Value {
  const said = given.flatMap(({ path, values }) => {
    const value = values.get(name);
    return value === undefined
      ? []
      : [{ label: path.slice(path.lastIndexOf('/') + 1), value: { ...value, origin: value.at } }];
  });
  const [first, another] = said;
  if (first !== undefined && another === undefined && given.length === 1) return first.value;
  if (first !== undefined) {
    const others =
      said.length < given.length && fallback !== undefined
        ? [{ label: 'the default', value: byDefault(fallback) }]
        : [];
    return { kind: 'choice', among: 'branches', cases: [...said, ...others], at: declared, origin: declared };
  }
  if (allowed?.kind === 'list' && allowed.items.length > 0) return choiceAmong(allowed);
  return fallback === undefined
    ? { ...unknownValue('parameter without default', declared), origin: declared }
    : byDefault(fallback);
}

function byDefault(fallback: Value): Value {
  return { ...fallback, origin: fallback.origin ?? fallback.at, confidence: 'medium' };
}

function choiceAmong({ items, at }: Extract<Value, { kind: 'list' }>): Value {
  if (items.length > mostAllowedValues) return unknownValue('many allowed values', at);
  const cases: ChoiceValue['cases'] = items.map((value) => ({
    label: value.kind === 'scalar' ? String(value.value) : '?',
    value: { ...value, origin: value.at },
  }));
  return { kind: 'choice', among: 'allowed-values', cases, at, origin: at };
}

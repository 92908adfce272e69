import type { ChoiceValue, ListValue, Value } from '../../model/value.js';
import { entryOf, textOf, valueAt } from '../../model/value.js';
import { openBudget, type Spend } from './budget.js';

/** What names inside one template mean. */
export interface Scope {
  /** The meaning of `Ref` to a parameter; undefined if there is no such parameter. */
  readonly parameter: (name: string) => Value | undefined;
  readonly mappings: Value | undefined;
  readonly conditions: Value | undefined;
  /** The value of another file that `AWS::Include` names, if it is in the repository. */
  readonly include: (location: string) => Value | undefined;
  /** The value of a nested stack's output, where it is known; of templates that are read alone, none is. */
  readonly output: (stack: string, output: string) => Value | undefined;
  readonly spend: Spend;
  /** Remembers a name that is no parameter: something of the stack must have it. */
  readonly refer: (name: string) => void;
}

/** More allowed values than this are not compared one by one. */
const mostAllowedValues = 50;

/** The scope of a template's root map. */
export function scopeOf(root: Value, include: Scope['include'], refer: Scope['refer']): Scope {
  const declared = entryOf(root, 'Parameters')?.value;
  const meanings = new Map<string, Value>();
  if (declared?.kind === 'map') {
    for (const { key, value } of declared.entries) meanings.set(key, parameterMeaning(value));
  }
  return {
    parameter: (name) => meanings.get(name),
    mappings: valueAt(root, 'Mappings'),
    conditions: valueAt(root, 'Conditions'),
    include,
    output: () => undefined,
    spend: openBudget(),
    refer,
  };
}

function parameterMeaning(parameter: Value): Value {
  const { at } = parameter;
  const type = textOf(valueAt(parameter, 'Type')) ?? 'String';
  if (type.startsWith('AWS::SSM::Parameter::')) return { kind: 'unknown', at, because: 'ssm parameter' };
  const isList = type === 'CommaDelimitedList' || type.startsWith('List<');
  const allowed = valueAt(parameter, 'AllowedValues');
  if (allowed?.kind === 'list' && allowed.items.length > 0 && !isList) return choiceAmong(allowed);
  const written = valueAt(parameter, 'Default');
  if (written?.kind !== 'scalar') return { kind: 'unknown', at, origin: at, because: 'parameter without default' };
  if (written.value === '') return { kind: 'unknown', at, because: 'parameter with empty default' };
  if (isList) return split(written);
  return { ...written, origin: written.at, confidence: 'medium' };
}

function choiceAmong(allowed: ListValue): Value {
  const { at, items } = allowed;
  if (items.length > mostAllowedValues) return { kind: 'unknown', at, because: 'many allowed values' };
  const cases: ChoiceValue['cases'] = items.map((value) => ({
    label: textOf(value) ?? '',
    value: { ...value, origin: value.at },
  }));
  return { kind: 'choice', among: 'allowed-values', cases, at, origin: at };
}

/** The default of a list parameter is one text with commas. */
function split(written: Value): ListValue {
  const { at } = written;
  const texts = (textOf(written) ?? '').split(',').map((text) => text.trim());
  const items = texts.map((value): Value => ({ kind: 'scalar', value, at, origin: at, confidence: 'medium' }));
  return { kind: 'list', items, open: false, at, origin: at, confidence: 'medium' };
}

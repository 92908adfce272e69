import { type MapEntry, textOf, type Value, valueAt } from '../../../model/value.js';
import { type Construct, propertiesOf } from '../constructs/construct.js';
import { given } from '../constructs/given-properties.js';
import type { Call, Expression } from '../program/expression.js';
import type { Synthesis } from '../synthesis/synthesis.js';
import { lowerValue } from '../values/construct-value.js';
import { map, scalar } from '../values/made-value.js';

/** The outputs that a program would give its stacks, and those of its parameters that are masked. */
export function outputsOf(synthesis: Synthesis): { readonly outputs: Value; readonly parameters: Value } | undefined {
  const { constructs, invocations } = synthesis.construction;
  const masked = constructs.filter((construct) => isMasked(synthesis, construct));
  const written = constructs.flatMap(({ id, type, call }): readonly MapEntry[] => {
    const value = type === 'core.CfnOutput' ? given(call, 'value')?.value : undefined;
    return value === undefined ? [] : [output(synthesis, { id, call, value }, masked)];
  });
  const exported = invocations.flatMap(({ method, call }): readonly MapEntry[] => {
    const [value] = call.args;
    return value === undefined || method !== 'exportValue'
      ? []
      : [output(synthesis, { id: 'exportValue', call, value }, masked)];
  });
  const entries = [...written, ...exported];
  const [first] = entries;
  if (first === undefined) return undefined;
  const whole = { ...first.keyAt };
  return {
    outputs: { kind: 'map', entries, open: false, at: whole },
    parameters: map(whole, Object.fromEntries(masked.map(({ id, call }) => [id, maskedAt(call)]))),
  };
}

function isMasked(synthesis: Synthesis, { type, call }: Construct): boolean {
  const properties = type === 'core.CfnParameter' ? propertiesOf(call) : 'none';
  if (typeof properties === 'string') return false;
  const value = lowerValue(synthesis.construction, properties);
  return textOf(valueAt(value, 'noEcho')) === 'true';
}

function maskedAt({ at }: Call): Value {
  return map(at, { NoEcho: scalar(at, true) });
}

interface Written {
  readonly id: string;
  readonly call: Call;
  readonly value: Expression;
}

function output(synthesis: Synthesis, { id, call, value }: Written, masked: readonly Construct[]): MapEntry {
  const lowered = lowerValue(synthesis.construction, value);
  const parameter = lowered.kind === 'reference' ? masked.find((one) => one.id === lowered.to) : undefined;
  const shown: Value = parameter
    ? { kind: 'unknown', because: 'parameter', at: value.at, origin: parameter.call.at }
    : lowered;
  return { key: id, keyAt: call.at, value: map(call.at, { Value: shown }) };
}

import type { Span } from '../../../model/span.js';
import { type ChoiceValue, isNull, type Value } from '../../../model/value.js';
import { unknownValue } from './values.js';

const mostCases = 8;
const mostConditions = 3;

/** What becomes of a value, or of each of the values between which the deployment chooses. */
export function lifted(value: Value, at: Span, apply: (value: Value) => Value): Value {
  if (value.kind !== 'choice') return apply(value);
  const cases = value.cases.map(({ label, value: one }) => ({ label, value: one && apply(one) }));
  return choiceOf({ ...value, cases, at });
}

/** The same for several values, of which the first choice is decided first. */
export function liftedAll(values: readonly Value[], at: Span, apply: (values: readonly Value[]) => Value): Value {
  const index = values.findIndex(({ kind }) => kind === 'choice');
  const choice = values[index];
  if (choice?.kind !== 'choice') return apply(values);
  const conditions = new Set(values.flatMap((value) => (value.kind === 'choice' ? (value.cases[0]?.label ?? '') : [])));
  if (conditions.size > mostConditions)
    return apply(values.map((value) => (value.kind === 'choice' ? unknownValue(value.at, 'many conditions') : value)));
  const cases = choice.cases.map(({ label, value }) => {
    const one: Value = value ?? { kind: 'scalar', value: null, at };
    const decided = values.map((other, place) => (place === index ? one : settled(other, label)));
    return { label, value: liftedAll(decided, at, apply) };
  });
  return choiceOf({ ...choice, cases, at });
}

/** Choices by the same condition are decided together. */
function settled(value: Value, label: string): Value {
  if (value.kind !== 'choice') return value;
  const found = value.cases.find((one) => one.label === label);
  return found === undefined ? value : (found.value ?? { kind: 'scalar', value: null, at: value.at });
}

/** A choice between few values; of cases that are choices themselves the inner ones are lifted out. */
export function choiceOf(choice: ChoiceValue): Value {
  const cases = choice.cases.flatMap(({ label, value }): ChoiceValue['cases'] => {
    if (value?.kind !== 'choice') return [{ label, value: value !== undefined && isNull(value) ? undefined : value }];
    return value.cases.map((inner) => ({ label: `${label} and ${inner.label}`, value: inner.value }));
  });
  if (cases.length > mostCases) return unknownValue(choice.at, 'many conditions');
  return { ...choice, cases };
}

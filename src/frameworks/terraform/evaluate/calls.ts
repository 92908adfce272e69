import { isNull, type Value } from '../../../model/value.js';
import type { CallExpression, Expression } from '../../../notation/hcl/expression.js';
import { liftedAll } from './choices.js';
import type { Evaluate } from './for-expressions.js';
import { conversionFunctions } from './functions/conversions.js';
import { fileFunctions } from './functions/files.js';
import { formatFunctions } from './functions/formats.js';
import type { PureFunction } from './functions/function.js';
import { listFunctions } from './functions/lists.js';
import { mapFunctions } from './functions/maps.js';
import { numberFunctions } from './functions/numbers.js';
import { sequenceFunctions } from './functions/sequences.js';
import { textFunctions } from './functions/texts.js';
import { withoutChange } from './functions/without-change.js';
import type { Scope } from './scope.js';
import { failure, scalar, unknownValue } from './values.js';

const pure: ReadonlyMap<string, PureFunction> = new Map([
  ...textFunctions,
  ...listFunctions,
  ...sequenceFunctions,
  ...mapFunctions,
  ...numberFunctions,
  ...formatFunctions,
  ...conversionFunctions,
]);

/** What a call gives. A function that is not known here is unknown. */
export function callFunction(call: CallExpression, scope: Scope, evaluate: Evaluate): Value {
  const { at } = call;
  const name = call.name.replace(/^core::/, '');
  if (name === 'try') return firstThatWorks(call, scope, evaluate);
  if (name === 'can') return worksAtAll(firstThatWorks(call, scope, evaluate), at);
  const given = argumentsOf(call, scope, evaluate);
  if (given === undefined) return unknownValue(at, 'spread arguments');
  const [first] = given;
  if (withoutChange.has(name)) return first === undefined ? unknownValue(at, 'not valid') : { ...first, at };
  const reader = fileFunctions.get(name);
  if (reader !== undefined) return liftedAll(given, at, (values) => reader({ values, at, scope, evaluate }));
  const apply = pure.get(name);
  if (apply === undefined) return unknownValue(at, `${name.slice(0, 40)}()`);
  return liftedAll(given, at, (values) => apply(values, at) ?? unknownValue(at, reasonIn(values)));
}

/** Whether Terraform would not refuse a value; of one that is not known that is not known either. */
function worksAtAll(value: Value, at: Value['at']): Value {
  if (value.kind !== 'unknown') return scalar(true, at);
  return value.because === failure ? scalar(false, at) : { ...value, at };
}

function reasonIn(values: readonly Value[]): string {
  return values.find((value) => value.kind === 'unknown')?.because ?? 'computed';
}

/** The arguments, of which the last may be a list of the others. */
function argumentsOf(call: CallExpression, scope: Scope, evaluate: Evaluate): readonly Value[] | undefined {
  const values = call.arguments.map((argument: Expression) => evaluate(argument, scope));
  if (!call.spread) return values;
  const last = values.at(-1);
  return last?.kind === 'list' && !last.open ? [...values.slice(0, -1), ...last.items] : undefined;
}

/** The first argument that Terraform would not refuse. One that is not known may be it, so that nothing after it counts. */
function firstThatWorks(call: CallExpression, scope: Scope, evaluate: Evaluate): Value {
  for (const argument of call.arguments) {
    const value = evaluate(argument, scope);
    if (value.kind !== 'unknown' || value.because !== failure) return isNull(value) ? value : { ...value, at: call.at };
  }
  return unknownValue(call.at, failure);
}

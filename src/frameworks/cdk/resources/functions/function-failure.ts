import type { Value } from '../../../../model/value.js';
import type { Construct, Invocation } from '../../constructs/construct.js';
import { given, isOpen } from '../../constructs/given-properties.js';
import type { Call, Expression } from '../../program/expression.js';
import { resolve } from '../../program/scope.js';
import { put } from '../../synthesis/draft.js';
import { fill } from '../../synthesis/fill.js';
import { arn, row, seconds } from '../../synthesis/rows.js';
import { addNamed, type Synthesis } from '../../synthesis/synthesis.js';
import { lowerValue } from '../../values/construct-value.js';
import { reference } from '../../values/made-value.js';
import { allowWrapped } from '../permissions/implied.js';

const rows = [row('retryAttempts', 'MaximumRetryAttempts'), row('maxEventAge', 'MaximumEventAgeInSeconds', seconds)];

interface Settings {
  readonly call: Call;
  readonly fn: string;
  readonly position: number;
}

/** What becomes of events that a function fails on: by its own properties, or in a construct of their own. */
export function addInvokeSettings(synthesis: Synthesis, { call, fn, position }: Settings): void {
  const found = given(call, 'onFailure', position);
  for (const destination of [found, given(call, 'onSuccess', position)])
    if (destination) allowWrapped(synthesis, fn, destination.value);
  const any = found ?? given(call, 'retryAttempts', position) ?? given(call, 'maxEventAge', position);
  if (any === undefined && !isOpen(call, position)) return;
  const at = any?.keyAt ?? call.at;
  const id = `${fn}/EventInvokeConfig`;
  const draft = addNamed(synthesis, { id, type: 'AWS::Lambda::EventInvokeConfig', at, whole: at });
  fill(synthesis, draft, { call, position }, rows);
  put(draft, ['FunctionName'], reference(at, fn));
  if (found)
    put(draft, ['DestinationConfig', 'OnFailure', 'Destination'], destinationOf(synthesis, found.value), found.keyAt);
}

/** `new EventInvokeConfig(this, 'Config', { function: fn, onFailure })`. */
export function addInvokeConfig(synthesis: Synthesis, { call }: Construct): void {
  const target = given(call, 'function')?.value;
  const fn = target && synthesis.construction.byCall.get(resolve(target));
  if (fn) addInvokeSettings(synthesis, { call, fn: fn.id, position: 2 });
}

/** `fn.configureAsyncInvoke({ onFailure })`. */
export function configureInvoke(synthesis: Synthesis, { call }: Invocation, owner: Construct): void {
  addInvokeSettings(synthesis, { call, fn: owner.id, position: 0 });
}

/** What a destination or target class wraps: its first argument. */
export function destinationOf(synthesis: Synthesis, expression: Expression): Value {
  const value = lowerValue(synthesis.construction, expression);
  if (value.kind !== 'unknown') return value;
  const resolved = wrapped(expression);
  return resolved === undefined ? value : (arn.read(lowerValue(synthesis.construction, resolved), synthesis) ?? value);
}

function wrapped(expression: Expression): Expression | undefined {
  const resolved = resolve(expression);
  return resolved.kind === 'call' ? resolved.args[0] : undefined;
}

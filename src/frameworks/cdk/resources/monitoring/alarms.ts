import type { Value } from '../../../../model/value.js';
import type { Construct } from '../../constructs/construct.js';
import type { Expression } from '../../program/expression.js';
import { resolve } from '../../program/scope.js';
import { put } from '../../synthesis/draft.js';
import { addNamed, type Synthesis } from '../../synthesis/synthesis.js';
import { list, map, reference, scalar } from '../../values/made-value.js';
import { functionTypes } from '../functions/lambda-functions.js';

const metrics = new Map([
  ['metricErrors', ['AWS/Lambda', 'Errors']],
  ['metricThrottles', ['AWS/Lambda', 'Throttles']],
  ['metricDuration', ['AWS/Lambda', 'Duration']],
  ['metricInvocations', ['AWS/Lambda', 'Invocations']],
  ['metricApproximateNumberOfMessagesVisible', ['AWS/SQS', 'ApproximateNumberOfMessagesVisible']],
  ['metricApproximateAgeOfOldestMessage', ['AWS/SQS', 'ApproximateAgeOfOldestMessage']],
  ['metricNumberOfMessagesSent', ['AWS/SQS', 'NumberOfMessagesSent']],
  ['metricIteratorAge', ['AWS/Lambda', 'IteratorAge']],
]);

/** An alarm on one of a construct's metrics. Other metrics may watch anything, so that nothing is said of what is watched. */
export function addAlarm(
  synthesis: Synthesis,
  { id, at }: { id: string; at: Value['at'] },
  metric: Expression | undefined,
): void {
  const call = metric && resolve(metric);
  const draft = addNamed(synthesis, { id, type: 'AWS::CloudWatch::Alarm', at, whole: at });
  put(draft, ['AlarmActions'], { kind: 'unknown', at, because: 'added elsewhere' });
  const callee = call?.kind === 'call' ? call.callee : undefined;
  const owner = callee?.kind === 'member' ? synthesis.construction.byCall.get(resolve(callee.of)) : undefined;
  const [namespace, name] = (callee?.kind === 'member' && metrics.get(callee.name)) || [];
  if (owner === undefined || namespace === undefined || name === undefined) {
    put(draft, ['Namespace'], { kind: 'unknown', at, because: 'computed' });
    put(draft, ['MetricName'], { kind: 'unknown', at, because: 'computed' });
    return;
  }
  put(draft, ['Namespace'], scalar(at, namespace));
  put(draft, ['MetricName'], scalar(at, name));
  put(
    draft,
    ['Dimensions'],
    list(at, [map(at, { Name: scalar(at, dimensionOf(owner)), Value: reference(at, owner.id) })]),
  );
}

function dimensionOf({ type }: Construct): string {
  return functionTypes.has(type) ? 'FunctionName' : 'QueueName';
}

import type { Span } from '../../../../model/span.js';
import type { Value } from '../../../../model/value.js';
import { qualifiedName } from '../../constructs/qualified-names.js';
import type { Expression } from '../../program/expression.js';
import { resolve } from '../../program/scope.js';
import { isValue } from '../../synthesis/draft.js';
import type { Synthesis } from '../../synthesis/synthesis.js';
import { lowerValue } from '../../values/construct-value.js';
import { joinParts } from '../../values/joined-text.js';
import { scalar } from '../../values/made-value.js';
import { actionsOf, addImplied, statement } from './granted.js';
import { grantActions } from './grants.data.js';

/**
 * What the CDK lets the role of a function do for its event sources, destinations and dead letters. Source: aws-cdk-lib 2.276.0: the
 * policies that its synthesis writes for each of them, made and read 2026-11-27.
 */
const methods: readonly (readonly [RegExp, string, string])[] = [
  [/SqsEventSource$/, 'aws-sqs.Queue', 'grantConsumeMessages'],
  [/Sqs(?:Destination|Dlq)$/, 'aws-sqs.Queue', 'grantSendMessages'],
  [/Sns(?:Destination|Dlq)$/, 'aws-sns.Topic', 'grantPublish'],
  [/LambdaDestination$/, 'aws-lambda.Function', 'grantInvoke'],
  [/EventBridgeDestination$/, 'aws-events.EventBus', 'grantPutEventsTo'],
  [/KinesisEventSource$/, 'aws-kinesis.Stream', 'grantRead'],
  [/DynamoEventSource$/, 'aws-dynamodb.Table', 'grantStreamRead'],
  [/S3(?:OnFailure)?Destination$/, 'aws-s3.Bucket', 'grantRead'],
  [/S3(?:OnFailure)?Destination$/, 'aws-s3.Bucket', 'grantPut'],
];

/** `new SqsEventSource(queue)`, `new SqsDestination(queue)`: what a function may do that is given it. */
export function allowWrapped(synthesis: Synthesis, fn: string, wrapping: Expression): void {
  const made = resolve(wrapping);
  if (made.kind !== 'call') return;
  const name = qualifiedName(made.callee) ?? '';
  const role = roleOfFunction(synthesis, fn);
  const [of] = made.args;
  for (const [pattern, type, method] of methods) {
    const grant = grantActions.get(type)?.get(method);
    if (role === undefined || grant === undefined || !pattern.test(name)) continue;
    const value = of === undefined ? defaultBus(made.at) : lowerValue(synthesis.construction, of);
    if (value.kind === 'unknown') continue;
    const attribute = grant.on === 'stream' ? 'StreamArn' : 'Arn';
    const itself: Value = value.kind === 'reference' ? { ...value, attribute } : value;
    const parts = grant.inside === undefined ? [] : [joinParts(made.at, [itself, grant.inside])];
    const on = grant.on === 'inside' ? parts : [itself, ...parts];
    addImplied(synthesis, role, [statement(made.at, actionsOf(made.at, grant.actions), on)]);
    for (const { actions } of grant.besides ?? [])
      addImplied(synthesis, role, [statement(made.at, actionsOf(made.at, actions), [scalar(made.at, '*')])]);
  }
}

function defaultBus(at: Span): Value {
  const parts = ['arn:aws:events:', { named: 'AWS::Region' }, ':', { named: 'AWS::AccountId' }, ':event-bus/default'];
  return { kind: 'pattern', at, parts };
}

/** To send what fails to a queue or topic. */
export function allowDeadLetters(synthesis: Synthesis, fn: string, action: string, target: Value): void {
  const role = roleOfFunction(synthesis, fn);
  const { at } = target;
  if (role !== undefined && target.kind !== 'unknown')
    addImplied(synthesis, role, [statement(at, actionsOf(at, [action]), [target])]);
}

/** The role that the CDK makes for a function, or another one of this program. */
function roleOfFunction({ drafts }: Synthesis, fn: string): string | undefined {
  const node = drafts.get(fn)?.properties.entries.get('Role')?.node;
  return node !== undefined && isValue(node) && node.kind === 'reference' ? node.to : undefined;
}

import type { Value } from '../../../../model/value.js';
import type { Construct } from '../../constructs/construct.js';
import { given, isOpen } from '../../constructs/given-properties.js';
import { has, put } from '../../synthesis/draft.js';
import { fill } from '../../synthesis/fill.js';
import { ownDoing, queueArn } from '../../synthesis/made-kinds.js';
import { arn, member, plain, presence, type Row, row, seconds } from '../../synthesis/rows.js';
import { addDraft, type Synthesis } from '../../synthesis/synthesis.js';
import { lowerValue } from '../../values/construct-value.js';
import { list, map, reference, scalar } from '../../values/made-value.js';
import { inserter } from '../../writing/inserter.js';
import { addPermissions } from '../permissions/granted.js';
import { allowDeadLetters } from '../permissions/implied.js';
import { addCode } from './function-code.js';
import { addInvokeSettings } from './function-failure.js';
import { addLogs } from './function-logs.js';

const lambda = 'aws-lambda';

const rows: readonly Row[] = [
  row('runtime', 'Runtime', member(lambda, 'Runtime')),
  row('handler', 'Handler', plain),
  row('functionName', 'FunctionName'),
  row('timeout', 'Timeout', seconds),
  row('memorySize', 'MemorySize'),
  row('reservedConcurrentExecutions', 'ReservedConcurrentExecutions'),
  row('tracing', 'TracingConfig.Mode', member(lambda, 'Tracing')),
  row('environment', 'Environment.Variables'),
  row('deadLetterQueue', 'DeadLetterConfig.TargetArn', queueArn),
  row('deadLetterQueueEnabled', 'DeadLetterConfig.OwnQueue', ownDoing),
  row('deadLetterTopic', 'DeadLetterConfig.TargetArn', arn),
  row('layers', 'Layers'),
  row('role', 'Role', arn),
  row('vpc', 'VpcConfig', presence),
  row('environmentEncryption', 'KmsKeyArn', arn),
  row('codeSigningConfig', 'CodeSigningConfigArn', arn),
  row('logGroup', 'LoggingConfig.LogGroup', plain),
  row('durableConfig.executionTimeout', 'DurableConfig.ExecutionTimeout', seconds),
  row('tenancyConfig', 'TenancyConfig.TenantIsolationMode', member(lambda, 'TenancyConfig')),
  row('recursiveLoop', 'RecursiveLoop', member(lambda, 'RecursiveLoop')),
  row('applicationLogLevel', 'LoggingConfig.ApplicationLogLevel'),
  row('applicationLogLevelV2', 'LoggingConfig.ApplicationLogLevel', member(lambda, 'ApplicationLogLevel')),
  row('systemLogLevelV2', 'LoggingConfig.SystemLogLevel', member(lambda, 'SystemLogLevel')),
];

export const functionTypes = new Set([
  'aws-lambda.Function',
  'aws-lambda.DockerImageFunction',
  'aws-lambda.SingletonFunction',
  'aws-lambda-nodejs.NodejsFunction',
  'aws-lambda-python.PythonFunction',
  'aws-lambda-go.GoFunction',
]);

/** A function with the role that the CDK makes for it and what hangs on its own properties. */
export function addFunction(synthesis: Synthesis, construct: Construct): void {
  const { call } = construct;
  const draft = addDraft({ ...synthesis }, construct, 'AWS::Lambda::Function');
  synthesis.drafts.set(draft.id, { ...draft, insert: inserter(synthesis, call, rows) });
  const own = synthesis.drafts.get(draft.id) ?? draft;
  fill(synthesis, own, construct, rows);
  addCode(synthesis, own, construct);
  if (given(call, 'deadLetterQueueEnabled') && !has(own, 'DeadLetterConfig')) {
    put(own, ['DeadLetterConfig', 'TargetArn'], reference(own.at, `${construct.id}/DeadLetterQueue`, 'Arn'));
    addDraft(synthesis, construct, 'AWS::SQS::Queue', 'DeadLetterQueue');
  }
  if (!has(own, 'Role') && !isOpen(call)) addRole(synthesis, construct);
  addDeadLetterRights(synthesis, construct);
  addInvokeSettings(synthesis, { call, fn: construct.id, position: 2 });
  addLogs(synthesis, construct);
}

function addDeadLetterRights(synthesis: Synthesis, { id, call }: Construct): void {
  const [queue, topic] = [given(call, 'deadLetterQueue'), given(call, 'deadLetterTopic')];
  const own = given(call, 'deadLetterQueueEnabled') ? reference(call.at, `${id}/DeadLetterQueue`, 'Arn') : undefined;
  const sent = (queue && arn.read(lowerValue(synthesis.construction, queue.value), synthesis)) ?? own;
  const published = topic && arn.read(lowerValue(synthesis.construction, topic.value), synthesis);
  if (sent) allowDeadLetters(synthesis, id, 'sqs:SendMessage', sent);
  if (published) allowDeadLetters(synthesis, id, 'sns:Publish', published);
}

function addRole(synthesis: Synthesis, construct: Construct): void {
  const { call } = construct;
  const role = addDraft(synthesis, construct, 'AWS::IAM::Role', 'ServiceRole');
  const names = [
    'service-role/AWSLambdaBasicExecutionRole',
    'AWSXRayDaemonWriteAccess',
    ...(given(call, 'vpc') ? ['service-role/AWSLambdaVPCAccessExecutionRole'] : []),
  ];
  const arns = names.map((name) => scalar(role.at, `arn:aws:iam::aws:policy/${name}`));
  put(role, ['ManagedPolicyArns'], list(role.at, arns));
  put(role, ['AssumeRolePolicyDocument'], trust(role.at, scalar(role.at, 'lambda.amazonaws.com')));
  const initial = given(call, 'initialPolicy');
  if (initial) addPermissions(synthesis, role.id, lowerValue(synthesis.construction, initial.value));
  const fn = synthesis.drafts.get(construct.id);
  if (fn) put(fn, ['Role'], reference(fn.at, role.id, 'Arn'));
}

/** A trust policy for a service. */
export function trust(at: Value['at'], service: Value): Value {
  const statement = map(at, {
    Effect: scalar(at, 'Allow'),
    Action: scalar(at, 'sts:AssumeRole'),
    Principal: map(at, { Service: service }),
  });
  return map(at, { Statement: list(at, [statement]) });
}

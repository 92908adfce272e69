import type { Role } from '../../../model/identity.js';
import { type Value, valueAt } from '../../../model/value.js';
import { flag, target } from '../../values/codec.js';
import { unwritable } from '../../values/writes.js';
import { entriesOf, type Mapping, nameOf, property, setting } from '../mapping.js';
import { withUniqueIds } from '../policies/document.js';
import { generatedRoleId } from '../sam/generated-role.js';
import { impliedGrants } from '../sam/implied-grants.js';
import { samPolicies } from '../sam/policies.js';
import type { Declared } from '../template.js';
import { namedPermissions, type Permissions, union } from './role-permissions.js';
import { attachToPolicies } from './role-writes.js';
import { trustOf } from './trust.js';

/** The role that SAM calls `<Function>Role`. */
export function generatedRole(mapping: Mapping, declared: Declared, attached: readonly Permissions[]): Role {
  const isFunction = declared.type === 'AWS::Serverless::Function';
  const permissions = union([
    samPolicies(mapping, property(declared, 'Policies')),
    ...attached,
    ...(isFunction ? [baseline(declared)] : []),
  ]);
  return {
    id: generatedRoleId(declared),
    type: 'AWS::IAM::Role',
    at: declared.at,
    whole: declared.whole,
    kind: 'role',
    generated: true,
    grants: withUniqueIds(permissions.grants),
    ...(isFunction && { implied: impliedGrants(mapping, declared) }),
    named: permissions.named,
    open: permissions.open,
    users: [],
    trust: trustOf(mapping, property(declared, 'AssumeRolePolicyDocument')),
    boundary: unwritable(setting(declared, ['PermissionsBoundary'], target)),
    attach: attachToPolicies(mapping, declared),
  };
}

const byEvent = new Map([
  ['SQS', 'AWSLambdaSQSQueueExecutionRole'],
  ['Kinesis', 'AWSLambdaKinesisExecutionRole'],
  ['DynamoDB', 'AWSLambdaDynamoDBExecutionRole'],
  ['MSK', 'AWSLambdaMSKExecutionRole'],
]);

/** What SAM adds by itself: logging, tracing, VPC and what event sources need. */
function baseline(declared: Declared): Permissions {
  const events = entriesOf(property(declared, 'Events')).map(({ value }) => byEvent.get(eventType(value) ?? ''));
  const names = [
    property(declared, 'DurableConfig') ? 'AWSLambdaBasicDurableExecutionRolePolicy' : 'AWSLambdaBasicExecutionRole',
    ...(isTraced(property(declared, 'Tracing')) ? ['AWSXRayDaemonWriteAccess'] : []),
    ...(property(declared, 'VpcConfig') ? ['AWSLambdaVPCAccessExecutionRole'] : []),
    ...new Set(events.flatMap((name) => name ?? [])),
  ];
  return union(names.map((name) => namedPermissions({ name, at: declared.at })));
}

/** A topic that feeds a queue counts as the queue. */
function eventType(event: Value): string | undefined {
  const queued = valueAt(event, 'Properties', 'SqsSubscription');
  return queued !== undefined && flag.read(queued) !== false ? 'SQS' : nameOf(valueAt(event, 'Type'));
}

function isTraced(tracing: Value | undefined): boolean {
  return tracing !== undefined && nameOf(tracing) !== 'Disabled';
}

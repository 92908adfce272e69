import { itemsOf, type Value, valueAt } from '../../../../model/value.js';
import type { Construct, Invocation } from '../../constructs/construct.js';
import { given } from '../../constructs/given-properties.js';
import type { Expression } from '../../program/expression.js';
import { resolve } from '../../program/scope.js';
import { append, type Draft, put } from '../../synthesis/draft.js';
import { addDraft, addNamed, type Synthesis } from '../../synthesis/synthesis.js';
import { lowerValue } from '../../values/construct-value.js';
import { list, map, reference } from '../../values/made-value.js';
import { addPermissions } from './granted.js';

interface Kind {
  readonly type: string;
  /** Where the policy names what it is about, and where it keeps what it says. */
  readonly target: string;
  readonly document: string;
}

const kinds = new Map<string, Kind>([
  ['aws-s3.Bucket', { type: 'AWS::S3::BucketPolicy', target: 'Bucket', document: 'PolicyDocument' }],
  ['aws-sqs.Queue', { type: 'AWS::SQS::QueuePolicy', target: 'Queues', document: 'PolicyDocument' }],
  ['aws-sns.Topic', { type: 'AWS::SNS::TopicPolicy', target: 'Topics', document: 'PolicyDocument' }],
  [
    'aws-secretsmanager.Secret',
    { type: 'AWS::SecretsManager::ResourcePolicy', target: 'SecretId', document: 'ResourcePolicy' },
  ],
  ['aws-events.EventBus', { type: 'AWS::Events::EventBusPolicy', target: 'EventBusName', document: 'Statement' }],
  ['aws-kinesis.Stream', { type: 'AWS::Kinesis::ResourcePolicy', target: 'ResourceArn', document: 'ResourcePolicy' }],
]);

/** `bucket.addToResourcePolicy(statement)`. */
export function addResourcePolicy(synthesis: Synthesis, { call }: Invocation, owner: Construct): void {
  const [first] = call.args;
  if (first === undefined) return;
  const { at } = call;
  const statements = itemsOf(lowerValue(synthesis.construction, first));
  const own = synthesis.drafts.get(owner.id);
  if (owner.type === 'aws-kms.Key' && own) extend(own, 'KeyPolicy', statements, at);
  if (owner.type === 'aws-dynamodb.Table' && own)
    put(own, ['ResourcePolicy', 'PolicyDocument'], map(at, { Statement: list(at, statements) }));
  const kind = kinds.get(owner.type);
  if (kind === undefined) return;
  const policy = addNamed(synthesis, { id: `${owner.id}/Policy`, type: kind.type, at, whole: at });
  setTarget(policy, kind, [reference(at, owner.id)]);
  extend(policy, kind.document, statements, at);
}

function setTarget(policy: Draft, { target }: Kind, targets: readonly Value[]): void {
  const [only] = targets;
  if (target.endsWith('s')) put(policy, [target], list(policy.at, targets));
  else if (only) put(policy, [target], only);
}

/** Adds statements to those of a document. */
function extend(draft: Draft, key: string, statements: readonly Value[], at: Value['at']): void {
  const node = draft.properties.entries.get(key)?.node;
  const before = node !== undefined && 'kind' in node ? node : undefined;
  if (before?.kind === 'unknown') return;
  const written = valueAt(before, 'Statement');
  const open = before?.kind === 'map' && (before.open || (written?.kind === 'list' && written.open));
  const whole = map(before?.at ?? at, { Statement: list(at, [...itemsOf(written), ...statements], open) });
  put(draft, [key], whole);
}

const standing = new Map<string, readonly [string, string]>([
  ['aws-s3.BucketPolicy', ['aws-s3.Bucket', 'bucket']],
  ['aws-sqs.QueuePolicy', ['aws-sqs.Queue', 'queues']],
  ['aws-sns.TopicPolicy', ['aws-sns.Topic', 'topics']],
]);

/** `new BucketPolicy(...)`, `new QueuePolicy(...)` and `new TopicPolicy(...)`. */
export function addStandingPolicy(synthesis: Synthesis, construct: Construct): void {
  const [owner = '', property = ''] = standing.get(construct.type) ?? [];
  const kind = kinds.get(owner);
  if (kind === undefined) return;
  const draft = addDraft(synthesis, construct, kind.type);
  const target = given(construct.call, property)?.value;
  if (target) setTarget(draft, kind, itemsOf(lowerValue(synthesis.construction, target)));
  const document = given(construct.call, 'policyDocument') ?? given(construct.call, 'document');
  if (document) put(draft, [kind.document], lowerValue(synthesis.construction, document.value), document.keyAt);
}

/** `policy.addStatements(...)` and `policy.document.addStatements(...)`. */
export function addStatements(synthesis: Synthesis, { call, on }: Invocation): void {
  const owner = on.kind === 'member' && on.name === 'document' ? resolve(on.of) : on;
  const construct = synthesis.construction.byCall.get(owner);
  const draft = construct && synthesis.drafts.get(construct.id);
  if (construct === undefined || draft === undefined) return;
  const statements = call.args.map((argument) => lowerValue(synthesis.construction, argument));
  if (/Policy$/.test(construct.type)) extend(draft, 'PolicyDocument', statements, call.at);
}

/** `role.attachInlinePolicy(policy)`, `policy.attachToRole(role)`. */
export function attachPolicy(synthesis: Synthesis, policy: Expression, role: string | undefined): void {
  const construct = synthesis.construction.byCall.get(resolve(policy));
  const draft = construct && synthesis.drafts.get(construct.id);
  if (role === undefined) return;
  if (draft) append(draft, 'Roles', reference(draft.at, role));
  else addPermissions(synthesis, role, { kind: 'unknown', at: policy.at, because: 'policy made elsewhere' });
}

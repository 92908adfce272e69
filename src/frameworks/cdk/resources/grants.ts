import { itemsOf, type Value } from '../../../model/value.js';
import type { Construct, Invocation } from '../constructs.js';
import { append, has, put } from '../draft.js';
import type { Expression } from '../expression.js';
import { lowerValue } from '../lowering.js';
import { resolve } from '../scope.js';
import { principalOf } from '../statement.js';
import { addDraft, addNamed, given, list, map, type Synthesis, scalar } from '../synthesis.js';
import { addRights, functionTypes, trust } from './functions.js';
import { grantActions } from './grants.data.js';

/** The role of this file that a grantee acts as: its own, or the one it is made with. */
export function roleOf(synthesis: Synthesis, grantee: Expression | undefined): string | undefined {
  const resolved = grantee && resolve(grantee);
  if (resolved?.kind === 'member' && resolved.name === 'role') return roleOf(synthesis, resolved.of);
  const construct = resolved && synthesis.construction.byCall.get(resolved);
  if (construct === undefined) return undefined;
  if (construct.type === 'aws-iam.Role') return construct.id;
  if (!functionTypes.has(construct.type)) return undefined;
  const own = given(construct.call, 'role');
  return own === undefined ? `${construct.id}/ServiceRole` : roleOf(synthesis, own.value);
}

/** `table.grantReadData(fn)` and its like, on constructs of this file. */
export function addGrant(synthesis: Synthesis, invocation: Invocation, owner: Construct): void {
  const { method, call } = invocation;
  const at = call.at;
  if (method === 'grantPublicAccess') {
    addPublicAccess(synthesis, owner, call.at);
    return;
  }
  const role = roleOf(synthesis, call.args[0]);
  if (role === undefined) return;
  const known = grantActions.get(owner.type)?.get(method);
  const actions =
    method === 'grant'
      ? call.args.slice(1).map((argument) => lowerValue(synthesis.construction, argument))
      : known?.actions.map((action) => scalar(at, action));
  if (actions === undefined) {
    addRights(synthesis, role, { kind: 'unknown', at, because: 'grant method' });
    return;
  }
  const inside = known?.inside;
  const resources: readonly Value[] = [
    { kind: 'reference', to: owner.id, attribute: 'Arn', at },
    ...(inside === undefined
      ? []
      : [{ kind: 'pattern', parts: [{ to: owner.id, attribute: 'Arn' }, inside], at } as const]),
  ];
  addRights(
    synthesis,
    role,
    map(at, { Effect: scalar(at, 'Allow'), Action: list(at, actions), Resource: list(at, resources) }),
  );
}

function addPublicAccess(synthesis: Synthesis, owner: Construct, at: Value['at']): void {
  if (owner.type !== 'aws-s3.Bucket') return;
  const policy = addNamed(synthesis, { id: `${owner.id}/PublicAccess`, type: 'AWS::S3::BucketPolicy', at, whole: at });
  put(policy, ['Bucket'], { kind: 'reference', to: owner.id, at });
  const statement = map(at, {
    Effect: scalar(at, 'Allow'),
    Principal: scalar(at, '*'),
    Action: scalar(at, 's3:GetObject'),
    Resource: { kind: 'pattern', at, parts: [{ to: owner.id, attribute: 'Arn' }, '/*'] },
  });
  put(policy, ['PolicyDocument'], map(at, { Statement: list(at, [statement]) }));
}

/** `fn.addToRolePolicy(statement)`, `role.addToPolicy(statement)`, `role.addManagedPolicy(policy)`. */
export function addToRole(synthesis: Synthesis, { method, call, on }: Invocation): void {
  const role = roleOf(synthesis, on);
  const [first] = call.args;
  if (role === undefined || first === undefined) return;
  const value = lowerValue(synthesis.construction, first);
  const draft = synthesis.drafts.get(role);
  if (draft === undefined) return;
  if (method === 'addManagedPolicy') {
    append(draft, 'ManagedPolicyArns', value);
    return;
  }
  if (method === 'attachInlinePolicy') {
    attach(synthesis, role, first);
    return;
  }
  addRights(synthesis, role, value);
}

function attach(synthesis: Synthesis, role: string, policy: Expression): void {
  const resolved = resolve(policy);
  const found = synthesis.construction.byCall.get(resolved);
  const statements = found && given(found.call, 'statements')?.value;
  const { at } = policy;
  if (statements) addRights(synthesis, role, lowerValue(synthesis.construction, statements));
  else addRights(synthesis, role, { kind: 'unknown', at, because: 'computed' });
}

/** `new iam.Role(...)` with its own policies. */
export function addRole(synthesis: Synthesis, construct: Construct): void {
  const { call } = construct;
  const draft = addDraft(synthesis, construct, 'AWS::IAM::Role');
  const { construction } = synthesis;
  const assumed = given(call, 'assumedBy');
  if (assumed)
    put(draft, ['AssumeRolePolicyDocument'], trusting(principalOf(construction, assumed.value)), assumed.keyAt);
  const boundary = given(call, 'permissionsBoundary');
  if (boundary) put(draft, ['PermissionsBoundary'], lowerValue(construction, boundary.value));
  const name = given(call, 'roleName');
  if (name) put(draft, ['RoleName'], lowerValue(construction, name.value));
  const managed = given(call, 'managedPolicies');
  if (managed) put(draft, ['ManagedPolicyArns'], lowerValue(construction, managed.value), managed.keyAt);
  const inline = given(call, 'inlinePolicies');
  if (inline) addInline(draft, lowerValue(construction, inline.value));
  if (!has(draft, 'AssumeRolePolicyDocument'))
    put(draft, ['AssumeRolePolicyDocument'], trust(draft.at, { kind: 'unknown', at: draft.at, because: 'computed' }));
}

function trusting(principal: Value): Value {
  const { at } = principal;
  if (principal.kind === 'unknown') return principal;
  const statement = map(at, {
    Effect: scalar(at, 'Allow'),
    Action: scalar(at, 'sts:AssumeRole'),
    Principal: principal,
  });
  return map(at, { Statement: list(at, [statement]) });
}

function addInline(draft: Parameters<typeof put>[0], value: Value): void {
  if (value.kind !== 'map') {
    put(draft, ['Policies'], { kind: 'unknown', at: value.at, because: 'computed' });
    return;
  }
  const items = value.entries.map((entry) => map(entry.keyAt, { PolicyDocument: entry.value }));
  put(draft, ['Policies'], { kind: 'list', items, open: value.open, at: value.at });
}

/** `new iam.ManagedPolicy(...)` and `new iam.Policy(...)`. */
export function addPolicy(synthesis: Synthesis, construct: Construct): void {
  const { call } = construct;
  const isManaged = construct.type === 'aws-iam.ManagedPolicy';
  const draft = addDraft(synthesis, construct, isManaged ? 'AWS::IAM::ManagedPolicy' : 'AWS::IAM::Policy');
  const { construction } = synthesis;
  const statements = given(call, 'statements');
  const document = given(call, 'document');
  if (statements)
    put(draft, ['PolicyDocument'], map(draft.at, { Statement: lowerValue(construction, statements.value) }));
  else if (document) put(draft, ['PolicyDocument'], lowerValue(construction, document.value));
  const roles = given(call, 'roles');
  const ids = roles ? itemsIn(roles.value).flatMap((item) => roleOf(synthesis, item) ?? []) : [];
  if (roles)
    put(
      draft,
      ['Roles'],
      list(
        draft.at,
        ids.map((to) => ({ kind: 'reference', to, at: draft.at })),
      ),
    );
  draft.open = false;
}

function itemsIn(expression: Expression): readonly Expression[] {
  const resolved = resolve(expression);
  return resolved.kind === 'list' ? resolved.items : [];
}

/** `bucket.addToResourcePolicy(statement)`. */
export function addResourcePolicy(synthesis: Synthesis, { call }: Invocation, owner: Construct): void {
  const types = new Map([
    ['aws-s3.Bucket', ['AWS::S3::BucketPolicy', 'Bucket']],
    ['aws-sqs.Queue', ['AWS::SQS::QueuePolicy', 'Queues']],
    ['aws-sns.Topic', ['AWS::SNS::TopicPolicy', 'Topics']],
    ['aws-secretsmanager.Secret', ['AWS::SecretsManager::ResourcePolicy', 'SecretId']],
  ]);
  const [type, key] = types.get(owner.type) ?? [];
  const [first] = call.args;
  if (type === undefined || key === undefined || first === undefined) return;
  const { at } = call;
  const policy = addNamed(synthesis, { id: `${owner.id}/Policy`, type, at, whole: at });
  const target: Value = { kind: 'reference', to: owner.id, at };
  put(policy, [key], key.endsWith('s') ? list(at, [target]) : target);
  const statement = lowerValue(synthesis.construction, first);
  put(
    policy,
    [type.includes('Secrets') ? 'ResourcePolicy' : 'PolicyDocument'],
    map(at, { Statement: list(at, itemsOf(statement)) }),
  );
}

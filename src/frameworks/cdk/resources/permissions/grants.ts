import type { Value } from '../../../../model/value.js';
import { type Construct, constructOf, type Invocation, isNothing } from '../../constructs/construct.js';
import { given } from '../../constructs/given-properties.js';
import { qualifiedName } from '../../constructs/qualified-names.js';
import type { Call, Expression } from '../../program/expression.js';
import { resolve } from '../../program/scope.js';
import { append, put } from '../../synthesis/draft.js';
import { addNamed, type Synthesis } from '../../synthesis/synthesis.js';
import { lowerValue } from '../../values/construct-value.js';
import { list, map, reference, scalar } from '../../values/made-value.js';
import { principalText } from '../functions/function-urls.js';
import { functionTypes } from '../functions/lambda-functions.js';
import { addGranted, addPermissions, statement } from './granted.js';
import { grantActions } from './grants.data.js';
import { attachPolicy } from './policies.js';

/** Properties that have who acts. */
const actors = new Set(['role', 'grantPrincipal', 'currentVersion', 'latestVersion']);
const principals = new Set(['aws-iam.Role', 'aws-iam.User', 'aws-iam.Group']);

/** Constructs other than functions that act as a role which they make. */
const roleParts = new Map([
  ['aws-stepfunctions.StateMachine', 'Role'],
  ['aws-bedrockagentcore.Runtime', 'ExecutionRole'],
]);

/** The function that a version is of, or that an alias points to. */
function ownerOf({ call }: Construct): Expression | undefined {
  return (given(call, 'lambda') ?? given(call, 'version'))?.value;
}

/** The role of this file that a grantee acts as: its own, or the one it is made with. */
export function roleOf(synthesis: Synthesis, grantee: Expression | undefined): string | undefined {
  const resolved = grantee && resolve(grantee);
  if (resolved?.kind === 'member' && actors.has(resolved.name)) return roleOf(synthesis, resolved.of);
  const construct = resolved && constructOf(synthesis.construction, resolved);
  if (construct === undefined) return undefined;
  if (principals.has(construct.type)) return construct.id;
  if (construct.type === 'aws-lambda.Alias' || construct.type === 'aws-lambda.Version')
    return roleOf(synthesis, ownerOf(construct));
  const part = functionTypes.has(construct.type) ? 'ServiceRole' : roleParts.get(construct.type);
  if (part === undefined) return undefined;
  const own = given(construct.call, 'role') ?? given(construct.call, 'executionRole');
  return own === undefined ? `${construct.id}/${part}` : roleOf(synthesis, own.value);
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
  if (role === undefined) {
    if (method === 'grantInvoke') addInvokePermission(synthesis, invocation, owner);
    return;
  }
  const known = grantActions.get(owner.type)?.get(method);
  if (method === 'grant') {
    const actions = call.args.slice(1).map((argument) => lowerValue(synthesis.construction, argument));
    addPermissions(synthesis, role, statement(at, list(at, actions), [reference(at, owner.id, 'Arn')]));
    return;
  }
  if (known === undefined) {
    addPermissions(synthesis, role, { kind: 'unknown', at, because: 'grant method' });
    return;
  }
  const [, part] = owner.type === 'aws-s3.Bucket' ? call.args : [];
  const objects = part && !isNothing(part) ? lowerValue(synthesis.construction, part) : undefined;
  addGranted(synthesis, { role, owner, at, objects }, known);
}

/** `props.table.grantReadData(fn)`: a right to something that is made elsewhere. */
export function addUnseenGrant(synthesis: Synthesis, { args, at }: Call): void {
  const role = roleOf(synthesis, args[0]);
  if (role !== undefined)
    addPermissions(synthesis, role, { kind: 'unknown', at, because: 'a right to something made elsewhere' });
}

/** `Grant.addToPrincipal({ grantee, actions, resourceArns })`. */
export function addPlainGrant(synthesis: Synthesis, { call }: Invocation): void {
  const of = (key: string) => given(call, key, 0)?.value;
  const role = roleOf(synthesis, of('grantee'));
  const [actions, resources] = [of('actions'), of('resourceArns')];
  if (role === undefined || actions === undefined || resources === undefined) return;
  const { construction } = synthesis;
  const Effect = scalar(call.at, 'Allow');
  const Action = lowerValue(construction, actions);
  addPermissions(synthesis, role, map(call.at, { Effect, Action, Resource: lowerValue(construction, resources) }));
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
    attachPolicy(synthesis, first, role);
    return;
  }
  addPermissions(synthesis, role, value);
}

/** `fn.grantInvoke(new AnyPrincipal())`: a permission of the function rather than a right of a role. */
function addInvokePermission(synthesis: Synthesis, { call }: Invocation, owner: Construct): void {
  const [grantee] = call.args;
  const made = grantee && resolve(grantee);
  if (grantee === undefined || made?.kind !== 'call' || !/Principal$/.test(qualifiedName(made.callee) ?? '')) return;
  const { at } = call;
  const draft = addNamed(synthesis, { id: `${owner.id}/Invoke`, type: 'AWS::Lambda::Permission', at, whole: at });
  put(draft, ['FunctionName'], { kind: 'reference', to: owner.id, at });
  put(draft, ['Action'], scalar(at, 'lambda:InvokeFunction'));
  put(draft, ['Principal'], principalText(synthesis, grantee));
}

import { isJoined, type Literal } from '../../../../model/literal.js';
import type { Value } from '../../../../model/value.js';
import type { Construct } from '../../constructs/construct.js';
import { given } from '../../constructs/given-properties.js';
import type { Expression, Program } from '../../program/expression.js';
import { resolve } from '../../program/scope.js';
import { has, put } from '../../synthesis/draft.js';
import { row } from '../../synthesis/rows.js';
import { addDraft, type Synthesis } from '../../synthesis/synthesis.js';
import { lowerValue } from '../../values/construct-value.js';
import { list, map } from '../../values/made-value.js';
import { nameFor } from '../../writing/imported-names.js';
import { inserter } from '../../writing/inserter.js';
import { printPlain } from '../../writing/printing.js';
import { trust } from '../functions/lambda-functions.js';
import { roleOf } from './grants.js';
import { trustIn } from './trust.js';

const managedPolicy = 'aws-iam.ManagedPolicy';
const managedRows = [
  row('managedPolicies', 'ManagedPolicyArns', { read: (value) => value, print: printManaged, uses: managedPolicy }),
];

/** A list of one managed policy: `[ManagedPolicy.fromAwsManagedPolicyName('...')]`. */
function printManaged(program: Program, literal: Literal): string | undefined {
  const policy = managedName(literal);
  const make = program.language === 'python' ? 'from_aws_managed_policy_name' : 'fromAwsManagedPolicyName';
  const name = nameFor(program, managedPolicy);
  const quoted = policy && printPlain(program, policy);
  return name === undefined || !quoted ? undefined : `[${name}.${make}(${quoted})]`;
}

/** The name of the one managed policy of AWS in a list of ARNs; in whichever partition it is. */
function managedName(literal: Literal): string | undefined {
  const arns: readonly Literal[] = Array.isArray(literal) ? literal : [literal];
  const [arn, another] = arns;
  if (arn === undefined || another !== undefined) return undefined;
  const text = isJoined(arn) ? arn.joined.at(-1) : arn;
  return typeof text === 'string' ? /:iam::aws:policy\/([\w/-]+)$/.exec(text)?.[1] : undefined;
}

/** `new iam.Role(...)` with its own policies. */
export function addRole(synthesis: Synthesis, construct: Construct): void {
  const { call } = construct;
  const draft = addDraft(synthesis, construct, 'AWS::IAM::Role');
  synthesis.drafts.set(draft.id, { ...draft, insert: inserter(synthesis, call, managedRows) });
  const { construction } = synthesis;
  const assumed = given(call, 'assumedBy');
  if (assumed) put(draft, ['AssumeRolePolicyDocument'], trustIn(synthesis, construct, assumed.value), assumed.keyAt);
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

/** `new iam.User(...)` and `new iam.Group(...)`. */
export function addPerson(synthesis: Synthesis, construct: Construct): void {
  const isUser = construct.type === 'aws-iam.User';
  const draft = addDraft(synthesis, construct, isUser ? 'AWS::IAM::User' : 'AWS::IAM::Group');
  const managed = given(construct.call, 'managedPolicies');
  if (managed) put(draft, ['ManagedPolicyArns'], lowerValue(synthesis.construction, managed.value), managed.keyAt);
}

/** `new iam.AccessKey(...)` of a user. */
export function addAccessKey(synthesis: Synthesis, construct: Construct): void {
  const draft = addDraft(synthesis, construct, 'AWS::IAM::AccessKey');
  const user = given(construct.call, 'user');
  if (user) put(draft, ['UserName'], lowerValue(synthesis.construction, user.value), user.keyAt);
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

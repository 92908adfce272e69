import type { Value } from '../../../../model/value.js';
import type { Construct, Invocation } from '../../constructs/construct.js';
import { given } from '../../constructs/given-properties.js';
import type { Call } from '../../program/expression.js';
import { resolve } from '../../program/scope.js';
import { put } from '../../synthesis/draft.js';
import { fill } from '../../synthesis/fill.js';
import { accountOf, madeArn } from '../../synthesis/made-kinds.js';
import { member, type Row, row } from '../../synthesis/rows.js';
import { addNamed, type Synthesis } from '../../synthesis/synthesis.js';
import { lowerValue } from '../../values/construct-value.js';
import { reference, scalar } from '../../values/made-value.js';
import { inserter } from '../../writing/inserter.js';

import { corsRow } from '../apis/cors.js';

const rows: readonly Row[] = [
  row('authType', 'AuthType', member('aws-lambda', 'FunctionUrlAuthType')),
  corsRow('cors', 'Cors'),
];

/** `fn.addFunctionUrl(options)` and `new FunctionUrl(...)`: signed requests only, unless it is told otherwise. */
export function addUrl(
  synthesis: Synthesis,
  call: Call,
  place: { id: string; fn: string; at: Value['at']; position: number },
): void {
  const draft = addNamed(synthesis, { id: place.id, type: 'AWS::Lambda::Url', at: place.at, whole: call.at });
  const own = { ...draft, insert: inserter(synthesis, call, rows, place.position) };
  synthesis.drafts.set(draft.id, own);
  fill(synthesis, own, { call, position: place.position }, rows);
  put(own, ['TargetFunctionArn'], reference(own.at, place.fn, 'Arn'));
  if (!own.open && given(call, 'authType', place.position) === undefined)
    put(own, ['AuthType'], scalar(own.at, 'AWS_IAM'));
}

const permissionRows: readonly Row[] = [
  row('action', 'Action'),
  row('sourceArn', 'SourceArn', madeArn),
  row('organizationId', 'PrincipalOrgID'),
  row('eventSourceToken', 'EventSourceToken'),
  row('invokedViaFunctionUrl', 'InvokedViaFunctionUrl'),
  row('functionUrlAuthType', 'FunctionUrlAuthType', member('aws-lambda', 'FunctionUrlAuthType')),
];

/** `layer.addPermission('Id', { accountId })`: who may load it. */
function addLayerPermission(synthesis: Synthesis, { call }: Invocation, { id: layer }: Construct): void {
  const [name] = call.args;
  const id = name?.kind === 'literal' ? String(name.value) : 'Permission';
  const type = 'AWS::Lambda::LayerVersionPermission';
  const draft = addNamed(synthesis, { id: `${layer}/${id}`, type, at: call.at, whole: call.at });
  fill(synthesis, draft, { call, position: 1 }, layerPermissionRows);
  put(draft, ['LayerVersionArn'], reference(call.at, layer));
  put(draft, ['Action'], scalar(call.at, 'lambda:GetLayerVersion'));
}

const layerPermissionRows: readonly Row[] = [row('accountId', 'Principal'), row('organizationId', 'OrganizationId')];

/** `fn.addPermission('Id', { principal, sourceArn })`. */
export function addPermission(synthesis: Synthesis, invocation: Invocation, owner: Construct): void {
  if (owner.type === 'aws-lambda.LayerVersion') addLayerPermission(synthesis, invocation, owner);
  else addInvokePermission(synthesis, invocation, owner);
}

function addInvokePermission(synthesis: Synthesis, { call }: Invocation, { id: fn, call: made }: Construct): void {
  const [name] = call.args;
  const id = name?.kind === 'literal' ? String(name.value) : 'Permission';
  const at = name === undefined ? call.at : { ...call.at, end: name.at.end };
  const bare = addNamed(synthesis, { id: `${fn}/${id}`, type: 'AWS::Lambda::Permission', at, whole: call.at });
  const rows = [...permissionRows, row('sourceAccount', 'SourceAccount', accountOf(made))];
  const draft = { ...bare, insert: inserter(synthesis, call, rows, 1) };
  synthesis.drafts.set(draft.id, draft);
  fill(synthesis, draft, { call, position: 1 }, rows);
  put(draft, ['FunctionName'], reference(at, fn));
  if (given(call, 'action', 1) === undefined) put(draft, ['Action'], scalar(at, 'lambda:InvokeFunction'));
  const principal = given(call, 'principal', 1);
  if (principal === undefined) return;
  put(draft, ['Principal'], principalText(synthesis, principal.value), principal.keyAt);
}

export function principalText(synthesis: Synthesis, expression: Parameters<typeof resolve>[0]): Value {
  const call = resolve(expression);
  const { at } = expression;
  if (call.kind !== 'call' || call.callee.kind === 'opaque') return { kind: 'unknown', at, because: 'computed' };
  const [first] = call.args;
  const name = call.callee.kind === 'member' ? call.callee.name : call.callee.kind === 'name' ? call.callee.name : '';
  if (/^(?:AnyPrincipal|StarPrincipal|Anyone)$/.test(name)) return scalar(at, '*');
  return first === undefined || call.args.length > 1 || !/Principal$/.test(name)
    ? { kind: 'unknown', at, because: 'computed' }
    : { ...lowerValue(synthesis.construction, first), at };
}

import type { Declared } from '../../../../../clouds/aws/template.js';
import { itemsOf, type Value } from '../../../../../model/value.js';
import type { Reading } from '../../../../../notation/writer.js';
import type { Call } from '../../../evaluate/scope.js';
import { mapOf, scalar } from '../../../evaluate/values.js';
import { argument, document, type Fields } from '../../field.js';
import type { Translating } from '../../translation.js';
import { argumentOf, type Called, calledWith, documentFrom, isOn, listAt, made, picked, withEntries } from './parts.js';

/** `iam/aws//modules/iam-policy`: a policy of one's own. */
export function policyModule(translating: Translating, call: Call, reading: Reading): readonly Declared[] {
  const fields: Fields = { ManagedPolicyName: argument('name'), PolicyDocument: document('policy') };
  const called = calledWith(translating, call, fields, reading);
  if (isOn(called, 'create_policy', true) === false || isOn(called, 'create', true) === false) return [];
  return [made(called, '', 'AWS::IAM::ManagedPolicy', picked(called, 'ManagedPolicyName', 'PolicyDocument'))];
}

/**
 * `iam/aws//modules/iam-role` and `iam-assumable-role`: a role and what is attached to it. The latter makes one only when
 * told. Who may take it is not read.
 */
export function roleModule(translating: Translating, call: Call, reading: Reading): readonly Declared[] {
  const fields: Fields = { InlinePolicy: document('inline_policy_json_document') };
  const called = calledWith(translating, call, fields, reading);
  const standard = !call.source.includes('assumable');
  if (isOn(called, 'create', true) === false || isOn(called, 'create_role', standard) === false) return [];
  const map = withEntries(mapOf([], called.at, called.written.open), {
    ManagedPolicyArns: listAt(attached(called), called.at),
    Policies: listAt(stated(called), called.at),
  });
  return [made(called, '', 'AWS::IAM::Role', map)];
}

const ready = [
  ['attach_admin_policy', 'AdministratorAccess'],
  ['attach_poweruser_policy', 'PowerUserAccess'],
  ['attach_readonly_policy', 'ReadOnlyAccess'],
] as const;

function attached(called: Called): readonly Value[] {
  const policies = argumentOf(called, 'policies');
  return [
    ...ready.flatMap(([name, policy]) => {
      const said = argumentOf(called, name);
      if (said === undefined || isOn(called, name, false) !== true) return [];
      return [scalar(`arn:aws:iam::aws:policy/${policy}`, said.at)];
    }),
    ...itemsOf(argumentOf(called, 'custom_role_policy_arns')),
    ...(policies?.kind === 'map' ? policies.entries.map(({ value }) => value) : itemsOf(policies)),
  ];
}

function stated(called: Called): readonly Value[] {
  const [written] = picked(called, 'InlinePolicy').entries;
  const inline = isOn(called, 'create_inline_policy', false) === false ? undefined : 'inline_policy_permissions';
  const statements = ['inline_policy_statements', ...(inline === undefined ? [] : [inline])];
  const documents = [
    ...(written === undefined ? [] : [written.value]),
    ...statements.flatMap((name) => argumentOf(called, name) ?? []).map(documentFrom),
  ];
  return documents.map((one) => mapOf([{ key: 'PolicyDocument', keyAt: one.at, value: one }], one.at));
}

import type { Declared } from '../../../../../clouds/aws/template.js';
import { itemsOf, type MapEntry, type Value } from '../../../../../model/value.js';
import { mapOf, scalar } from '../../../evaluate/values.js';
import { argumentOf, type Called, documentFrom, isOn, listAt, made } from './parts.js';

/** The role that the module makes: what is attached and stated in its arguments. */
export function lambdaRole(called: Called): readonly Declared[] {
  if (isOn(called, 'create_role', true) !== true) return [];
  const { at } = called;
  const entries: readonly MapEntry[] = [
    { key: 'ManagedPolicyArns', keyAt: at, value: listAt(attached(called), at) },
    { key: 'Policies', keyAt: at, value: listAt(stated(called), at) },
  ];
  return [made(called, '/role', 'AWS::IAM::Role', mapOf(entries, at, called.written.open))];
}

/** By its standard the role may write logs; traces only when that is asked for. */
function attached(called: Called): readonly Value[] {
  const own = (name: string) => scalar(`arn:aws:iam::aws:policy/${name}`, called.at);
  const policy = isOn(called, 'attach_policy', false) === false ? undefined : argumentOf(called, 'policy');
  const policies = isOn(called, 'attach_policies', false) === false ? undefined : argumentOf(called, 'policies');
  return [
    ...(isOn(called, 'attach_cloudwatch_logs_policy', true) === false
      ? []
      : [own('service-role/AWSLambdaBasicExecutionRole')]),
    ...(isOn(called, 'attach_tracing_policy', false) === false ? [] : [own('AWSXRayDaemonWriteAccess')]),
    ...itemsOf(policy),
    ...itemsOf(policies),
  ];
}

function stated(called: Called): readonly Value[] {
  const documents = [
    ...given(called, 'attach_policy_json', 'policy_json'),
    ...given(called, 'attach_policy_jsons', 'policy_jsons'),
    ...given(called, 'attach_policy_statements', 'policy_statements').map(documentFrom),
  ];
  return documents.map((document) =>
    mapOf([{ key: 'PolicyDocument', keyAt: document.at, value: document }], document.at),
  );
}

function given(called: Called, attach: string, name: string): readonly Value[] {
  if (isOn(called, attach, false) === false) return [];
  const value = argumentOf(called, name);
  return name === 'policy_jsons' ? itemsOf(value) : value === undefined ? [] : [value];
}

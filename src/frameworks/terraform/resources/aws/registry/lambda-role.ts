import { itemsOf, type MapEntry, type MapValue, type Value } from '../../../../../model/value.js';
import type { Declared } from '../../../../cloudformation/template.js';
import { mapOf, scalar } from '../../../evaluate/values.js';
import { argumentOf, type Called, isOn, made, renamed } from './parts.js';

/** The role that the module makes: what is attached and stated in its arguments. */
export function lambdaRole(called: Called): readonly Declared[] {
  if (isOn(called, 'create_role', true) !== true) return [];
  const { at } = called;
  const entries: readonly MapEntry[] = [
    { key: 'ManagedPolicyArns', keyAt: at, value: listAt(attached(called), called) },
    { key: 'Policies', keyAt: at, value: listAt(stated(called), called) },
  ];
  return [made(called, '/role', 'AWS::IAM::Role', mapOf(entries, at, called.written.open))];
}

function listAt(items: readonly Value[], { at }: Called): Value {
  return { kind: 'list', items, open: false, at };
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
    ...given(called, 'attach_policy_statements', 'policy_statements').map(documentOf),
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

const names = {
  sid: 'Sid',
  effect: 'Effect',
  actions: 'Action',
  not_actions: 'NotAction',
  resources: 'Resource',
  not_resources: 'NotResource',
};

/** Statements by name, or in a list. Conditions are not read, so that statements with one are open there. */
function documentOf(statements: Value): Value {
  if (statements.kind !== 'map' && statements.kind !== 'list') return statements;
  const written = statements.kind === 'map' ? statements.entries.map(({ value }) => value) : statements.items;
  const items = written.map((value) => (value.kind === 'map' ? statementOf(value) : value));
  const list: Value = { kind: 'list', items, open: statements.open, at: statements.at };
  return mapOf([{ key: 'Statement', keyAt: statements.at, value: list }], statements.at);
}

function statementOf(written: MapValue): MapValue {
  const statement = renamed(written, names);
  const effect = { key: 'Effect', keyAt: written.at, value: scalar('Allow', written.at) };
  const condition = written.entries.find(({ key }) => key === 'condition' || key === 'conditions');
  const hidden: Value = { kind: 'unknown', at: written.at, because: 'condition' };
  return mapOf(
    [
      effect,
      ...statement.entries,
      ...(condition === undefined ? [] : [{ ...condition, key: 'Condition', value: hidden }]),
    ],
    written.at,
    written.open,
  );
}

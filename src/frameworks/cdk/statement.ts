import { itemsOf, type MapEntry, type Value } from '../../model/value.js';
import { type Construction, propertiesOf } from './constructs.js';
import type { Call, Expression } from './expression.js';
import { lowerValue } from './lowering.js';
import { qualifiedName } from './qualified.js';
import { resolve } from './scope.js';

const keys = new Map([
  ['sid', 'Sid'],
  ['effect', 'Effect'],
  ['actions', 'Action'],
  ['notActions', 'NotAction'],
  ['resources', 'Resource'],
  ['notResources', 'NotResource'],
  ['conditions', 'Condition'],
]);

/** `new PolicyStatement({...})` as a statement of a policy document. Without an effect it allows. */
export function lowerStatement(construction: Construction, call: Call): Value {
  const { at } = call;
  const given = propertiesOf(call, 0);
  const whole = given === 'none' ? [] : given === 'unknown' ? undefined : given.entries;
  if (whole === undefined || given === 'unknown') return { kind: 'unknown', at, because: 'computed' };
  const added = additions(construction, call);
  const open = (given !== 'none' && given.open) || added.open;
  const entries = whole.flatMap(({ key, keyAt, value }): readonly MapEntry[] => {
    if (key === 'principals' || key === 'notPrincipals') {
      const name = key === 'principals' ? 'Principal' : 'NotPrincipal';
      return [{ key: name, keyAt, value: principalsOf(construction, value) }];
    }
    const name = keys.get(key);
    return name === undefined ? [] : [{ key: name, keyAt, value: lowerValue(construction, value) }];
  });
  const says = new Set(entries.map(({ key }) => key));
  const effect: readonly MapEntry[] =
    says.has('Effect') || open ? [] : [{ key: 'Effect', keyAt: at, value: { kind: 'scalar', value: 'Allow', at } }];
  return { kind: 'map', at, open, entries: gathered([...effect, ...entries, ...added.entries]) };
}

const adders = new Map([
  ['addActions', 'Action'],
  ['addResources', 'Resource'],
]);

/** `statement.addActions(...)` and its like after it was made. */
function additions(construction: Construction, statement: Call): { entries: readonly MapEntry[]; open: boolean } {
  const entries: MapEntry[] = [];
  let open = false;
  for (const { on, method, call } of construction.invocations) {
    if (on !== statement) continue;
    const key = adders.get(method);
    if (method === 'addAllResources') {
      entries.push({ key: 'Resource', keyAt: call.at, value: { kind: 'scalar', value: '*', at: call.at } });
    } else if (key !== undefined && !call.open) {
      const items = call.args.map((argument) => lowerValue(construction, argument));
      entries.push({ key, keyAt: call.at, value: { kind: 'list', items, open: false, at: call.at } });
    } else open = true;
  }
  return { entries, open };
}

/** The principals of a list, as a policy document would have them. */
function principalsOf(construction: Construction, list: Expression): Value {
  const resolved = resolve(list);
  const { at } = list;
  if (resolved.kind !== 'list' || resolved.open) return { kind: 'unknown', at, because: 'computed' };
  const [first, ...rest] = resolved.items.map((item) => principalOf(construction, item));
  if (first === undefined || first.kind === 'unknown') return first ?? { kind: 'unknown', at, because: 'computed' };
  if (rest.length === 0) return first;
  if ([first, ...rest].some(({ kind }) => kind !== 'map'))
    return { kind: 'unknown', at, because: 'several principals' };
  const entries = [first, ...rest].flatMap((value) => (value.kind === 'map' ? value.entries : []));
  return { kind: 'map', at, open: false, entries: gathered(entries) };
}

/** Entries of one name become one entry with a list. */
function gathered(entries: readonly MapEntry[]): readonly MapEntry[] {
  const names = [...new Set(entries.map(({ key }) => key))];
  return names.flatMap((key) => {
    const same = entries.filter((entry) => entry.key === key);
    const [first] = same;
    if (first === undefined || same.length === 1) return same;
    const items = same.flatMap(({ value }) => itemsOf(value));
    const open = same.some(({ value }) => value.kind === 'list' && value.open);
    return [{ ...first, value: { kind: 'list', items, open, at: first.value.at } }];
  });
}

/** One principal: `new ServicePrincipal('lambda.amazonaws.com')` and its like. */
export function principalOf(construction: Construction, expression: Expression): Value {
  const call = resolve(expression);
  const { at } = expression;
  const unknown: Value = { kind: 'unknown', at, because: 'computed' };
  if (call.kind !== 'call') return unknown;
  const name = qualifiedName(call.callee)?.replace(/^aws-iam\./, '');
  const [argument] = call.args;
  const value = argument === undefined ? unknown : lowerValue(construction, argument);
  const map = (key: string, inner: Value): Value => ({
    kind: 'map',
    at,
    open: false,
    entries: [{ key, keyAt: at, value: inner }],
  });
  switch (name) {
    case 'AnyPrincipal':
      return map('AWS', { kind: 'scalar', value: '*', at });
    case 'StarPrincipal':
      return { kind: 'scalar', value: '*', at };
    case 'ServicePrincipal':
      return map('Service', value);
    case 'ArnPrincipal':
    case 'AccountPrincipal':
      return map('AWS', value);
    case 'AccountRootPrincipal':
      return map('AWS', { kind: 'pattern', parts: [{ named: 'AWS::AccountId' }], at });
    case 'FederatedPrincipal':
    case 'WebIdentityPrincipal':
      return map('Federated', value);
    default:
      return unknown;
  }
}

/** `new PolicyDocument({ statements })` with what is added to it. */
export function lowerDocument(construction: Construction, call: Call): Value {
  const { at } = call;
  const given = propertiesOf(call, 0);
  if (given === 'unknown') return { kind: 'unknown', at, because: 'computed' };
  const written = given === 'none' ? undefined : given.entries.find(({ key }) => key === 'statements')?.value;
  const value = written === undefined ? undefined : lowerValue(construction, written);
  const added = construction.invocations
    .filter(({ on, method }) => on === call && method === 'addStatements')
    .flatMap(({ call: adding }) => adding.args.map((argument) => lowerValue(construction, argument)));
  const items = [...itemsOf(value), ...added];
  const open = (given !== 'none' && given.open) || (value?.kind === 'list' && value.open);
  const list: Value = { kind: 'list', items, open, at };
  return { kind: 'map', at, open: false, entries: [{ key: 'Statement', keyAt: at, value: list }] };
}

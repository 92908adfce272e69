import { itemsOf, type MapEntry, type Value } from '../../../model/value.js';
import type { Construction } from '../constructs/construct.js';
import { qualifiedName } from '../constructs/qualified-names.js';
import type { Expression } from '../program/expression.js';
import { resolve } from '../program/scope.js';
import { lowerValue } from './construct-value.js';

/** The principals of a list, as a policy document would have them. */
export function principalsOf(construction: Construction, list: Expression): Value {
  const resolved = resolve(list);
  const { at } = list;
  if (resolved.kind !== 'list' || resolved.open) return { kind: 'unknown', at, because: 'computed' };
  return together(
    at,
    resolved.items.map((item) => principalOf(construction, item)),
  );
}

/** Several principals as one. */
function together(at: Value['at'], [first, ...rest]: readonly Value[]): Value {
  if (first === undefined || first.kind === 'unknown') return first ?? { kind: 'unknown', at, because: 'computed' };
  if (rest.length === 0) return first;
  if ([first, ...rest].some(({ kind }) => kind !== 'map'))
    return { kind: 'unknown', at, because: 'several principals' };
  const entries = [first, ...rest].flatMap((value) => (value.kind === 'map' ? value.entries : []));
  return { kind: 'map', at, open: false, entries: gathered(entries) };
}

/** Entries of one name become one entry with a list. */
export function gathered(entries: readonly MapEntry[]): readonly MapEntry[] {
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

/** Principals within each other, at most. */
const deepest = 4;

/** One principal: `new ServicePrincipal('lambda.amazonaws.com')` and its like. */
export function principalOf(construction: Construction, expression: Expression, depth = 0): Value {
  const call = resolve(expression);
  const { at } = expression;
  const unknown: Value = { kind: 'unknown', at, because: 'computed' };
  if (call.kind !== 'call' || depth > deepest) return unknown;
  const name = qualifiedName(call.callee)?.replace(/^aws-iam\./, '') ?? '';
  if (name === 'CompositePrincipal' && !call.open)
    return together(
      at,
      call.args.map((argument) => principalOf(construction, argument, depth + 1)),
    );
  const [argument] = call.args;
  return principalNamed(at, name, argument && lowerValue(construction, argument));
}

/** A principal by the name of its class. */
export function principalNamed(at: Value['at'], name: string, given: Value | undefined): Value {
  const value: Value = given ?? { kind: 'unknown', at, because: 'computed' };
  const map = (key: string, inner: Value): Value => ({
    kind: 'map',
    at,
    open: false,
    entries: [{ key, keyAt: at, value: inner }],
  });
  switch (name) {
    case 'AnyPrincipal':
    case 'Anyone':
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
    case 'OpenIdConnectPrincipal':
      return map('Federated', value);
    default:
      return { kind: 'unknown', at, because: 'computed' };
  }
}

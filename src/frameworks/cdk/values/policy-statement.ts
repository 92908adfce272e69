import { itemsOf, type MapEntry, type Value } from '../../../model/value.js';
import { type Construction, propertiesOf } from '../constructs/construct.js';
import type { Call } from '../program/expression.js';
import { lowerValue } from './construct-value.js';
import { gathered, principalNamed, principalOf, principalsOf } from './policy-principals.js';

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
  ['addNotActions', 'NotAction'],
  ['addResources', 'Resource'],
  ['addNotResources', 'NotResource'],
]);

/** Methods that name who is meant. */
const naming = new Map([
  ['addAnyPrincipal', 'AnyPrincipal'],
  ['addArnPrincipal', 'ArnPrincipal'],
  ['addAwsPrincipal', 'ArnPrincipal'],
  ['addAwsAccountPrincipal', 'AccountPrincipal'],
  ['addServicePrincipal', 'ServicePrincipal'],
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
    } else {
      const named = principalsAdded(construction, method, call);
      if (named === undefined) open = true;
      else entries.push(named);
    }
  }
  return { entries, open };
}

function principalsAdded(construction: Construction, method: string, call: Call): MapEntry | undefined {
  const { at } = call;
  const name = naming.get(method);
  const values =
    name === undefined
      ? call.args.map((argument) => principalOf(construction, argument))
      : [principalNamed(at, name, call.args[0] && lowerValue(construction, call.args[0]))];
  const [only] = values;
  if (call.open || only === undefined || values.length > 1) return undefined;
  return name !== undefined || method === 'addPrincipals' ? { key: 'Principal', keyAt: at, value: only } : undefined;
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

import type { Principal } from '../../../model/identity.js';
import { entryOf, type MapValue, type Value, valueAt } from '../../../model/value.js';
import type { Reading } from '../../../notation/writer.js';
import { termsOf } from '../../values/terms.js';

const kinds = new Map<string, Principal['kind']>([
  ['AWS', 'account'],
  ['Service', 'service'],
  ['Federated', 'federated'],
  ['CanonicalUser', 'canonical'],
]);

interface Principals {
  readonly principals: readonly Principal[];
  readonly principalsOpen: boolean;
  readonly exceptPrincipals: boolean;
}

/** Who a statement is about: `'*'`, or lists by kind; `NotPrincipal` means everyone else. */
export function readPrincipals(map: MapValue, reading: Reading): Principals {
  const excepted = valueAt(map, 'NotPrincipal');
  const value = excepted ?? valueAt(map, 'Principal');
  const read = value === undefined ? none(map) : principalsOf(value, reading);
  return { ...read, exceptPrincipals: excepted !== undefined };
}

type Read = Pick<Principals, 'principals' | 'principalsOpen'>;

function none(map: MapValue): Read {
  return { principals: [], principalsOpen: map.open && entryOf(map, 'Principal') === undefined };
}

function principalsOf(value: Value, reading: Reading): Read {
  if (value.kind !== 'map') return listed(value, undefined, reading);
  const lists = value.entries.map((entry) => listed(entry.value, kinds.get(entry.key) ?? 'unknown', reading));
  return {
    principals: lists.flatMap((list) => list.principals),
    principalsOpen: value.open || lists.some((list) => list.principalsOpen),
  };
}

function listed(value: Value, kind: Principal['kind'] | undefined, reading: Reading): Read {
  const { terms, open } = termsOf(value, { at: value.at, reading });
  const principals = terms.map((term) => ({ kind: kind ?? (term.text === '*' ? 'any' : 'unknown'), term }) as const);
  return { principals, principalsOpen: open };
}

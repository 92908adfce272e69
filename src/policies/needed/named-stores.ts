import type { StackCode } from '../../code/stack-code.js';
import { resourceNamed } from '../../code/stored.js';
import type { Role } from '../../model/identity.js';
import type { Span } from '../../model/span.js';
import type { Store } from '../../model/store.js';
import { needsOfUsers } from './users.js';

/** The stores of a service that the code of a role's functions names, each with one call. */
export interface NamedStores {
  readonly stores: ReadonlyMap<Store, Span>;
  /** Something is named that the stack does not declare. */
  readonly others: boolean;
}

/** Undefined unless the code of all functions of the role is known whole, and every call of the service says what it is about. */
export function namedStores(code: StackCode, role: Role, service: string): NamedStores | undefined {
  if (needsOfUsers(role, code) === undefined) return undefined;
  const stores = new Map<Store, Span>();
  let others = false;
  for (const id of role.users) {
    const fn = code.stack.functions.find((one) => one.id === id);
    const targets = code.needs(id)?.targets(service);
    if (fn === undefined || targets === undefined) return undefined;
    for (const { name, at } of targets.toSorted(inOrder)) {
      const found = resourceNamed(code.stack, fn, name);
      const store = code.stack.stores.find((one) => one.id === found);
      if (store === undefined) others = true;
      else if (!stores.has(store)) stores.set(store, at);
    }
  }
  return { stores, others };
}

function inOrder(a: { readonly at: Span }, b: { readonly at: Span }): number {
  return a.at.path === b.at.path ? a.at.start - b.at.start : a.at.path < b.at.path ? -1 : 1;
}

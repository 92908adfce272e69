import type { Stack } from '../facts/stack.js';
import type { ServerlessFunction } from '../model/function.js';
import { known } from '../model/setting.js';
import type { Flow, StoredWrite } from './flow/machine.js';
import type { StoreName } from './flow/value.js';
import { storedDangers } from './tables/danger.js';

/** Text of an event that one function puts into a store, and the resource of the stack that it is. */
export interface WriteTo {
  readonly from: ServerlessFunction;
  readonly write: StoredWrite;
  readonly store: string;
}

/** The writes of functions to resources of their stack. */
export function writesTo(stack: Stack, from: ServerlessFunction, writes: readonly StoredWrite[]): readonly WriteTo[] {
  return writes.flatMap((write) => {
    const store = resourceNamed(stack, from, write.store);
    return store === undefined ? [] : [{ from, write, store }];
  });
}

/** The resource of the stack that a name in the code of a function means: as it is, or by a variable of its environment. */
export function resourceNamed(
  stack: Stack,
  fn: ServerlessFunction,
  { service, by, name }: StoreName,
): string | undefined {
  if (by === 'text') return idOf(stack, service, name);
  const variable = fn.environment.find((one) => one.name === name);
  if (variable?.to !== undefined) return variable.to;
  const value = variable && known(variable.value);
  return value === undefined ? undefined : idOf(stack, service, value);
}

/** By its name, or by an address or ARN that ends with it. */
function idOf({ stores, functions }: Stack, service: string, text: string): string | undefined {
  const last = text.slice(Math.max(text.lastIndexOf('/'), text.lastIndexOf(':')) + 1);
  const named = stores.filter(
    (one) => isOfService(one.service, service) && (known(one.name) === text || known(one.name) === last),
  );
  if (named.length > 0) return named.length === 1 ? named[0]?.id : undefined;
  return functions.find(({ id }) => id === last)?.id;
}

/** A namespace of messages has queues and topics. */
function isOfService(of: string, service: string): boolean {
  return of === service || of.startsWith(`${service}-`);
}

/** Where what is put into stores comes out again: the functions that a store starts, at once or by way of other stores. */
function startedBy({ graph }: Stack, store: string): ReadonlySet<string> {
  const reached = new Set([store]);
  const waiting = [store];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    for (const { from, to, kind } of graph.edges) {
      const leads = from === at && (kind === 'plumbing' || kind === 'trigger' || kind === 'invoke');
      if (!leads || reached.has(to)) continue;
      reached.add(to);
      // A function passes nothing on by itself: what it writes is its own.
      if (kind === 'plumbing') waiting.push(to);
    }
  }
  return reached;
}

/** The write whose text a flow carries on: what started the function, or what it takes out of the store. */
export function writeBefore(
  stack: Stack,
  fn: ServerlessFunction,
  flow: Flow,
  writes: readonly WriteTo[],
): WriteTo | undefined {
  const { source, danger } = flow;
  if (source === undefined || !storedDangers.has(danger)) return undefined;
  const { origin, path } = source;
  if (origin.store !== undefined) {
    const store = resourceNamed(stack, fn, origin.store);
    const isOf = (one: WriteTo) => one.store === store && isField(one.write.field, path);
    return store === undefined ? undefined : writes.find(isOf);
  }
  const isStarted = /^(?:event|any event|cloud event|message)$/.test(origin.kind);
  const isAsked = [...stack.routes, ...stack.urls].some((one) => one.function === fn.id);
  if (!isStarted || isAsked) return undefined;
  return writes.find((one) => one.from.id !== fn.id && (one.store === fn.id || startedBy(stack, one.store).has(fn.id)));
}

/** `Item.bio`, `Items[].bio`: what was stored under another name does not come out there. */
function isField(field: string, path: readonly string[]): boolean {
  const [first, ...rest] = path;
  if (field === '*' || !/^Items?$/.test(first ?? '')) return true;
  const name = rest.find((one) => one !== '[]');
  return name === undefined || name === field;
}

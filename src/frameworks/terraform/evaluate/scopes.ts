import type { Span } from '../../../model/span.js';
import { isNull, type Value } from '../../../model/value.js';
import { lineAt } from '../../../notation/source.js';
import { evaluate } from './expressions.js';
import { instancesOf, together } from './instances.js';
import type { Module } from './module.js';
import { formerAddress } from './moves.js';
import type { Call, Scope, Session } from './scope.js';
import { failure, listOf, mapOf, unknownValue, usedAt } from './values.js';
import { type Given, variableValue } from './variables.js';

/** What a scope is made from. */
export interface Making {
  readonly session: Session;
  readonly module: Module;
  readonly given: Given;
  readonly prefix: string;
  readonly calls: readonly Call[];
}

/** The scope of one call of a module. */
export function scopeOf({ session, module, given, prefix, calls }: Making): Scope {
  const once = memory(session);
  const scope: Scope = {
    module,
    prefix,
    session,
    names: new Map(),
    variable: (name, at) => {
      const value = once(`var.${name}`, at, () => variableValue(scope, given, name, at));
      return isArgument(prefix, given(name)) ? { ...value, origin: value.origin ?? value.at } : usedAt(value, at);
    },
    local: (name, at) => {
      const written = module.locals.get(name);
      if (written === undefined) return unknownValue(at, 'no such local');
      return usedAt(
        once(`local.${name}`, at, () => evaluate(written.value, scope)),
        at,
      );
    },
    resource: resourcesIn(() => scope),
    dataSource: (type, name) => {
      const block = module.dataSources.get(`${type}.${name}`);
      return block && instancesOf(block, scope);
    },
    call: (name, at) => callsNamed(calls, formerAddress(session, `${prefix}module.${name}`), at),
    output: (name, at) => {
      const written = module.outputs.get(name)?.body.attributes.get('value');
      if (written === undefined) return unknownValue(at, failure);
      return usedAt(
        once(`output.${name}`, at, () => evaluate(written.value, scope)),
        at,
      );
    },
  };
  return scope;
}

/** What the caller of a module writes decides, and is found there; the variables of the root are found where they are used. */
function isArgument(prefix: string, value: Value | undefined): boolean {
  return prefix !== '' && value !== undefined && !isNull(value);
}

/** Resources of a module by their names, each looked for once. */
function resourcesIn(scope: () => Scope): Scope['resource'] {
  const resources = new Map<string, Value | undefined>();
  return (type, name, at) => {
    const address = `${type}.${name}`;
    if (!resources.has(address)) resources.set(address, resourceValue(scope(), type, name));
    const value = resources.get(address);
    return value && { ...value, at };
  };
}

/** A resource, or a map of its instances by their keys. */
function resourceValue(scope: Scope, type: string, name: string): Value | undefined {
  const block = scope.module.addresses.get(`${type}.${name}`);
  if (block === undefined) return undefined;
  const { headAt: at } = block;
  const instances = instancesOf(block, scope);
  if (instances.length === 0) return block.body.attributes.has('for_each') ? mapOf([], at) : listOf([], at);
  if (instances.every(({ key }) => key === undefined)) {
    return { kind: 'reference', to: formerAddress(scope.session, `${scope.prefix}${type}.${name}`), at };
  }
  return together(
    instances.map(({ id, key }) => ({ key, value: { kind: 'reference', to: id, at } })),
    at,
  );
}

/** A call by its name, or several by their keys; what it gives back is asked for by name. */
function callsNamed(calls: readonly Call[], id: string, at: Span): Value {
  const own = calls.filter((call) => call.id === id || call.id.startsWith(`${id}[`));
  const [first, second] = own;
  if (first === undefined) return unknownValue(at, 'no such module');
  if (first.id === id && second === undefined) return { kind: 'reference', to: id, at };
  const things = own.map((call) => ({
    key: call.id === id ? 0 : (JSON.parse(call.id.slice(id.length + 1, -1)) as string | number),
    value: { kind: 'reference', to: call.id, at } as const,
  }));
  return together(things, at);
}

type Once = (name: string, at: Span, compute: () => Value) => Value;

/** Remembers what names mean. A name that needs itself is told once, and unknown. */
function memory(session: Session): Once {
  const read = new Map<string, Value>();
  const running = new Set<string>();
  return (name, at, compute) => {
    const known = read.get(name);
    if (known !== undefined) return known;
    if (running.has(name)) {
      const message = `The value ${name} refers to itself, so it is not known.`;
      session.notices.push({ path: at.path, line: lineAt(session.textOf(at.path), at.start), message, kind: 'unread' });
      return unknownValue(at, 'cycle');
    }
    running.add(name);
    const value = compute();
    running.delete(name);
    if (session.level.depth < 100 || value.kind !== 'unknown') read.set(name, value);
    return value;
  };
}

import type { MapValue, Value } from '../../../model/value.js';
import { entryOf } from '../../../model/value.js';
import { evaluateBody } from '../evaluate/bodies.js';
import type { Instance } from '../evaluate/scope.js';
import type { EvaluatedStack } from '../evaluate/stack.js';

/** One instance of a resource with its arguments. */
export interface Evaluated {
  readonly instance: Instance;
  readonly body: MapValue;
}

/** The resources of a stack, by type and by what they point at. */
export interface Resources {
  readonly stack: EvaluatedStack;
  readonly all: readonly Evaluated[];
  readonly ofType: (type: string) => readonly Evaluated[];
  /** Resources of a type whose argument names a resource: by reference, or by its literal name. */
  readonly pointingAt: (type: string, link: string, target: Evaluated) => readonly Evaluated[];
}

/** Evaluates the arguments of every resource whose type is of interest. */
export function evaluateResources(stack: EvaluatedStack, isOfInterest: (type: string) => boolean): Resources {
  const all = stack.expanded.flatMap(({ instances }) =>
    instances
      .filter(({ type }) => isOfInterest(type))
      .map((instance): Evaluated => {
        return { instance, body: evaluateBody(instance.block.body, instance.scope, instance.block.headAt) };
      }),
  );
  const byType = new Map<string, Evaluated[]>();
  for (const one of all) {
    const others = byType.get(one.instance.type);
    if (others === undefined) byType.set(one.instance.type, [one]);
    else others.push(one);
  }
  const ofType = (type: string) => byType.get(type) ?? [];
  const indexes = new Map<string, ReadonlyMap<string, readonly Evaluated[]>>();
  return {
    stack,
    all,
    ofType,
    pointingAt: (type, link, { instance, body }) => {
      const key = `${type} ${link}`;
      const index = indexes.get(key) ?? indexBy(ofType(type), link);
      indexes.set(key, index);
      const name = nameIn(body);
      const found = [...(index.get(instance.id) ?? []), ...((name !== undefined && index.get(`"${name}`)) || [])];
      return [...new Set(found)];
    },
  };
}

function indexBy(all: readonly Evaluated[], link: string): ReadonlyMap<string, readonly Evaluated[]> {
  const index = new Map<string, Evaluated[]>();
  for (const one of all) {
    for (const key of keysOf(entryOf(one.body, link)?.value)) {
      const others = index.get(key);
      if (others === undefined) index.set(key, [one]);
      else others.push(one);
    }
  }
  return index;
}

function keysOf(value: Value | undefined): readonly string[] {
  if (value === undefined) return [];
  if (value.kind === 'list') return value.items.flatMap(keysOf);
  if (value.kind === 'choice') return value.cases.flatMap((one) => keysOf(one.value));
  if (value.kind === 'reference') return [value.to];
  if (value.kind === 'scalar') return [`"${value.value}`];
  if (value.kind !== 'pattern') return [];
  return value.parts.flatMap((part) => (typeof part === 'object' && 'to' in part ? [part.to] : []));
}

const nameArguments = ['bucket', 'function_name', 'name'];

/** The literal name of a resource. */
function nameIn(body: MapValue): string | undefined {
  for (const argument of nameArguments) {
    const value = entryOf(body, argument)?.value;
    if (value?.kind === 'scalar' && typeof value.value === 'string') return value.value;
  }
  return undefined;
}

import type { Resource } from '../../model/resource.js';
import type { Setting } from '../../model/setting.js';
import { textOf, type Value, valueAt } from '../../model/value.js';
import type { Codec } from '../values/codec.js';
import { settingOf } from '../values/section.js';
import type { Declared, Deployment } from './deployment.js';
import { grouped } from './grouping.js';
import { byTypeAndName, idByName, nameText, partsOf } from './names.js';

/** A deployment being mapped: its resources by id, type and what they are part of. */
export interface Mapping {
  readonly deployment: Deployment;
  readonly byId: ReadonlyMap<string, Declared>;
  readonly ofType: (...types: readonly string[]) => readonly Declared[];
  readonly partsOf: (id: string, type: string) => readonly Declared[];
  /** The id of the resource that a value points at; `existing` ones have ids too. */
  readonly referent: (value: Value | undefined) => string | undefined;
}

export function mappingOf(deployment: Deployment): Mapping {
  const { resources } = deployment;
  const byId = new Map(resources.map((declared) => [declared.id, declared]));
  const byName = new Map(
    resources.map((declared) => [idByName(declared.type, fullName(declared, byId, 0)), declared.id]),
  );
  const same = declaredAgain(deployment, { byId, byName });
  const resolved = (id: string): string =>
    byName.get(id) ?? same.get(id) ?? (byId.has(id) ? id : id.replace(/\[\d{1,3}\]$/, ''));
  const byType = grouped(resources, ({ type }) => type);
  const byParent = grouped(resources, ({ parent, type }) => `${parent === undefined ? '' : resolved(parent)}|${type}`);
  return {
    deployment,
    byId,
    ofType: (...types) => types.flatMap((type) => byType.get(type) ?? []),
    partsOf: (id, type) => byParent.get(`${id}|${type}`) ?? [],
    referent: (value) => {
      const id = referredIn(value, 0);
      return id === undefined ? undefined : resolved(id);
    },
  };
}

interface Known {
  readonly byId: ReadonlyMap<string, Declared>;
  readonly byName: ReadonlyMap<string, string>;
}

/** Resources that one file declares and another one refers to as existing, by their name. */
function declaredAgain({ existing }: Deployment, { byId, byName }: Known): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [id, { type, name }] of existing) {
    const referred = name?.kind === 'reference' ? name.to : undefined;
    const text = name === undefined || partsOf(name).includes(undefined) ? undefined : nameText(partsOf(name));
    const own = referred === undefined ? byName.get(idByName(type, text ?? '')) : referred;
    if (own !== undefined && byId.get(own)?.type === type) found.set(id, own);
  }
  return found;
}

function fullName({ name, parent }: Declared, byId: ReadonlyMap<string, Declared>, depth: number): string {
  const own = name === undefined ? '' : nameText(partsOf(name));
  if (parent?.startsWith(byTypeAndName)) return `${parent.slice(parent.indexOf('|') + 1)}/${own}`;
  const outer = parent === undefined || depth > 8 ? undefined : byId.get(parent);
  return outer === undefined ? own : `${fullName(outer, byId, depth + 1)}/${own}`;
}

function referredIn(value: Value | undefined, depth: number): string | undefined {
  if (value?.kind === 'reference') return value.to;
  if (value?.kind === 'choice' && depth < 5)
    return value.cases.map((one) => referredIn(one.value, depth + 1)).find((id) => id !== undefined);
  if (value?.kind !== 'pattern') return undefined;
  const part = value.parts.find((one) => typeof one === 'object' && 'to' in one);
  return typeof part === 'object' && 'to' in part ? part.to : undefined;
}

/** What every resource of the model says about its declaration. */
export function declarationOf({ id, type, at, whole }: Declared): Resource {
  return { id, type, at, whole };
}

export function property({ body }: Declared, ...path: readonly string[]): Value | undefined {
  return valueAt(body.map, ...path);
}

export function setting<T, W>({ body }: Declared, path: readonly string[], codec: Codec<T, W>): Setting<T, W> {
  return settingOf(body, path, codec);
}

/** A setting whose value may well be a reference: that it is no literal is not counted as unresolved. */
export function quietSetting<T, W>({ body }: Declared, path: readonly string[], codec: Codec<T, W>): Setting<T, W> {
  return settingOf({ ...body, reading: { writer: body.reading.writer, unresolved: [] } }, path, codec);
}

export function nameOf({ name }: Declared): string | undefined {
  return textOf(name);
}

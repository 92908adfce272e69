import type { Model } from '../model/model.js';

/** The same model with ids written otherwise, wherever a field is one of them. Places stay. */
export function withNames(model: Model, names: ReadonlyMap<string, string>): Model {
  return names.size === 0 ? model : { ...model, ...renamed(model, names) };
}

/** Fields that hold places or words of the platform. */
const kept: ReadonlySet<string> = new Set(['at', 'whole', 'origin', 'keyAt', 'nameAt', 'kind', 'type', 'path']);

function renamed<T extends object>(item: T, names: ReadonlyMap<string, string>): T;
function renamed(item: unknown, names: ReadonlyMap<string, string>): unknown;
function renamed(item: unknown, names: ReadonlyMap<string, string>): unknown {
  if (typeof item === 'string') return names.get(item) ?? item;
  if (Array.isArray(item)) return item.map((one) => renamed(one, names));
  if (typeof item !== 'object' || item === null) return item;
  return Object.fromEntries(
    Object.entries(item).map(([key, value]) => [key, kept.has(key) ? value : renamed(value, names)]),
  );
}

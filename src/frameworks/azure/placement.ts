import { nameText, partsOf } from '../../clouds/azure/names.js';
import type { PatternPart, Value } from '../../model/value.js';

/** Where a name puts a resource: inside which other one, and what it is called there. */
export interface Placement {
  readonly parent: string | undefined;
  readonly name: Value | undefined;
}

/**
 * `app/web` is `web` inside `app`. The parent is known when the name refers to it; otherwise it is looked up by its own
 * name, for which `findByName` answers.
 */
export function placementOf(name: Value | undefined, findByName: (text: string) => string | undefined): Placement {
  if (name === undefined || (name.kind !== 'scalar' && name.kind !== 'pattern')) return { parent: undefined, name };
  const parts = partsOf(name);
  const cut = parts.findLastIndex((part) => typeof part === 'string' && part.includes('/'));
  const at = parts[cut];
  if (typeof at !== 'string') return { parent: undefined, name };
  const slash = at.lastIndexOf('/');
  const before = [...parts.slice(0, cut), at.slice(0, slash)];
  const after = [at.slice(slash + 1), ...parts.slice(cut + 1)].filter((part) => part !== '');
  const referred = before.find((part) => typeof part === 'object' && 'to' in part);
  const parent = typeof referred === 'object' && 'to' in referred ? referred.to : findByName(nameText(before));
  return { parent, name: { ...asValue(after, name) } };
}

function asValue(parts: readonly PatternPart[], { at, origin }: Value): Value {
  const [only = ''] = parts;
  const place = { at, ...(origin && { origin }) };
  if (parts.length <= 1 && typeof only === 'string') return { kind: 'scalar', value: only, ...place };
  return { kind: 'pattern', parts, ...place };
}

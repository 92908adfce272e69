import { entryOf, itemsOf, type MapEntry, textOf, type Value, valueAt } from '../../../model/value.js';
import type { Reading } from '../../reading/writer.js';
import { idByName } from '../calls.js';
import type { Declared } from '../deployment.js';
import type { Scope } from '../expressions/scope.js';
import { partsOf } from '../expressions/values.js';
import { nameText, placementOf } from '../placement.js';
import { isExpression } from './expressions.js';
import { lower } from './lowering.js';

/** Resources inside resources, at most. */
const deepest = 6;

interface Inside {
  readonly id: string;
  readonly type: string;
}

/** The resources of a template, those inside others and those of nested deployments included. */
export function declaredIn(root: Value, scope: Scope, reading: Reading): readonly Declared[] {
  const found: Declared[] = [];
  const taken = new Set<string>();
  collect(valueAt(root, 'resources'), undefined, 0);
  return found;

  function collect(resources: Value | undefined, inside: Inside | undefined, depth: number): void {
    if (depth > deepest) return;
    const named = resources?.kind === 'map' ? resources.entries : [];
    const listed = resources?.kind === 'map' ? [] : itemsOf(resources).map((value) => ({ value }));
    for (const { value, ...entry } of [...named, ...listed]) {
      const declared = declaredOf(value, 'key' in entry ? (entry as MapEntry) : undefined, inside);
      if (declared === undefined) continue;
      if (declared.type === 'microsoft.resources/deployments') {
        collect(valueAt(value, 'properties', 'template', 'resources'), undefined, depth + 1);
        continue;
      }
      found.push(declared);
      collect(entryOf(value, 'resources')?.value, { id: declared.id, type: declared.type }, depth + 1);
    }
  }

  function declaredOf(value: Value, entry: MapEntry | undefined, inside: Inside | undefined): Declared | undefined {
    const written = textOf(entryOf(value, 'type')?.value)?.toLowerCase();
    if (value.kind !== 'map' || written === undefined) return undefined;
    const type = inside === undefined || written.startsWith('microsoft.') ? written : `${inside.type}/${written}`;
    const body = lower({ ...value, entries: value.entries.filter(({ key }) => key !== 'resources') }, scope);
    const name = entryOf(value, 'name');
    const at = entry?.keyAt ?? entryOf(value, 'type')?.value.at ?? value.at;
    const place = placementOf(valueAt(body, 'name'), (text) => idByName(parentType(type), text));
    return {
      id: unique(entry?.key ?? writtenName(textOf(name?.value) ?? ''), type),
      type: type
        .replace(/\/providers\/roleassignments$/, '/roleassignments')
        .replace(/^.*\/microsoft\.authorization\/roleassignments$/, 'microsoft.authorization/roleassignments'),
      at: entry === undefined ? (name?.value.at ?? at) : at,
      whole: value.at,
      body: { map: body, at: name?.value.at ?? at, reading },
      parent: inside?.id ?? place.parent,
      name: place.name,
      scope: valueAt(body, 'scope'),
    };
  }

  function unique(wanted: string, type: string): string {
    const last = type.slice(type.lastIndexOf('/') + 1);
    const id =
      [wanted, `${last} ${wanted}`, `${type} ${wanted}`].find((candidate) => !taken.has(candidate)) ??
      `${type} ${wanted} ${taken.size}`;
    taken.add(id);
    return id;
  }
}

function parentType(type: string): string {
  return type.slice(0, type.lastIndexOf('/'));
}

/** The name as its author wrote it, for messages: `parameters('siteName')` is `siteName`. */
function writtenName(name: string): string {
  if (!isExpression(name)) return name;
  const only = /^\[(?:parameters|variables)\('([^']+)'\)\]$/.exec(name)?.[1];
  return only ?? name.slice(1, -1);
}

/** The resource that a scope written as text means: `Microsoft.Storage/storageAccounts/name`. */
export function scopeReference(scope: Value | undefined): Value | undefined {
  if (scope?.kind !== 'scalar' && scope?.kind !== 'pattern') return scope;
  const found = /^\/?([\w.]+\/\w+)\/(.+)$/.exec(nameText(partsOf(scope)));
  return found === null ? scope : { kind: 'reference', to: idByName(found[1] ?? '', found[2] ?? ''), at: scope.at };
}

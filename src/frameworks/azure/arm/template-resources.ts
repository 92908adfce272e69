import type { Declared } from '../../../clouds/azure/deployment.js';
import { idByName, nameText, partsOf } from '../../../clouds/azure/names.js';
import type { Span } from '../../../model/span.js';
import { entryOf, itemsOf, type MapEntry, type MapValue, textOf, type Value, valueAt } from '../../../model/value.js';
import type { Reading } from '../../../notation/writer.js';
import type { Scope } from '../expressions/scope.js';
import { placementOf } from '../placement.js';
import { isExpression } from './arm-expressions.js';
import { lower } from './lowering.js';
import { scopeOf } from './template-scope.js';

/** Resources inside resources, at most. */
const deepest = 6;

interface Inside {
  readonly id: string;
  readonly type: string;
}

interface Walk {
  readonly scope: Scope;
  readonly reading: Reading;
  readonly found: Declared[];
  readonly taken: Set<string>;
}

/** The resources of a template, those inside others and those of nested deployments included. */
export function declaredIn(root: Value, scope: Scope, reading: Reading): readonly Declared[] {
  const walk: Walk = { scope, reading, found: [], taken: new Set() };
  collect(walk, valueAt(root, 'resources'), undefined, 0);
  return walk.found;
}

function collect(walk: Walk, resources: Value | undefined, inside: Inside | undefined, depth: number): void {
  if (depth > deepest) return;
  const named = resources?.kind === 'map' ? resources.entries : [];
  const listed = resources?.kind === 'map' ? [] : itemsOf(resources);
  for (const written of [
    ...named.map((entry) => ({ value: entry.value, entry })),
    ...listed.map((value) => ({ value })),
  ]) {
    const declared = declaredOf(walk, written, inside);
    if (declared === undefined) continue;
    if (declared.type === 'microsoft.resources/deployments') {
      const template = valueAt(written.value, 'properties', 'template');
      const inner = template && innerScope(template, declared, walk.scope);
      collect({ ...walk, scope: inner ?? walk.scope }, valueAt(template, 'resources'), undefined, depth + 1);
      continue;
    }
    walk.found.push(declared);
    const { id, type } = declared;
    collect(walk, entryOf(written.value, 'resources')?.value, { id, type }, depth + 1);
  }
}

/** A nested template with names of its own takes arguments; others use those of the template around it. */
function innerScope(template: Value, { body }: Declared, outer: Scope): Scope | undefined {
  const wanted = textOf(valueAt(body.map, 'properties', 'expressionEvaluationOptions', 'scope'))?.toLowerCase();
  if (wanted !== 'inner') return undefined;
  const args = valueAt(body.map, 'properties', 'parameters');
  const values = (args?.kind === 'map' ? args.entries : []).flatMap(({ key, value }) => {
    const given = entryOf(value, 'value')?.value;
    return given === undefined ? [] : [[key, given] as const];
  });
  return scopeOf(template, [{ path: '', values: new Map(values) }], outer.allowance);
}

interface Written {
  readonly value: Value;
  /** In templates whose resources have symbolic names. */
  readonly entry?: MapEntry;
}

function declaredOf(walk: Walk, { value, entry }: Written, inside: Inside | undefined): Declared | undefined {
  const written = textOf(entryOf(value, 'type')?.value)?.toLowerCase();
  if (value.kind !== 'map' || written === undefined || isNeverDeployed(value)) return undefined;
  const type = inside === undefined || written.startsWith('microsoft.') ? written : `${inside.type}/${written}`;
  const body = lower(withoutInner(value, type), walk.scope);
  const name = entryOf(value, 'name')?.value;
  const at = entry?.keyAt ?? name?.at ?? value.at;
  const place = placementOf(valueAt(body, 'name'), (text) => idByName(parentType(type), text));
  return {
    id: unique(walk, entry?.key ?? writtenName(textOf(name) ?? ''), type),
    type: type.endsWith('roleassignments') ? 'microsoft.authorization/roleassignments' : type,
    at,
    whole: value.at,
    body: { map: body, at, reading: walk.reading },
    parent: inside?.id ?? place.parent,
    name: place.name,
    scope: valueAt(body, 'scope') ?? extended(type, place.parent, at),
  };
}

/** What is inside a resource or a nested template is read by itself. */
function withoutInner(value: MapValue, type: string): MapValue {
  const entries = value.entries.filter(({ key }) => key !== 'resources');
  if (type !== 'microsoft.resources/deployments') return { ...value, entries };
  return { ...value, entries: entries.map((entry) => (entry.key === 'properties' ? withoutTemplate(entry) : entry)) };
}

function withoutTemplate(entry: MapEntry): MapEntry {
  const { value } = entry;
  if (value.kind !== 'map') return entry;
  return { ...entry, value: { ...value, entries: value.entries.filter(({ key }) => key !== 'template') } };
}

function isNeverDeployed(value: Value): boolean {
  const condition = entryOf(value, 'condition')?.value;
  return condition?.kind === 'scalar' && condition.value === false;
}

/** `Microsoft.Storage/storageAccounts/providers/roleAssignments` apply to the resource that they are named after. */
function extended(type: string, parent: string | undefined, at: Span): Value | undefined {
  return parent !== undefined && type.includes('/providers/') ? { kind: 'reference', to: parent, at } : undefined;
}

function unique({ taken }: Walk, wanted: string, type: string): string {
  const last = type.slice(type.lastIndexOf('/') + 1);
  const candidates = [wanted, `${last} ${wanted}`, `${type} ${wanted}`];
  const id = candidates.find((candidate) => !taken.has(candidate)) ?? `${type} ${wanted} ${taken.size}`;
  taken.add(id);
  return id;
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

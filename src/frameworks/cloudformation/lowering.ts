import type { Declared, Template } from '../../clouds/aws/template.js';
import type { Section } from '../../clouds/values/section.js';
import { entryOf, itemsOf, type MapEntry, textOf, type Value } from '../../model/value.js';
import type { Reading } from '../../notation/writer.js';
import type { Documents } from './documents.js';
import { type Lowered, type Shared, withGlobals } from './globals.js';
import { includesOf } from './includes.js';
import { opensContainer, resolve } from './intrinsics.js';
import { nestedOutputs } from './nested-outputs.js';
import { dialectOf, hasForeignMacro } from './recognition.js';
import { type Scope, scopeOf } from './scope.js';
import { writerOf } from './writing.js';

/** A template's root map as the Template that resources are read from. */
export function lowerTemplate(path: string, root: Value, documents: Documents): Template {
  const referred = new Set<string>();
  const include = includesOf(documents, root, () => scope);
  const output = nestedOutputs(documents, root, () => scope);
  const scope: Scope = { ...scopeOf(root, include, (name) => referred.add(name)), output };
  const resources = entryOf(root, 'Resources')?.value;
  const entries = resources?.kind === 'map' ? resources.entries : [];
  const reading: Reading = { writer: writerOf(documents, entries), unresolved: [] };
  const globals = resolved(scope, root, 'Globals');
  const framework = dialectOf(root);
  const lowering: Lowering = { scope, reading, globals: framework === 'sam' ? globals : undefined };
  const declared = entries.flatMap((entry) => declaredOf(lowering, entry));
  const waited = waiting(entries);
  return {
    path,
    framework,
    open: isOpen(root, resources) || !isWhole(declared, referred),
    resources: declared,
    parameters: entryOf(root, 'Parameters')?.value,
    outputs: resolved(scope, root, 'Outputs'),
    globals: {
      map: globals,
      at: entryOf(root, 'Globals')?.keyAt ?? { ...root.at, end: root.at.start },
      reading,
      ...(root.kind === 'map' && { within: { map: root, path: ['Globals'] } }),
    },
    reading,
    include: scope.include,
    isReferredTo: (id) => referred.has(id) || waited(id),
    declare: (id, body) => {
      if (resources?.kind !== 'map' || entryOf(resources, id) !== undefined) return undefined;
      return reading.writer.insert(resources, [id], body);
    },
  };
}

/** Whether another resource waits for one. */
function waiting(entries: readonly MapEntry[]): (id: string) => boolean {
  let names: ReadonlySet<string> | undefined;
  return (id) => {
    names ??= new Set(
      entries.flatMap(({ value }) => itemsOf(entryOf(value, 'DependsOn')?.value)).flatMap((one) => textOf(one) ?? []),
    );
    return names.has(id);
  };
}

/** What resources are read with. */
export interface Lowering extends Shared {
  readonly reading: Reading;
}

/** A section of a template, resolved. */
export function resolved(scope: Scope, root: Value, key: string): Value | undefined {
  const value = entryOf(root, key)?.value;
  return value === undefined ? undefined : resolve(scope, value);
}

function isOpen(root: Value, resources: Value | undefined): boolean {
  if (hasForeignMacro(root) || resources?.kind !== 'map' || resources.open) return true;
  return resources.entries.some(({ key, value }) => opensContainer(key) || typeOf(value) === undefined);
}

/** False if something is referred to that the template neither declares nor lets SAM generate: it is part of another. */
function isWhole(declared: readonly Declared[], referred: ReadonlySet<string>): boolean {
  const ids = declared.map(({ id }) => id);
  const known = new Set(ids);
  const missing = [...referred].filter((name) => !known.has(name) && !name.startsWith('Serverless'));
  return missing.slice(0, 50).every((name) => ids.some((id) => name.startsWith(id)));
}

function typeOf(resource: Value): string | undefined {
  return textOf(entryOf(resource, 'Type')?.value);
}

/** One resource as it is declared; none if it has no type or is written by a loop. */
export function declaredOf(lowering: Lowering, { key, keyAt, value }: MapEntry): readonly Declared[] {
  const type = typeOf(value);
  if (type === undefined || opensContainer(key)) return [];
  const resource = resolve(lowering.scope, value);
  if (resource?.kind !== 'map') return [];
  return [
    {
      id: key,
      type,
      at: keyAt,
      whole: keyAt.path === value.at.path ? { ...keyAt, end: Math.max(keyAt.end, value.at.end) } : keyAt,
      properties: propertiesOf(lowering, { type, written: value, resource }, keyAt),
      metadata: entryOf(resource, 'Metadata')?.value,
      connectors: entryOf(resource, 'Connectors')?.value,
      condition: textOf(entryOf(resource, 'Condition')?.value),
    },
  ];
}

function propertiesOf(lowering: Lowering, lowered: Lowered, at: Section['at']): Section {
  const map = withGlobals(lowering, lowered);
  const { resource } = lowered;
  const within = resource.kind === 'map' ? { map: resource, path: ['Properties'] } : undefined;
  return { map, at, reading: lowering.reading, ...(within && { within }) };
}

import type { Section } from '../../../clouds/values/section.js';
import type { Span } from '../../../model/span.js';
import { entryOf, itemsOf, type MapEntry, type MapValue, textOf, type Value, valueAt } from '../../../model/value.js';
import type { Reading } from '../../../notation/writer.js';
import { includesOf } from '../../cloudformation/includes.js';
import { resolve } from '../../cloudformation/intrinsics.js';
import { type Scope, scopeOf } from '../../cloudformation/scope.js';
import type { Documents } from '../documents.js';
import { constructFunctions } from '../plugins/lift-functions.js';
import { openVariables, resolveVariables } from '../variables/resolution.js';
import { writerOf } from '../writing.js';
import { namesOf, type ServiceNames } from './names.js';
import { renamed } from './renaming.js';
import { templateRoot } from './template-root.js';

/** One function of a service as it is configured. */
export interface ConfiguredFunction {
  /** Unique in the stack: its key, unless a resource is called the same. */
  readonly id: string;
  readonly key: string;
  readonly at: Span;
  readonly whole: Span;
  readonly section: Section;
}

/** A service after its variables and intrinsics were resolved as far as they can be. */
export interface Service {
  readonly path: string;
  readonly root: MapValue;
  /** The resources of CloudFormation that it adds, as one template. */
  readonly template: Value;
  readonly scope: Scope;
  readonly provider: Section;
  readonly custom: Value | undefined;
  readonly functions: readonly ConfiguredFunction[];
  /** Functions may exist that could not be read. */
  readonly open: boolean;
  readonly plugins: ReadonlySet<string>;
  readonly names: ServiceNames;
  readonly reading: Reading;
  /** Names that are referred to. */
  readonly referred: ReadonlySet<string>;
  /** All paths of the tree. */
  readonly list: Documents['list'];
}

export function serviceOf(path: string, written: Value, documents: Documents): Service {
  const plain = resolveVariables(openVariables(documents, written), written);
  const template = templateRoot(plain);
  const referred = new Set<string>();
  const include = includesOf({ ...documents }, template, () => scope);
  const scope: Scope = scopeOf(template, include, (name) => referred.add(name));
  const plugins = pluginsOf(plain);
  const entriesOf = (written: Value) => [
    ...functionEntries(valueAt(written, 'functions')).found,
    ...constructFunctions(written, plugins),
  ];
  const names = namesOf(
    entriesOf(plain).map(({ key }) => key),
    template,
  );
  const reading: Reading = { writer: writerOf(documents, names), unresolved: [] };
  const root = rootOf(plain, (value) => renamed(resolve(scope, value), names) ?? value);
  return {
    path,
    root,
    template,
    scope,
    provider: providerSection(root, reading),
    custom: valueAt(root, 'custom'),
    functions: entriesOf(root).map((entry) => functionOf(entry, { names, reading })),
    open: functionEntries(valueAt(root, 'functions')).open || root.open,
    plugins,
    names,
    reading,
    referred,
    list: documents.list,
  };
}

/** Sections in which expressions of CloudFormation may stand; resources are resolved one by one. */
const sections = new Set([
  'functions',
  'provider',
  'custom',
  'layers',
  'package',
  'stepFunctions',
  'appSync',
  'constructs',
  'ai',
]);

function rootOf(root: Value, finish: (value: Value) => Value): MapValue {
  if (root.kind !== 'map') return { kind: 'map', at: root.at, entries: [], open: true };
  const entries = root.entries.map((entry) =>
    sections.has(entry.key) ? { ...entry, value: finish(entry.value) } : entry,
  );
  return { ...root, entries };
}

function providerSection(root: MapValue, reading: Reading): Section {
  const entry = entryOf(root, 'provider');
  const at = entry?.keyAt ?? { ...root.at, end: root.at.start };
  return entry?.value.kind === 'scalar' ? { map: undefined, at, reading } : { map: entry?.value, at, reading };
}

/** A map of functions, or a list of such maps. */
function functionEntries(functions: Value | undefined): {
  readonly found: readonly MapEntry[];
  readonly open: boolean;
} {
  const maps = itemsOf(functions).filter((item) => item.kind !== 'scalar');
  const found = maps.flatMap((map) => (map.kind === 'map' ? map.entries : []));
  const open =
    maps.some((map) => map.kind !== 'map' || map.open) || found.some(({ value }) => value.kind === 'unknown');
  return { found: [...new Map(found.map((entry) => [entry.key, entry])).values()], open };
}

function functionOf(
  { key, keyAt, value }: MapEntry,
  { names, reading }: { readonly names: ServiceNames; readonly reading: Reading },
): ConfiguredFunction {
  const isNear = value.at.path === keyAt.path && value.at.start >= keyAt.start;
  return {
    id: names.functionId(key),
    key,
    at: keyAt,
    whole: isNear ? { ...keyAt, end: Math.max(keyAt.end, value.at.end) } : keyAt,
    section: { map: value, at: keyAt, reading },
  };
}

function pluginsOf(root: Value): ReadonlySet<string> {
  const plugins = valueAt(root, 'plugins');
  const listed = plugins?.kind === 'map' ? valueAt(plugins, 'modules') : plugins;
  return new Set(itemsOf(listed).flatMap((plugin) => textOf(plugin) ?? []));
}

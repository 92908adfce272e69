import type { Json, JsonEntry, JsonObject } from '../../notation/json/node.js';
import { entriesOf, insideQuotes, member, stringOf, stringsOf } from '../../notation/json/positions.js';
import { readToml } from '../../notation/toml/toml.js';
import type { Component } from '../component.js';
import { type Format, fileName, type Parsed, type Source } from '../format.js';
import { componentFrom, declaration, wholeLines } from '../reading/draft.js';
import { type LockNode, type Roots, withPaths } from '../reading/graph.js';
import type { Doubts } from '../reading/names.js';
import { besideDeclared } from './beside.js';

/** Cargo's manifest. */
export const cargo: Format = {
  name: 'cargo',
  ecosystem: 'crates',
  kind: 'manifest',
  matches: (path) => fileName(path) === 'Cargo.toml',
  parse,
  lockfiles: ['Cargo.lock'],
};

const sections = [
  ['dependencies', false],
  ['build-dependencies', false],
  ['dev-dependencies', true],
] as const;

function parse({ path, text }: Source): Parsed {
  const { root, notices } = readToml(path, text);
  const doubts: Doubts = { path, text, notices: [] };
  const targets = [...entriesOf(member(root, 'target'))].map(([, { value }]) => value);
  const owners = [root, member(root, 'workspace'), ...targets];
  const components = owners.flatMap((owner) =>
    sections.flatMap(([section, dev]) =>
      [...entriesOf(member(owner, section))].flatMap(([name, entry]) => crate(name, entry, dev, doubts) ?? []),
    ),
  );
  return { components, notices: [...notices, ...doubts.notices] };
}

function crate(key: string, entry: JsonEntry, dev: boolean, doubts: Doubts): Component | undefined {
  const { value } = entry;
  const version = value.kind === 'object' ? member(value, 'version') : value;
  const range = stringOf(version);
  const real = stringOf(member(value, 'package'));
  return declaration(
    'crates',
    {
      name: real ?? key,
      alias: real === undefined ? undefined : key,
      version: range?.startsWith('=') === true ? range.slice(1).trim() : undefined,
      range,
      at: { start: entry.keyStart, end: value.end },
      rangeAt: version === undefined || range === undefined ? undefined : insideQuotes(doubts.path, version),
      whole: value.start < entry.keyStart ? undefined : wholeLines(doubts.text, entry.keyStart, value.end),
      origin: originOf(value, range),
      dev,
    },
    doubts,
  );
}

function originOf(value: Json, range: string | undefined): Component['origin'] {
  if (member(value, 'git') !== undefined) return 'git';
  if (member(value, 'path') !== undefined && range === undefined) return 'path';
  return range === undefined ? 'unknown' : 'registry';
}

/** Cargo's lockfile. */
export const cargoLock: Format = {
  name: 'cargo-lock',
  ecosystem: 'crates',
  kind: 'lockfile',
  matches: (path) => fileName(path) === 'Cargo.lock',
  parse: parseLock,
  manifests: ['Cargo.toml'],
};

interface Package {
  readonly table: JsonObject;
  readonly name: string;
  readonly version: string;
  readonly requires: readonly string[];
}

function parseLock(source: Source): Parsed {
  const { root, notices } = readToml(source.path, source.text);
  const doubts: Doubts = { path: source.path, text: source.text, notices: [] };
  const list = member(root, 'package');
  const packages = (list?.kind === 'array' ? list.items : []).flatMap((item) => packageOf(item) ?? []);
  const ids = new Map<string, string>();
  for (const { name, version } of packages)
    ids.set(name, `${name} ${version}`).set(`${name} ${version}`, `${name} ${version}`);
  const nodes = packages.flatMap((one) => nodeOf(one, ids, doubts) ?? []);
  const components = withPaths(nodes, rootsOf(packages, ids, besideDeclared(source, [cargo])));
  return { components, notices: [...notices, ...doubts.notices] };
}

function packageOf(item: Json): Package | undefined {
  const name = stringOf(member(item, 'name'));
  const version = stringOf(member(item, 'version'));
  if (item.kind !== 'object' || name === undefined || version === undefined) return undefined;
  const requires = stringsOf(member(item, 'dependencies')).map(({ value }) => String(value).split(' ', 2).join(' '));
  return { table: item, name, version, requires };
}

function nodeOf(
  { table, name, version, requires }: Package,
  ids: ReadonlyMap<string, string>,
  doubts: Doubts,
): LockNode | undefined {
  const source = stringOf(member(table, 'source'));
  const entry = table.entries.get('name');
  if (source === undefined || entry === undefined) return undefined;
  const checksum = stringOf(member(table, 'checksum'));
  const component = componentFrom(
    'crates',
    {
      name,
      version,
      at: { start: entry.keyStart, end: entry.value.end },
      origin: source.startsWith('git+') ? 'git' : 'registry',
      resolvedUrl: source.replace(/^(?:registry|sparse)\+/, ''),
      integrity: checksum === undefined ? undefined : [`sha256:${checksum}`],
    },
    doubts,
  );
  if (component === undefined) return undefined;
  return { id: `${name} ${version}`, component, requires: requires.flatMap((key) => ids.get(key) ?? []) };
}

/** Packages without a source are the workspace's own; what only their tests need is said by the manifest. */
function rootsOf(
  packages: readonly Package[],
  ids: ReadonlyMap<string, string>,
  declared: readonly Component[] | undefined,
): Roots {
  const own = packages.filter(({ table }) => member(table, 'source') === undefined);
  const dev = new Set(declared?.filter((component) => component.dev).map((component) => component.name));
  for (const component of declared ?? []) if (!component.dev) dev.delete(component.name);
  const direct = own.flatMap(({ requires }) => requires);
  const idsOf = (inDev: boolean): readonly string[] =>
    direct.filter((key) => dev.has(key.split(' ', 1)[0] ?? '') === inDev).flatMap((key) => ids.get(key) ?? []);
  return { runtime: idsOf(false), dev: idsOf(true) };
}

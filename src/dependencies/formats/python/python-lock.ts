import type { Json, JsonObject } from '../../../notation/json/node.js';
import { entriesOf, member, stringOf, stringsOf } from '../../../notation/json/positions.js';
import { readToml } from '../../../notation/toml/toml.js';
import type { Component, Requirement } from '../../component.js';
import { type Format, fileName, type Parsed, type Source } from '../../format.js';
import { componentFrom } from '../../reading/draft.js';
import { type LockNode, type Roots, withPaths } from '../../reading/graph.js';
import { type Doubts, packageName } from '../../reading/names.js';
import { readRequirement } from '../../reading/pep508.js';
import { besideDeclared, rootsByName } from '../beside.js';
import { pyproject } from './pyproject.js';

const files = ['poetry.lock', 'uv.lock', 'pdm.lock'];

/** The TOML lockfiles of Python: poetry, uv and pdm. */
export const pythonLock: Format = {
  name: 'python-lock',
  ecosystem: 'pypi',
  kind: 'lockfile',
  matches: (path) => files.includes(fileName(path)),
  parse,
  manifests: ['pyproject.toml'],
};

function parse(source: Source): Parsed {
  const { root, notices } = readToml(source.path, source.text);
  const doubts: Doubts = { path: source.path, text: source.text, notices: [] };
  const packages = member(root, 'package');
  const tables =
    packages?.kind === 'array' ? packages.items.flatMap((item) => (item.kind === 'object' ? [item] : [])) : [];
  const oldHashes = member(member(root, 'metadata'), 'files');
  const nodes = tables.flatMap((table) => nodeOf(table, oldHashes, doubts) ?? []);
  const roots = projectRoots(tables) ?? rootsByName(besideDeclared(source, [pyproject]));
  return { components: withPaths(nodes, roots), notices: [...notices, ...doubts.notices] };
}

function nodeOf(table: JsonObject, oldHashes: Json | undefined, doubts: Doubts): LockNode | undefined {
  const nameEntry = table.entries.get('name');
  const name = stringOf(nameEntry?.value);
  const origin = originOf(member(table, 'source'));
  if (nameEntry === undefined || name === undefined || origin === 'path') return undefined;
  const accepts = requirementsOf(table);
  const hashes = hashesOf(table, member(oldHashes, name));
  const dev = isDev(table);
  const component = componentFrom(
    'pypi',
    {
      name,
      version: stringOf(member(table, 'version')),
      at: { start: nameEntry.keyStart, end: nameEntry.value.end },
      origin,
      dev: dev ?? false,
      integrity: hashes.length === 0 ? undefined : hashes,
      resolvedUrl: stringOf(member(member(table, 'sdist'), 'url')),
      published: publishedOf(table),
      accepts,
    },
    doubts,
  );
  if (component === undefined) return undefined;
  const requires = accepts.flatMap((required) => packageName('pypi', required.name) ?? []);
  return { id: component.name, component, requires, devKnown: dev !== undefined };
}

/** poetry 1 has a category, poetry 2 and pdm have groups. */
function isDev(table: JsonObject): boolean | undefined {
  const category = stringOf(member(table, 'category'));
  if (category !== undefined) return category === 'dev';
  const groups = stringsOf(member(table, 'groups')).map(({ value }) => value);
  return groups.length === 0 ? undefined : !groups.includes('main') && !groups.includes('default');
}

function originOf(source: Json | undefined): Component['origin'] {
  if (source === undefined) return 'registry';
  const type = stringOf(member(source, 'type'));
  if (type === 'git' || member(source, 'git') !== undefined) return 'git';
  if (type === 'url' || member(source, 'url')?.kind === 'scalar') return type === 'legacy' ? 'registry' : 'url';
  const local = ['virtual', 'editable', 'directory', 'path'].some((key) => member(source, key) !== undefined);
  return local || type === 'directory' || type === 'file' ? 'path' : 'registry';
}

/** A table of names (poetry), inline tables with a name (uv), or requirement texts (pdm). */
function requirementsOf(table: JsonObject): readonly Requirement[] {
  const found = member(table, 'dependencies');
  if (found?.kind === 'object') {
    return [...entriesOf(found)].map(([name, { value }]) => ({
      name,
      range: stringOf(value) ?? stringOf(member(value, 'version')) ?? '',
    }));
  }
  const optional = [...entriesOf(member(table, 'optional-dependencies'))].flatMap(([, { value }]) => namesIn(value));
  return [...namesIn(found), ...optional];
}

function namesIn(list: Json | undefined): readonly Requirement[] {
  if (list?.kind !== 'array') return [];
  return list.items.flatMap((item) => {
    if (item.kind === 'object') return [{ name: stringOf(member(item, 'name')) ?? '', range: '' }];
    const requirement = readRequirement(stringOf(item) ?? '');
    return requirement === undefined ? [] : [{ name: requirement.name, range: requirement.range }];
  });
}

function hashesOf(table: JsonObject, old: Json | undefined): readonly string[] {
  const lists = [member(table, 'files'), member(table, 'wheels'), old];
  const items = lists.flatMap((list) => (list?.kind === 'array' ? list.items : []));
  return [member(table, 'sdist'), ...items].flatMap((item) => stringOf(member(item, 'hash')) ?? []);
}

/** uv tells of each file when it was uploaded; files that follow later are of the same release. */
function publishedOf(table: JsonObject): string | undefined {
  const wheels = member(table, 'wheels');
  const files = [member(table, 'sdist'), ...(wheels?.kind === 'array' ? wheels.items : [])];
  const moments = files.flatMap(
    (file) => stringOf(member(file, 'upload-time')) ?? stringOf(member(file, 'upload_time')) ?? [],
  );
  return moments.sort()[0];
}

/** uv lists the project itself as a package with a local source. */
function projectRoots(tables: readonly JsonObject[]): Roots | undefined {
  const own = tables.filter(
    (table) => member(table, 'source') !== undefined && originOf(member(table, 'source')) === 'path',
  );
  if (own.length === 0) return undefined;
  const normal = (required: readonly Requirement[]): readonly string[] =>
    required.flatMap(({ name }) => packageName('pypi', name) ?? []);
  const groups = own.flatMap((table) => [...entriesOf(member(table, 'dev-dependencies'))]);
  return {
    runtime: own.flatMap((table) => normal(requirementsOf(table))),
    dev: groups.flatMap(([, { value }]) => normal(namesIn(value))),
  };
}

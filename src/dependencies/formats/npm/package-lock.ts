import type { Json, JsonEntry } from '../../../notation/json/node.js';
import { entriesOf, isTrue, member, readJson, stringOf } from '../../../notation/json/positions.js';
import type { Component, Requirement } from '../../component.js';
import { type Format, fileName, type Parsed, type Source } from '../../format.js';
import { componentFrom, type LockComponent } from '../../reading/draft.js';
import { type LockNode, type Roots, withPaths } from '../../reading/graph.js';
import type { Doubts } from '../../reading/names.js';
import { declaredBeside } from './npm-workspaces.js';
import { originOf } from './package-json.js';
import { nodesOfTree, treeRoots } from './package-lock-v1.js';

/** npm's lockfile, versions 1 to 3. */
export const packageLock: Format = {
  name: 'package-lock',
  ecosystem: 'npm',
  kind: 'lockfile',
  matches: (path) => ['package-lock.json', 'npm-shrinkwrap.json'].includes(fileName(path)),
  parse,
  manifests: ['package.json'],
};

function parse(source: Source): Parsed {
  const { path, text } = source;
  const { root, notices } = readJson(path, text);
  const doubts: Doubts = { path, text, notices: [] };
  const packages = member(root, 'packages');
  const components =
    packages?.kind === 'object'
      ? fromPackages(packages, doubts)
      : withPaths(nodesOfTree(member(root, 'dependencies'), doubts), treeRoots(declaredBeside(source)));
  return {
    components,
    rooted: packages?.kind === 'object',
    ...askedOf(packages),
    notices: [...notices, ...doubts.notices],
  };
}

const marker = 'node_modules/';

function fromPackages(packages: Json, doubts: Doubts): Component[] {
  const places = placesOf(packages);
  return withPaths(nodesOf(packages, places, doubts), rootsOf(packages, places));
}

function nodesOf(packages: Json, places: Places, doubts: Doubts): readonly LockNode[] {
  return [...entriesOf(packages)].flatMap(([place, entry]) => {
    const inside = place.lastIndexOf(marker);
    if (inside === -1) return [];
    const requires = requirementsOf(entry.value);
    const component = lockComponent(place.slice(inside + marker.length), entry, requires, doubts);
    if (component === undefined) return [];
    return [{ id: place, component, requires: requiredPlaces(place, requires, places), devKnown: true }];
  });
}

function lockComponent(
  key: string,
  entry: JsonEntry,
  accepts: readonly Requirement[],
  doubts: Doubts,
): LockComponent | undefined {
  const { value } = entry;
  if (isTrue(member(value, 'link'))) return undefined;
  const resolvedUrl = stringOf(member(value, 'resolved'));
  const integrity = stringOf(member(value, 'integrity'));
  const version = stringOf(member(value, 'version'));
  const real = stringOf(member(value, 'name')) ?? key;
  return componentFrom(
    'npm',
    {
      name: real,
      alias: real === key ? undefined : key,
      version,
      at: { start: entry.keyStart, end: entry.keyEnd },
      origin: lockOrigin(resolvedUrl),
      dev: isTrue(member(value, 'dev')),
      peer: isTrue(member(value, 'peer')),
      bundled: isTrue(member(value, 'inBundle')),
      installScript: isTrue(member(value, 'hasInstallScript')),
      resolvedUrl,
      integrity: integrity?.split(' '),
      accepts,
    },
    doubts,
  );
}

/** A tarball address is the registry's until a policy says otherwise; only git and files are not. */
function lockOrigin(resolvedUrl: string | undefined) {
  const origin = resolvedUrl === undefined ? 'registry' : originOf(resolvedUrl);
  return origin === 'url' ? 'registry' : origin;
}

const dependencyKeys = ['dependencies', 'optionalDependencies', 'peerDependencies'];

function requirementsOf(value: Json, keys: readonly string[] = dependencyKeys): readonly Requirement[] {
  return keys.flatMap((key) =>
    [...entriesOf(member(value, key))].map(([name, { value: range }]) => ({ name, range: stringOf(range) ?? '' })),
  );
}

interface Places {
  /** All places, with links followed to the folders they stand for. */
  readonly at: ReadonlyMap<string, string>;
  /** The folders that hold packages of their own. */
  readonly hosts: ReadonlySet<string>;
}

function placesOf(packages: Json): Places {
  const at = new Map<string, string>();
  const hosts = new Set(['']);
  for (const [place, { value }] of entriesOf(packages)) {
    const target = isTrue(member(value, 'link')) ? stringOf(member(value, 'resolved')) : undefined;
    at.set(place, target ?? place);
    const inside = place.lastIndexOf(marker);
    if (inside > 0) hosts.add(place.slice(0, inside - 1));
  }
  return { at, hosts };
}

/** Node's own search: the package's own folder first, then each folder above. */
function placeFor(from: string, name: string, { at, hosts }: Places): string | undefined {
  let folder = from;
  for (;;) {
    const found = hosts.has(folder) ? at.get(folder === '' ? marker + name : `${folder}/${marker}${name}`) : undefined;
    if (found !== undefined) return found;
    if (folder === '') return undefined;
    const up = folder.lastIndexOf(marker);
    folder = up === -1 ? '' : folder.slice(0, Math.max(0, up - 1));
  }
}

function requiredPlaces(from: string, requires: readonly Requirement[], places: Places): string[] {
  return requires.flatMap(({ name }) => placeFor(from, name, places) ?? []);
}

/** What the manifests said when the lockfile was written. */
function askedOf(packages: Json | undefined): Pick<Parsed, 'asked'> {
  if (packages?.kind !== 'object') return {};
  return {
    asked: rootsIn(packages).flatMap(([, { value }]) => requirementsOf(value, [...dependencyKeys, 'devDependencies'])),
  };
}

function rootsIn(packages: Json): readonly (readonly [string, JsonEntry])[] {
  return [...entriesOf(packages)].filter(([place]) => !place.includes(marker));
}

/** The root and every workspace folder declare direct dependencies. */
function rootsOf(packages: Json, places: Places): Roots {
  const roots = rootsIn(packages);
  const placesIn = (keys: readonly string[]): readonly string[] =>
    roots.flatMap(([place, { value }]) => requiredPlaces(place, requirementsOf(value, keys), places));
  return { runtime: placesIn(dependencyKeys), dev: placesIn(['devDependencies']) };
}

import { childOf, flowEntries, type OutlineNode } from '../../../notation/yaml/outline.js';
import { outlineOf } from '../../../notation/yaml/outlined.js';
import type { Requirement } from '../../component.js';
import { type Format, fileName, type Parsed, type Source } from '../../format.js';
import { componentFrom } from '../../reading/draft.js';
import { type LockNode, type Roots, withPaths } from '../../reading/graph.js';
import type { Doubts } from '../../reading/names.js';
import { type PnpmPackage, pnpmPackage } from './pnpm-path.js';

/** pnpm's lockfile, versions 5 to 9. */
export const pnpmLock: Format = {
  name: 'pnpm-lock',
  ecosystem: 'npm',
  kind: 'lockfile',
  matches: (path) => fileName(path) === 'pnpm-lock.yaml',
  parse,
  manifests: ['package.json'],
};

function parse({ path, text }: Source): Parsed {
  const { nodes: root, notices } = outlineOf({ path, text });
  const section = (key: string): OutlineNode | undefined => root.find((node) => node.key === key);
  const doubts: Doubts = { path, text, notices: [] };
  const snapshots = new Map<string, OutlineNode[]>();
  for (const node of section('snapshots')?.children ?? []) {
    const id = pnpmPackage(node.key)?.id ?? node.key;
    snapshots.set(id, [...(snapshots.get(id) ?? []), node]);
  }
  const times = timesIn(section('time'));
  const seen = new Set<string>();
  const packages = (section('packages')?.children ?? []).flatMap((node) => {
    const found = pnpmPackage(node.key);
    if (found === undefined || seen.has(found.id)) return [];
    seen.add(found.id);
    const published = times.get(found.id);
    return nodeOf({ node, found, snapshots: snapshots.get(found.id) ?? [node], published }, doubts) ?? [];
  });
  const all = [...notices, ...doubts.notices];
  return { components: withPaths(packages, rootsOf(root)), rooted: true, asked: askedOf(root), notices: all };
}

/** With time-based resolution the lockfile says when each version was published. */
function timesIn(section: OutlineNode | undefined): ReadonlyMap<string, string> {
  const times = section?.children ?? [];
  return new Map(times.map(({ key, value }) => [pnpmPackage(key)?.id ?? key, value]));
}

interface Entry {
  readonly node: OutlineNode;
  readonly found: PnpmPackage;
  readonly snapshots: readonly OutlineNode[];
  readonly published: string | undefined;
}

function nodeOf({ node, found, snapshots, published }: Entry, doubts: Doubts): LockNode | undefined {
  const resolution = resolutionOf(node);
  if (resolution.has('directory')) return undefined;
  const git = resolution.has('commit') || resolution.get('type') === 'git';
  const tarball = resolution.get('tarball');
  const integrity = resolution.get('integrity');
  const accepts = snapshots.flatMap(requirementsOf);
  const version = childOf(node, 'version')?.value ?? found.version;
  const component = componentFrom(
    'npm',
    {
      name: childOf(node, 'name')?.value ?? found.name,
      version: found.remote && childOf(node, 'version') === undefined ? undefined : version,
      at: { start: node.keyStart, end: node.keyEnd },
      origin: git ? 'git' : found.remote ? 'url' : 'registry',
      dev: childOf(node, 'dev')?.value === 'true',
      installScript: childOf(node, 'requiresBuild')?.value === 'true',
      resolvedUrl: tarball,
      published,
      integrity: integrity === undefined ? undefined : [integrity],
      accepts,
    },
    doubts,
  );
  if (component === undefined) return undefined;
  const requires = accepts.flatMap(({ name, range }) => idOf(name, range));
  return { id: found.id, component, requires, devKnown: childOf(node, 'dev') !== undefined };
}

function resolutionOf(node: OutlineNode): ReadonlyMap<string, string> {
  const resolution = childOf(node, 'resolution');
  if (resolution === undefined) return new Map();
  if (resolution.children.length === 0) return flowEntries(resolution.value);
  return new Map(resolution.children.map(({ key, value }) => [key, value]));
}

function requirementsOf(node: OutlineNode): readonly Requirement[] {
  return ['dependencies', 'optionalDependencies'].flatMap((key) =>
    (childOf(node, key)?.children ?? []).map((child) => ({ name: child.key, range: child.value })),
  );
}

/** The id of the package that a resolved version stands for; aliases and addresses name the whole package. */
function idOf(name: string, version: string): string {
  if (/^(?:\/|@|[a-z][^@()]{0,300}@)/.test(version)) return pnpmPackage(version)?.id ?? version;
  const plain = /^\d/.test(version) ? (version.split('_', 1)[0] ?? version) : version;
  return pnpmPackage(`${name}@${plain}`)?.id ?? `${name}@${plain}`;
}

interface Owner {
  readonly children: readonly OutlineNode[];
}

function ownersIn(root: readonly OutlineNode[]): readonly Owner[] {
  return root.find((node) => node.key === 'importers')?.children ?? [{ children: root }];
}

/** Version 5 keeps the ranges in a section of their own, later ones beside the version. */
function askedOf(root: readonly OutlineNode[]): readonly Requirement[] {
  return ownersIn(root)
    .flatMap(({ children }) => children)
    .filter(({ key }) => /^specifiers$|ependencies$/.test(key))
    .flatMap(({ key, children }) =>
      children.map((node) => ({
        name: node.key,
        range: key === 'specifiers' ? node.value : (childOf(node, 'specifier')?.value ?? ''),
      })),
    )
    .filter(({ range }) => range !== '');
}

function rootsOf(root: readonly OutlineNode[]): Roots {
  const owners = ownersIn(root);
  const idsIn = (...keys: readonly string[]): readonly string[] =>
    owners.flatMap(({ children }) =>
      children.filter((node) => keys.includes(node.key)).flatMap((node) => node.children.map(rootId)),
    );
  return { runtime: idsIn('dependencies', 'optionalDependencies'), dev: idsIn('devDependencies') };
}

/** Version 5 writes `name: version`, later ones a specifier and a version below the name. */
function rootId(node: OutlineNode): string {
  return idOf(node.key, childOf(node, 'version')?.value ?? node.value);
}

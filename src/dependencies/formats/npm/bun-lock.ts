import type { Json, JsonEntry } from '../../../notation/json/node.js';
import { entriesOf, member, readJson, stringOf } from '../../../notation/json/positions.js';
import { unread } from '../../../notation/text.js';
import type { Requirement } from '../../component.js';
import { type Format, fileName, type Parsed, type Source } from '../../format.js';
import { componentFrom } from '../../reading/draft.js';
import { type LockNode, type Roots, withPaths } from '../../reading/graph.js';
import type { Doubts } from '../../reading/names.js';
import { originOf, splitAlias } from './package-json.js';

/** bun's text lockfile. */
export const bunLock: Format = {
  name: 'bun-lock',
  ecosystem: 'npm',
  kind: 'lockfile',
  matches: (path) => fileName(path) === 'bun.lock',
  parse,
  manifests: ['package.json'],
};

const sections = ['dependencies', 'optionalDependencies', 'peerDependencies'];

/** bun's binary lockfile, which is only told. */
export const bunBinaryLock: Format = {
  name: 'bun-lockb',
  ecosystem: 'npm',
  kind: 'lockfile',
  matches: (path) => fileName(path) === 'bun.lockb',
  parse: ({ path }) => ({
    components: [],
    notices: [
      unread(path, 1, 'This binary lockfile was not reviewed. Write it as text: `bun install --save-text-lockfile`.'),
    ],
  }),
};

function parse({ path, text }: Source): Parsed {
  const { root, notices } = readJson(path, text);
  const doubts: Doubts = { path, text, notices: [] };
  const packages = member(root, 'packages');
  const workspaces = member(root, 'workspaces');
  const keys = new Set([...entriesOf(packages)].map(([key]) => key));
  const nodes = [...entriesOf(packages)].flatMap(([key, entry]) => nodeOf(key, entry, keys, doubts) ?? []);
  return {
    components: withPaths(nodes, rootsOf(workspaces, keys)),
    asked: [...entriesOf(workspaces)].flatMap(([, { value }]) =>
      requirementsOf(value, [...sections, 'devDependencies']),
    ),
    notices: [...notices, ...doubts.notices],
  };
}

function nodeOf(key: string, entry: JsonEntry, keys: ReadonlySet<string>, doubts: Doubts): LockNode | undefined {
  const items = entry.value.kind === 'array' ? entry.value.items : [];
  const { name, range } = splitAlias(stringOf(items[0]) ?? '');
  const origin = originOf(range);
  if (name === '' || origin === 'path') return undefined;
  const meta = items.find((item) => item.kind === 'object');
  const integrity = items
    .slice(1)
    .map(stringOf)
    .find((text) => /^sha\d{1,3}-/.test(text ?? ''));
  const address = stringOf(items[1]);
  const accepts = requirementsOf(meta, sections);
  const alias = key.slice(nameStart(key));
  const component = componentFrom(
    'npm',
    {
      name,
      alias: alias === name ? undefined : alias,
      version: origin === 'registry' ? range : undefined,
      at: { start: entry.keyStart, end: entry.value.end },
      origin,
      resolvedUrl: address?.startsWith('http') === true ? address : undefined,
      integrity: integrity === undefined ? undefined : [integrity],
      accepts,
    },
    doubts,
  );
  if (component === undefined) return undefined;
  return { id: key, component, requires: accepts.flatMap(({ name: wanted }) => placeFor(key, wanted, keys) ?? []) };
}

function requirementsOf(node: Json | undefined, keys: readonly string[]): readonly Requirement[] {
  return keys.flatMap((section) =>
    [...entriesOf(member(node, section))].map(([name, { value }]) => ({ name, range: stringOf(value) ?? '' })),
  );
}

/** A key is the way to a nested package: `a/b`, `@s/a/@s/b`. */
function nameStart(key: string): number {
  const slash = key.lastIndexOf('/');
  const scope = key.lastIndexOf('/', slash - 1) + 1;
  return key[scope] === '@' ? scope : slash + 1;
}

function placeFor(from: string, name: string, keys: ReadonlySet<string>): string | undefined {
  let folder = from;
  while (folder !== '') {
    if (keys.has(`${folder}/${name}`)) return `${folder}/${name}`;
    folder = folder.slice(0, Math.max(0, nameStart(folder) - 1));
  }
  return keys.has(name) ? name : undefined;
}

function rootsOf(workspaces: Json | undefined, keys: ReadonlySet<string>): Roots {
  const owners = [...entriesOf(workspaces)].map(([, { value }]) => value);
  const idsIn = (...names: readonly string[]): readonly string[] =>
    owners.flatMap((owner) =>
      requirementsOf(owner, names).flatMap(({ name }) => {
        const nested = `${stringOf(member(owner, 'name')) ?? ''}/${name}`;
        return keys.has(nested) ? nested : keys.has(name) ? name : [];
      }),
    );
  return { runtime: idsIn(...sections), dev: idsIn('devDependencies') };
}

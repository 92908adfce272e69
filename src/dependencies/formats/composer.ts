import type { JsonObject } from '../../notation/json/node.js';
import { entriesOf, insideQuotes, member, readJson, stringOf } from '../../notation/json/positions.js';
import { type Format, fileName, type Parsed, type Source } from '../format.js';
import { componentFrom, declaration } from '../reading/draft.js';
import { type LockNode, withPaths } from '../reading/graph.js';
import type { Doubts } from '../reading/names.js';
import { besideDeclared, rootsByName } from './beside.js';

/** Composer's manifest. */
export const composer: Format = {
  name: 'composer',
  ecosystem: 'packagist',
  kind: 'manifest',
  matches: (path) => fileName(path) === 'composer.json',
  parse: ({ path, text }) => {
    const { root, notices } = readJson(path, text);
    const doubts: Doubts = { path, text, notices: [] };
    const components = ['require', 'require-dev'].flatMap((section) =>
      [...entriesOf(member(root, section))].flatMap(([name, entry]) => {
        const range = stringOf(entry.value);
        if (!name.includes('/') || range === undefined) return [];
        const version = /^v?(\d{1,9}(?:\.\d{1,9}){2,3}(?:-[\w.]{1,50})?)$/.exec(range)?.[1];
        const at = { start: entry.keyStart, end: entry.value.end };
        const rangeAt = insideQuotes(path, entry.value);
        const dev = section === 'require-dev';
        return declaration('packagist', { name, version, range, at, rangeAt, dev }, doubts) ?? [];
      }),
    );
    return { components, notices: [...notices, ...doubts.notices] };
  },
  lockfiles: ['composer.lock'],
};

/** Composer's lockfile. */
export const composerLock: Format = {
  name: 'composer-lock',
  ecosystem: 'packagist',
  kind: 'lockfile',
  matches: (path) => fileName(path) === 'composer.lock',
  parse: parseLock,
  manifests: ['composer.json'],
};

function parseLock(source: Source): Parsed {
  const { root, notices } = readJson(source.path, source.text);
  const doubts: Doubts = { path: source.path, text: source.text, notices: [] };
  const nodes = ['packages', 'packages-dev'].flatMap((section) => {
    const list = member(root, section);
    const tables = list?.kind === 'array' ? list.items : [];
    return tables.flatMap((item) =>
      item.kind === 'object' ? (nodeOf(item, section !== 'packages', doubts) ?? []) : [],
    );
  });
  const components = withPaths(nodes, rootsByName(besideDeclared(source, [composer])));
  return { components, notices: [...notices, ...doubts.notices] };
}

function nodeOf(item: JsonObject, dev: boolean, doubts: Doubts): LockNode | undefined {
  const entry = item.entries.get('name');
  const name = stringOf(entry?.value);
  if (entry === undefined || name === undefined) return undefined;
  const dist = member(item, 'dist');
  const shasum = stringOf(member(dist, 'shasum'));
  const accepts = [...entriesOf(member(item, 'require'))].map(([required, { value }]) => ({
    name: required,
    range: stringOf(value) ?? '',
  }));
  const component = componentFrom(
    'packagist',
    {
      name,
      version: stringOf(member(item, 'version'))?.replace(/^v/, ''),
      at: { start: entry.keyStart, end: entry.value.end },
      origin: stringOf(member(dist, 'type')) === 'path' ? 'path' : 'registry',
      resolvedUrl: stringOf(member(dist, 'url')),
      published: stringOf(member(item, 'time')),
      integrity: shasum === undefined || shasum === '' ? undefined : [`sha1:${shasum}`],
      dev,
      accepts,
    },
    doubts,
  );
  if (component === undefined) return undefined;
  return { id: component.name, component, requires: accepts.map((one) => one.name.toLowerCase()), devKnown: true };
}

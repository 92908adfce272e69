import type { XmlElement } from '@rgrove/parse-xml';
import type { JsonEntry } from '../../notation/json/node.js';
import { entriesOf, member, readJson, stringOf } from '../../notation/json/positions.js';
import { attribute, descendants, elementAt, readXml, wordOf } from '../../notation/xml/xml.js';
import type { Component } from '../component.js';
import { type Format, fileName, type Parsed, type Source } from '../format.js';
import { componentFrom, declaration, wholeLines } from '../reading/draft.js';
import { type LockNode, withPaths } from '../reading/graph.js';
import type { Doubts } from '../reading/names.js';

/** .NET project files: package references, central versions, and the older `packages.config`. */
export const nuget: Format = {
  name: 'nuget',
  ecosystem: 'nuget',
  kind: 'manifest',
  matches: (path) =>
    /\.(?:cs|fs|vb)proj$/.test(path) || ['packages.config', 'Directory.Packages.props'].includes(fileName(path)),
  parse,
  lockfiles: ['packages.lock.json'],
};

function parse({ path, text }: Source): Parsed {
  const { root, notices } = readXml(path, text);
  const doubts: Doubts = { path, text, notices: [] };
  const references = ['PackageReference', 'PackageVersion', 'GlobalPackageReference', 'package'];
  const components = references.flatMap((name) =>
    descendants(root, name).flatMap((element) => reference(element, doubts) ?? []),
  );
  return { components, notices: [...notices, ...doubts.notices] };
}

function reference(element: XmlElement, doubts: Doubts): Component | undefined {
  const word = (name: string) => attribute(element, name, doubts.text);
  const name = word('Include') ?? word('Update') ?? word('id');
  const version =
    word('VersionOverride') ?? word('Version') ?? word('version') ?? wordOf(elementAt(element, 'Version'), doubts.text);
  if (name === undefined) return undefined;
  const exact = version === undefined ? undefined : /^\[?(\d[\w.+-]{0,100})\]?$/.exec(version.text)?.[1];
  const priv = word('PrivateAssets')?.text ?? wordOf(elementAt(element, 'PrivateAssets'), doubts.text)?.text;
  return declaration(
    'nuget',
    {
      name: name.text,
      version: exact,
      range: version?.text,
      at: { start: element.start, end: element.end },
      rangeAt: version === undefined ? undefined : { start: version.start, end: version.end },
      whole: wholeLines(doubts.text, element.start, element.end),
      origin: version === undefined || version.text.includes('$(') ? 'unknown' : 'registry',
      dev: priv?.toLowerCase() === 'all' || word('developmentDependency')?.text === 'true',
    },
    doubts,
  );
}

/** NuGet's lockfile, one section for each target framework. */
export const nugetLock: Format = {
  name: 'nuget-lock',
  ecosystem: 'nuget',
  kind: 'lockfile',
  matches: (path) => fileName(path) === 'packages.lock.json',
  parse: ({ path, text }) => {
    const { root, notices } = readJson(path, text);
    const doubts: Doubts = { path, text, notices: [] };
    const frameworks = [...entriesOf(member(root, 'dependencies'))];
    const found = frameworks.flatMap(([framework, { value }]) => lockedIn(framework, [...entriesOf(value)], doubts));
    const seen = new Set<string>();
    const components = found.filter(({ name, version }) => {
      const key = `${name}@${version}`;
      return !seen.has(key) && seen.add(key);
    });
    return { components, notices: [...notices, ...doubts.notices] };
  },
  manifests: [],
};

function lockedIn(framework: string, entries: readonly [string, JsonEntry][], doubts: Doubts): readonly Component[] {
  const id = (name: string): string => `${framework} ${name.toLowerCase()}`;
  const direct: string[] = [];
  const nodes = entries.flatMap(([name, entry]): readonly LockNode[] => {
    const type = stringOf(member(entry.value, 'type'));
    if (type === 'Project') return [];
    if (type === 'Direct') direct.push(id(name));
    const hash = stringOf(member(entry.value, 'contentHash'));
    const accepts = [...entriesOf(member(entry.value, 'dependencies'))].map(([required, { value }]) => ({
      name: required,
      range: stringOf(value) ?? '',
    }));
    const component = componentFrom(
      'nuget',
      {
        name,
        version: stringOf(member(entry.value, 'resolved')),
        at: { start: entry.keyStart, end: entry.keyEnd },
        integrity: hash === undefined ? undefined : [`sha512-${hash}`],
        accepts,
      },
      doubts,
    );
    return component === undefined ? [] : [{ id: id(name), component, requires: accepts.map((one) => id(one.name)) }];
  });
  return withPaths(nodes, { runtime: direct, dev: [] });
}

import type { Component, Requirement } from '../../component.js';
import { type Format, fileName, type Parsed, type Source } from '../../format.js';
import { componentFrom } from '../../reading/draft.js';
import { type LockNode, type Roots, withPaths } from '../../reading/graph.js';
import type { Doubts } from '../../reading/names.js';
import { declaredBeside } from './npm-workspaces.js';
import { originOf, splitAlias } from './package-json.js';
import { type YarnEntry, yarnEntries } from './yarn-entries.js';

/** yarn's lockfile, classic and berry. */
export const yarnLock: Format = {
  name: 'yarn-lock',
  ecosystem: 'npm',
  kind: 'lockfile',
  matches: (path) => fileName(path) === 'yarn.lock',
  parse,
  manifests: ['package.json'],
};

function parse(source: Source): Parsed {
  const { path, text } = source;
  const doubts: Doubts = { path, text, notices: [] };
  const entries = yarnEntries(text);
  const ids = new Map(entries.flatMap((entry) => entry.descriptors.map((key) => [key, entry.id] as const)));
  const nodes = entries.flatMap((entry) => nodeOf(entry, ids, doubts) ?? []);
  const asked = entries.flatMap(({ descriptors }) => descriptors.map(splitAlias)).map(withoutProtocol);
  return {
    components: withPaths(nodes, rootsOf(declaredBeside(source), ids)),
    asked,
    ...lockVersionOf(text),
    notices: doubts.notices,
  };
}

/** Yarn 2 and later say the version of their lockfile in a block of its own; version 1 says it in a comment. */
function lockVersionOf(text: string): Pick<Parsed, 'lockVersion'> {
  return /^__metadata:/m.test(text) ? {} : { lockVersion: 'classic' };
}

function withoutProtocol({ name, range }: Requirement): Requirement {
  return { name, range: range.replace(/^npm:/, '') };
}

function nodeOf(entry: YarnEntry, ids: ReadonlyMap<string, string>, doubts: Doubts): LockNode | undefined {
  const resolution = entry.fields.get('resolution');
  const berry = resolution === undefined ? undefined : berryResolution(resolution);
  if (berry?.origin === 'path') return undefined;
  const descriptor = splitAlias(entry.descriptors[0] ?? '');
  const aliased = descriptor.range.startsWith('npm:') && resolution === undefined;
  const name = berry?.name ?? (aliased ? splitAlias(descriptor.range.slice(4)).name : descriptor.name);
  const resolvedUrl = entry.fields.get('resolved') ?? berry?.url;
  const integrity = entry.fields.get('integrity') ?? entry.fields.get('checksum');
  const written = originOf(descriptor.range);
  const component = componentFrom(
    'npm',
    {
      name,
      alias: name === descriptor.name ? undefined : descriptor.name,
      version: entry.fields.get('version'),
      at: entry.at,
      origin: berry?.origin ?? (written === 'url' ? 'registry' : written),
      resolvedUrl,
      integrity: integrity?.split(' '),
      accepts: entry.requires,
    },
    doubts,
  );
  if (component === undefined) return undefined;
  const requires = entry.requires.flatMap((required) => idOf(required, ids) ?? []);
  return { id: entry.id, component, requires };
}

/** `@scope/x@npm:1.2.3`, `x@patch:...`, `x@workspace:packages/x`, `x@https://...#commit=...`. */
function berryResolution(resolution: string): { name: string; origin: Component['origin']; url?: string } {
  const { name, range } = splitAlias(resolution);
  if (range.startsWith('npm:')) {
    const address = /::__archiveUrl=([^:&]{1,2000})/.exec(range)?.[1];
    return { name, origin: 'registry', ...(address !== undefined && { url: decoded(address) }) };
  }
  if (range.startsWith('patch:')) return { name, origin: 'registry' };
  const origin = originOf(range);
  return { name, origin: origin === 'registry' ? 'unknown' : origin, url: range };
}

function decoded(text: string): string {
  return text.replace(/%([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** Berry writes the protocol into its keys, manifests mostly do not. */
function idOf({ name, range }: Requirement, ids: ReadonlyMap<string, string>): string | undefined {
  return ids.get(`${name}@${range}`) ?? ids.get(`${name}@npm:${range}`);
}

function rootsOf(declared: readonly Component[] | undefined, ids: ReadonlyMap<string, string>): Roots | undefined {
  if (declared === undefined) return undefined;
  const idsOf = (dev: boolean): readonly string[] =>
    declared.flatMap((component) => {
      if (component.dev !== dev || component.peer === true) return [];
      const key = component.writtenName ?? component.name;
      const range = component.range ?? '';
      const alias = key === component.name ? range : `npm:${component.name}@${range}`;
      return idOf({ name: key, range: alias }, ids) ?? [];
    });
  return { runtime: idsOf(false), dev: idsOf(true) };
}

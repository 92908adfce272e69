import type { Json, JsonEntry } from '../../../notation/json/node.js';
import { entriesOf, isTrue, member, stringOf } from '../../../notation/json/positions.js';
import type { Component, Requirement } from '../../component.js';
import { componentFrom } from '../../reading/draft.js';
import type { LockNode, Roots } from '../../reading/graph.js';
import type { Doubts } from '../../reading/names.js';
import { originOf, splitAlias } from './package-json.js';

interface Level {
  readonly place: string;
  readonly dependencies: Json | undefined;
  /** Names reachable here and in the levels above, with their places. */
  readonly above: readonly ReadonlyMap<string, string>[];
}

/** The packages of a version 1 lockfile, whose nesting is the tree of folders. */
export function nodesOfTree(dependencies: Json | undefined, doubts: Doubts): readonly LockNode[] {
  const nodes: LockNode[] = [];
  const levels: Level[] = [{ place: '', dependencies, above: [] }];
  for (let level = levels.pop(); level !== undefined; level = levels.pop()) {
    const { place } = level;
    const here = new Map([...entriesOf(level.dependencies)].map(([name]) => [name, `${place}/${name}`]));
    const above = [here, ...level.above];
    for (const [name, entry] of entriesOf(level.dependencies)) {
      const inner = member(entry.value, 'dependencies');
      const nested = new Map([...entriesOf(inner)].map(([key]) => [key, `${place}/${name}/${key}`]));
      const node = nodeOf(`${place}/${name}`, name, entry, { doubts, visible: [nested, ...above] });
      if (node !== undefined) nodes.push(node);
      if (inner !== undefined) levels.push({ place: `${place}/${name}`, dependencies: inner, above });
    }
  }
  return nodes.sort((a, b) => a.component.at.start - b.component.at.start);
}

interface Around {
  readonly doubts: Doubts;
  readonly visible: readonly ReadonlyMap<string, string>[];
}

function nodeOf(id: string, key: string, entry: JsonEntry, { doubts, visible }: Around): LockNode | undefined {
  const { value } = entry;
  const written = stringOf(member(value, 'version'));
  if (isTrue(member(value, 'bundled')) && written === undefined) return undefined;
  const aliased = written?.startsWith('npm:') === true ? splitAlias(written.slice(4)) : undefined;
  const version = aliased?.range ?? written;
  const accepts: readonly Requirement[] = [...entriesOf(member(value, 'requires'))].map(([name, { value: range }]) => ({
    name,
    range: stringOf(range) ?? '',
  }));
  const origin = version === undefined ? 'unknown' : originOf(version);
  const component = componentFrom(
    'npm',
    {
      name: aliased?.name ?? key,
      alias: aliased === undefined ? undefined : key,
      version: origin === 'registry' ? version : undefined,
      at: { start: entry.keyStart, end: entry.keyEnd },
      origin,
      dev: isTrue(member(value, 'dev')),
      bundled: isTrue(member(value, 'bundled')),
      resolvedUrl: stringOf(member(value, 'resolved')),
      integrity: stringOf(member(value, 'integrity'))?.split(' '),
      accepts,
    },
    doubts,
  );
  if (component === undefined) return undefined;
  const requires = accepts.flatMap(({ name }) => visible.find((names) => names.has(name))?.get(name) ?? []);
  return { id, component, requires, devKnown: true };
}

/** Version 1 does not say what is direct; the manifest does. */
export function treeRoots(declared: readonly Component[] | undefined): Roots | undefined {
  if (declared === undefined) return undefined;
  const placesOf = (dev: boolean): readonly string[] =>
    declared.filter((one) => one.dev === dev).map((one) => `/${one.writtenName ?? one.name}`);
  return { runtime: placesOf(false), dev: placesOf(true) };
}

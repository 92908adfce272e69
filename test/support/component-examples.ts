import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from '@jest/globals';
import type { Advisory } from '../../src/dependencies/advisories/advisory.js';
import { advisoryFrom } from '../../src/dependencies/advisories/record.js';
import type { ComponentSet } from '../../src/dependencies/component.js';
import { componentSets } from '../../src/dependencies/component-set.js';
import type { Files } from '../../src/model/files.js';
import { type JudgedProblem, judgeSet } from '../../src/policies/components/judge.js';
import type { ShippingFunction } from '../../src/policies/components/shipping.js';
import type { ComponentPolicy } from '../../src/policies/definition.js';

/** One example of a component policy: a head, perhaps a base, advisories and functions. */
export interface ComponentExample {
  readonly name: string;
  readonly kind: string;
  readonly base: Files | undefined;
  readonly head: Files;
  readonly advisories: readonly Advisory[];
  readonly functions: readonly ShippingFunction[];
}

const root = fileURLToPath(new URL('../../src/policies/', import.meta.url));

/** The folders `bad.*`, `good.*` and `unknown.*` of a policy. */
export function componentExamplesOf(policy: ComponentPolicy): readonly ComponentExample[] {
  const folder = join(root, policy.threat, policy.id);
  const names = readdirSync(folder).filter((name) => /^(?:bad|good|unknown)\./.test(name));
  return names.map((name) => readExample(join(folder, name), name));
}

function readExample(folder: string, name: string): ComponentExample {
  const files = treeOf(folder);
  const json = (path: string): readonly unknown[] => JSON.parse(files.get(path) ?? '[]') as readonly unknown[];
  const side = (prefix: string): Files => {
    const inside = [...files].filter(([path]) => path.startsWith(prefix));
    return filesOf(new Map(inside.map(([path, text]) => [path.slice(prefix.length), text])));
  };
  const base = side('base/');
  return {
    name,
    kind: name.split('.', 1)[0] ?? '',
    base: base.list().length === 0 ? undefined : base,
    head: side('head/'),
    advisories: json('advisories.json').flatMap((record) => advisoryFrom(record) ?? []),
    functions: json('functions.json') as readonly ShippingFunction[],
  };
}

function treeOf(folder: string): ReadonlyMap<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).filter((path) => statSync(path).isFile());
  return new Map(paths.map((path) => [relative(folder, path), readFileSync(path, 'utf8')]));
}

/** Files of an object or map, all at hand. */
export function filesOf(texts: ReadonlyMap<string, string> | Readonly<Record<string, string>>): Files {
  const map = texts instanceof Map ? texts : new Map(Object.entries(texts));
  return { list: () => [...map.keys()].sort(), read: (path) => map.get(path) };
}

/** The component sets of a tree by path. */
export function setsOf(files: Files): ReadonlyMap<string, ComponentSet> {
  return new Map(componentSets(files.list(), files).map((set) => [set.path, set]));
}

export interface Judged {
  readonly policies: readonly ComponentPolicy[];
  readonly advisories?: readonly Advisory[];
  readonly functions?: readonly ShippingFunction[];
  readonly baseFunctions?: readonly ShippingFunction[];
  readonly ownNames?: readonly string[];
}

/** Judges every file of the head against the same file of the base. */
export function judgeTrees(base: Files | undefined, head: Files, judged: Judged): readonly JudgedProblem[] {
  const before = base === undefined ? undefined : setsOf(base);
  return [...setsOf(head).values()].flatMap((set) => {
    const { problems, notices } = judgeSet(before?.get(set.path), set, judged.advisories ?? [], {
      policies: judged.policies,
      date: '2026-11-25',
      functions: judged.functions ?? [],
      ...(judged.baseFunctions !== undefined && { baseFunctions: judged.baseFunctions }),
      ownNames: judged.ownNames ?? [],
    });
    expect(notices).toEqual([]);
    return problems;
  });
}

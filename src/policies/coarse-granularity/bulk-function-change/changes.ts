import type { Stack } from '../../../facts/stack.js';
import type { ServerlessFunction } from '../../../model/function.js';
import { isWithin } from '../../../model/path.js';
import { type Span, spanKey } from '../../../model/span.js';

/** What a function has that it had not: in words, and where it is said. */
interface Difference {
  readonly what: 'a variable' | 'a layer' | 'a permission' | 'a trigger' | 'other code';
  readonly at: Span;
}

interface Change {
  readonly fn: ServerlessFunction;
  readonly differences: readonly Difference[];
}

/** Functions that both sides have and that have more of something, variables, layers, permissions, triggers, or other code. */
export function changesOf(base: Stack, head: Stack, changed: readonly string[]): readonly Change[] {
  const former = new Map(base.functions.map((fn) => [fn.id, fn]));
  const isOther = otherCode(head.functions, changed);
  return head.functions.flatMap((fn) => {
    const before = former.get(fn.id);
    if (before === undefined) return [];
    const differences = differencesOf({ fn: before, stack: base }, { fn, stack: head });
    const code = isOther(fn) ? [{ what: 'other code', at: fn.at } as const] : [];
    const all = [...differences, ...code];
    return all.length === 0 ? [] : [{ fn, differences: all }];
  });
}

const source = /\.(?:[cm]?[jt]sx?|py|java|kt|go|cs|fs|rb|rs|php|scala|swift)$/i;

/** Tells whose code a change touches: the files of a folder that is one function's own, or the file that it starts in. */
function otherCode(
  functions: readonly ServerlessFunction[],
  changed: readonly string[],
): (fn: ServerlessFunction) => boolean {
  const sources = changed.filter((path) => source.test(path) && !path.endsWith('.d.ts'));
  if (sources.length === 0) return () => false;
  const users = new Map<string, number>();
  for (const { codeRoot } of functions)
    if (codeRoot !== undefined) users.set(plain(codeRoot), (users.get(plain(codeRoot)) ?? 0) + 1);
  return ({ codeRoot, handler }) => {
    if (codeRoot === undefined) return false;
    const root = plain(codeRoot);
    const inside = sources.filter((path) => isWithin(path, root));
    if (users.get(root) === 1 && root !== '') return inside.length > 0;
    const start = handler.kind === 'known' ? plain(`${root}/${handler.value.replace(/\.[^./]*$/, '')}`) : undefined;
    return start !== undefined && inside.some((path) => path.replace(/\.[^./]*$/, '') === start);
  };
}

function plain(path: string): string {
  return path.replace(/^(?:\.?\/)+|^\.$|\/+$/g, '');
}

interface Side {
  readonly fn: ServerlessFunction;
  readonly stack: Stack;
}

/** What a function has now and had not: what is taken away breaks less, and needs no look at what it allows. */
function differencesOf(base: Side, head: Side): readonly Difference[] {
  const { fn } = head;
  const variables = new Set(base.fn.environment.map(({ name }) => name));
  const variable = fn.environment.find(({ name }) => !variables.has(name));
  const layer = addedTo(layersOf(base), layersOf(head));
  const grant = addedTo(grantsOf(base), grantsOf(head));
  const trigger = addedTo(triggersOf(base), triggersOf(head));
  return [
    ...(variable ? [{ what: 'a variable', at: variable.nameAt } as const] : []),
    ...(layer ? [{ what: 'a layer', at: layer.at } as const] : []),
    ...(grant ? [{ what: 'a permission', at: grant.at } as const] : []),
    ...(trigger ? [{ what: 'a trigger', at: trigger.at } as const] : []),
  ];
}

function addedTo<T>(base: readonly T[], head: readonly T[]): T | undefined {
  const before = new Set(base.map(contentOf));
  return head.find((one) => !before.has(contentOf(one)));
}

function layersOf({ fn }: Side) {
  return fn.layers.kind === 'known' ? fn.layers.value : [];
}

function triggersOf({ fn, stack }: Side) {
  return stack.triggers.filter((one) => one.function === fn.id);
}

function grantsOf({ fn, stack }: Side) {
  const role = stack.roleOf(fn);
  return role === undefined ? [] : [...role.grants, ...role.named];
}

const places: ReadonlySet<string> = new Set(['at', 'whole', 'origin', 'keyAt', 'nameAt', 'id', 'confidence']);

/** What something says, wherever it stands. */
function contentOf(thing: unknown): string {
  return (
    JSON.stringify(thing, (key, value: unknown) =>
      places.has(key) || typeof value === 'function' ? undefined : value,
    ) ?? ''
  );
}

interface SharedPlace {
  readonly at: Span;
  readonly what: string;
  readonly functions: readonly ServerlessFunction[];
}

const manyFunctions = 3;

/** Lines that add the same to several functions. */
export function sharedPlaces(changes: readonly Change[]): readonly SharedPlace[] {
  const places = new Map<
    string,
    { readonly at: Span; readonly what: string; readonly functions: ServerlessFunction[] }
  >();
  for (const { fn, differences } of changes) {
    for (const { what, at } of differences) {
      // Code is each function's own, wherever it is declared.
      if (what === 'other code') continue;
      const key = `${what} ${spanKey(at)}`;
      const place = places.get(key) ?? { at, what, functions: [] };
      place.functions.push(fn);
      places.set(key, place);
    }
  }
  return [...places.values()].filter(({ functions }) => functions.length >= manyFunctions);
}

import type { Span } from '../../../model/span.js';
import { type Case, type Expression, isNull, nothing, opaque, type Properties, type Property } from './expression.js';
import { resolve } from './scope.js';

/** What one place gives, and by which word that place is told from others. Nothing is given where there is no value. */
export interface Given {
  readonly label: string;
  readonly value: Expression | undefined;
  /** Where nothing is given. */
  readonly at: Span;
}

const deepest = 4;
const mostProperties = 60;

/** What several places give: the same thing, or one of several; of objects, property by property. */
export function merged(given: readonly Given[], depth = 0): Expression {
  const [first] = given;
  if (first === undefined) throw new Error('Nothing is merged.');
  const at = first.value?.at ?? first.at;
  const resolved = given.map(({ value }) => value && resolve(value));
  const [one] = resolved;
  if (one !== undefined && resolved.every((other) => other !== undefined && isSame(one, other)))
    return first.value ?? one;
  const isMap = resolved.some((value) => value?.kind === 'properties');
  const maps = given.flatMap(({ at: place }, index) => mapOf(resolved[index], place) ?? []);
  if (isMap && maps.length === given.length) return mergedProperties(given, maps, depth);
  const cases: Case[] = given.map(({ label, value, at: place }) => ({
    label,
    value: value ?? nothing(place),
  }));
  return { kind: 'alternative', cases, at };
}

/** Where other places give properties, nothing is none. */
function mapOf(value: Expression | undefined, at: Span): Properties | undefined {
  if (value?.kind === 'properties') return value;
  return value === undefined || isNull(value)
    ? { kind: 'properties', form: 'object', entries: [], open: false, at }
    : undefined;
}

function isSame(a: Expression, b: Expression): boolean {
  if (a === b) return true;
  if (a.kind === 'literal') return b.kind === 'literal' && a.value === b.value;
  if (a.kind === 'call') {
    const isLike = b.kind === 'call' && !a.creates && !b.creates && a.args.length === b.args.length;
    const parts = isLike
      ? [[a.callee, b.callee] as const, ...a.args.map((one, at) => [one, b.args[at] ?? b] as const)]
      : [];
    return isLike && parts.every(([one, other]) => isSame(resolve(one), resolve(other)));
  }
  if (a.kind !== 'member' || b.kind !== 'member' || a.name !== b.name) return false;
  const [of, other] = [resolve(a.of), resolve(b.of)];
  return isSame(of, other) || (of.kind === 'imported' && other.kind === 'imported' && isSameImport(of, other));
}

function isSameImport(a: { module: string; name: string }, b: { module: string; name: string }): boolean {
  return a.module === b.module && a.name === b.name;
}

function mergedProperties(given: readonly Given[], maps: readonly Properties[], depth: number): Expression {
  const [first] = maps;
  const keys = new Set(maps.flatMap(({ entries }) => entries.map(({ key }) => key)));
  if (first === undefined || depth > deepest || keys.size > mostProperties) {
    return opaque(given[0]?.at ?? { path: '', start: 0, end: 0 }, 'given in several ways');
  }
  const entries = [...keys].map((key): Property => {
    const found = maps.map(({ entries }) => entries.findLast((entry) => entry.key === key));
    const keyAt = found.find((entry) => entry !== undefined)?.keyAt ?? first.at;
    const parts = given.map(({ label }, index) => ({
      label,
      value: found[index]?.value ?? unsaid(maps[index]),
      at: maps[index]?.at ?? first.at,
    }));
    return { key, keyAt, value: merged(parts, depth + 1) };
  });
  return { kind: 'properties', form: first.form, entries, open: maps.some(({ open }) => open), at: first.at };
}

/** What an object that is known whole does not say is nothing. */
function unsaid(map: Properties | undefined): Expression | undefined {
  return map?.open === true ? opaque(map.at, 'perhaps given elsewhere') : undefined;
}

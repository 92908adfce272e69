import { type MapEntry, textOf, type Value } from '../../../model/value.js';
import type { Expression, ForExpression } from '../../../notation/hcl/expression.js';
import { lifted } from './choices.js';
import { type Scope, withNames } from './scope.js';
import { isTrue, listOf, mapOf, scalar, unknownValue } from './values.js';

export type Evaluate = (expression: Expression, scope: Scope) => Value;

/** More items than this are not gone through. */
const mostItems = 1000;

/** One round: what the key and the value are. */
export interface Round {
  readonly key: Value;
  readonly value: Value;
}

/** The rounds over a list, a set or a map in the order of its keys; undefined when they are not known. */
export function roundsOver(source: Value): { readonly rounds: readonly Round[]; readonly open: boolean } | undefined {
  if (source.kind === 'list' && source.items.length <= mostItems) {
    const rounds = source.items.map((value, index) => ({ key: source.isSet ? value : scalar(index, value.at), value }));
    return { rounds, open: source.open };
  }
  if (source.kind !== 'map' || source.entries.length > mostItems) return undefined;
  const ordered = source.entries.toSorted((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)));
  const rounds = ordered.map(({ key, keyAt, value }) => ({ key: scalar(key, keyAt), value }));
  return { rounds, open: source.open };
}

/** `[for x in list : ...]` and `{ for k, v in map : ... }`. */
export function evaluateFor(expression: ForExpression, scope: Scope, evaluate: Evaluate): Value {
  const { at } = expression;
  return lifted(evaluate(expression.source, scope), at, (source) => {
    const over = roundsOver(source);
    if (over === undefined) return unknownValue(at, source.kind === 'unknown' ? source.because : 'for over a value');
    const kept = over.rounds
      .map((round) => named(expression, scope, round))
      .map((inner) => ({
        inner,
        keep: expression.condition === undefined ? true : isTrue(evaluate(expression.condition, inner)),
      }));
    const inners = kept.filter(({ keep }) => keep === true).map(({ inner }) => inner);
    const open = over.open || kept.some(({ keep }) => keep === undefined);
    if (expression.key !== undefined) return mapFrom(expression, { inners, open }, evaluate);
    return listOf(
      inners.map((inner) => evaluate(expression.value, inner)),
      at,
      open,
    );
  });
}

function named({ names }: ForExpression, scope: Scope, { key, value }: Round): Scope {
  const [first = '', second] = names;
  return withNames(scope, second === undefined ? { [first]: value } : { [first]: key, [second]: value });
}

interface Kept {
  readonly inners: readonly Scope[];
  readonly open: boolean;
}

function mapFrom(expression: ForExpression, { inners, open }: Kept, evaluate: Evaluate): Value {
  const { at, key, value, grouped } = expression;
  if (key === undefined) return unknownValue(at, 'not valid');
  const entries: MapEntry[] = [];
  let isOpen = open;
  for (const inner of inners) {
    const name = textOf(evaluate(key, inner));
    if (name === undefined) isOpen = true;
    else entries.push({ key: name, keyAt: key.at, value: evaluate(value, inner) });
  }
  return mapOf(grouped ? groupedByKey(entries) : entries, at, isOpen);
}

function groupedByKey(entries: readonly MapEntry[]): readonly MapEntry[] {
  const groups = new Map<string, { readonly first: MapEntry; readonly values: Value[] }>();
  for (const entry of entries) {
    const group = groups.get(entry.key);
    if (group === undefined) groups.set(entry.key, { first: entry, values: [entry.value] });
    else group.values.push(entry.value);
  }
  return [...groups.values()].map(({ first, values }) => ({ ...first, value: listOf(values, first.value.at) }));
}

import type { Span } from '../../../model/span.js';
import type { MapEntry, Value } from '../../../model/value.js';
import type { Block } from '../syntax/block.js';
import { evaluate } from './expressions.js';
import { roundsOver } from './for-expressions.js';
import { formerAddress } from './moves.js';
import { type Instance, type Scope, withNames } from './scope.js';
import { mapOf, numberOf, scalar, unknownValue } from './values.js';

/** More instances than this of one block are read as one. */
const mostInstances = 50;

/** One repetition of a block: the key it is known by, and the names it brings. */
export interface Repetition {
  /** `["orders"]`; empty for the only one, and where instances are not told apart. */
  readonly suffix: string;
  readonly key: string | undefined;
  readonly keyAt: Span;
  readonly names: Readonly<Record<string, Value>>;
}

/** How often a block is repeated: not at all for a count of 0, once for each key of a known `for_each`, otherwise once. */
export function repetitionsOf(block: Block, scope: Scope): readonly Repetition[] {
  const { attributes } = block.body;
  const once = { suffix: '', key: undefined, keyAt: block.headAt };
  const count = attributes.get('count');
  if (count !== undefined) {
    const number = numberOf(evaluate(count.value, scope));
    const index = number === 1 ? scalar(0, count.nameAt) : unknownValue(count.nameAt, 'count');
    const entries = [{ key: 'index', keyAt: count.nameAt, value: index }];
    return number === 0 ? [] : [{ ...once, names: { count: mapOf(entries, count.nameAt) } }];
  }
  const source = attributes.get('for_each');
  if (source === undefined) return [{ ...once, names: {} }];
  const keyed = keyedRepetitions(evaluate(source.value, scope), source.nameAt);
  return keyed ?? [{ ...once, names: { each: eachOf(source.nameAt, unknownEach(source.nameAt)) } }];
}

function unknownEach(at: Span): { readonly key: Value; readonly value: Value } {
  return { key: { kind: 'pattern', parts: [{ named: 'each.key' }], at }, value: unknownValue(at, 'for_each') };
}

function eachOf(at: Span, { key, value }: { readonly key: Value; readonly value: Value }): Value {
  const entries: readonly MapEntry[] = [
    { key: 'key', keyAt: at, value: key },
    { key: 'value', keyAt: at, value },
  ];
  return mapOf(entries, at);
}

/** The repetitions over a map or set whose keys are all known. */
function keyedRepetitions(source: Value, at: Span): readonly Repetition[] | undefined {
  const over = roundsOver(source);
  if (over === undefined || over.open || over.rounds.length > mostInstances) return undefined;
  const repetitions: Repetition[] = [];
  for (const round of over.rounds) {
    const key = source.kind === 'map' ? round.key : round.value;
    if (key.kind !== 'scalar') return undefined;
    const name = String(key.value);
    const names = { each: eachOf(at, { key, value: round.value }) };
    repetitions.push({ suffix: `[${JSON.stringify(name)}]`, key: name, keyAt: key.at, names });
  }
  return repetitions;
}

/** The instances of a resource or data source. */
export function instancesOf(block: Block, scope: Scope): readonly (Instance & { readonly key: string | undefined })[] {
  const [type = '', name = ''] = block.labels;
  return repetitionsOf(block, scope).map(({ suffix, key, names }) => ({
    id: `${formerAddress(scope.session, `${scope.prefix}${type}.${name}`)}${suffix}`,
    address: `${type}.${name}${suffix}`,
    type,
    block,
    key,
    scope: withNames(scope, names),
  }));
}

import type { Span } from '../../../model/span.js';
import type { MapEntry, Value } from '../../../model/value.js';
import type { Block } from '../../../notation/hcl/block.js';
import { evaluate } from './expressions.js';
import { roundsOver } from './for-expressions.js';
import { formerInstance } from './moves.js';
import { type Key, type Keyed, type Scope, withNames } from './scope.js';
import { listOf, mapOf, numberOf, scalar, unknownValue } from './values.js';

/** More instances than this of one block are read as one. */
const mostInstances = 50;

/** One repetition of a block: the key it is known by, and the names it brings. */
export interface Repetition {
  /** `["orders"]` or `[1]`; empty for the first one of a count, and where instances are not told apart. */
  readonly suffix: string;
  readonly key: Key;
  readonly keyAt: Span;
  readonly names: Readonly<Record<string, Value>>;
}

/** How often a block is repeated: as often as a known `count` says, once for each key of a known `for_each`, otherwise once. */
export function repetitionsOf(block: Block, scope: Scope): readonly Repetition[] {
  if (isOff(block, scope)) return [];
  const { attributes } = block.body;
  const once = { suffix: '', key: undefined, keyAt: block.headAt };
  const count = attributes.get('count');
  if (count !== undefined) return countedRepetitions(evaluate(count.value, scope), count.nameAt);
  const source = attributes.get('for_each');
  if (source === undefined) return [{ ...once, names: {} }];
  const keyed = keyedRepetitions(evaluate(source.value, scope), source.nameAt);
  return keyed ?? [{ ...once, names: { each: eachOf(source.nameAt, unknownEach(source.nameAt)) } }];
}

/** OpenTofu 1.11: `lifecycle { enabled = false }`. https://opentofu.org/docs/language/meta-arguments/enabled/ */
function isOff({ body }: Block, scope: Scope): boolean {
  const written = body.blocks.find(({ type }) => type === 'lifecycle')?.body.attributes.get('enabled');
  const value = written && evaluate(written.value, scope);
  return value?.kind === 'scalar' && value.value === false;
}

/** Of a count that is not known, or too many, one stands for all. The first is called the same whatever the count. */
function countedRepetitions(count: Value, keyAt: Span): readonly Repetition[] {
  const number = numberOf(count);
  if (number === 0) return [];
  const named = (index: Value) => ({ count: mapOf([{ key: 'index', keyAt, value: index }], keyAt) });
  const once = { suffix: '', key: undefined, keyAt };
  if (number === 1) return [{ ...once, names: named(scalar(0, keyAt)) }];
  if (number === undefined || !Number.isInteger(number) || number < 0 || number > mostInstances) {
    return [{ ...once, names: named(unknownValue(keyAt, 'count')) }];
  }
  return Array.from({ length: number }, (_, index) => {
    return { suffix: index === 0 ? '' : `[${index}]`, key: index, keyAt, names: named(scalar(index, keyAt)) };
  });
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
export function instancesOf(block: Block, scope: Scope): readonly Keyed[] {
  const [type = '', name = ''] = block.labels;
  return repetitionsOf(block, scope).map(({ suffix, key, names }) => ({
    id: formerInstance(scope.session, `${scope.prefix}${type}.${name}`, suffix),
    address: `${type}.${name}${suffix}`,
    type,
    block,
    key,
    scope: withNames(scope, names),
  }));
}

/** Repeated things together: a list of those that are counted, a map of those with keys. */
export function together(things: readonly { readonly key: Key; readonly value: Value }[], at: Span): Value {
  if (things.every(({ key }) => typeof key === 'number')) {
    return listOf(
      things.map(({ value }) => value),
      at,
    );
  }
  return mapOf(
    things.map(({ key, value }) => ({ key: String(key ?? ''), keyAt: at, value })),
    at,
  );
}

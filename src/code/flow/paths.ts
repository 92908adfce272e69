import type { Danger } from '../tables/danger.js';
import type { Site } from './calls.js';
import { allTaints, mapTaints, mergedTaints } from './taints.js';
import type { Value } from './value.js';

/** What stands for a path of Python: docs.python.org/3/library/pathlib, 2026-11-27. */
export const pathSymbol = 'pathlib.Path()';

/** `Path('/tmp') / name`, `path.resolve()`: still a path; undefined for any other call. */
export function pathOf({ symbol, name, receiver, arguments: given }: Site): Value | undefined {
  const [left, right] = symbol === 'operator.truediv' ? given.map(({ value }) => value) : [receiver, given[0]?.value];
  if (left?.symbol !== pathSymbol) return undefined;
  if (symbol !== 'operator.truediv' && !/^(?:resolve|absolute|expanduser|joinpath|with_suffix)$/.test(name))
    return undefined;
  if (right === undefined) return left;
  const taints = mergedTaints(allTaints(left), allTaints(right));
  return { taints, symbol: pathSymbol, pieces: [...(left.pieces ?? [left]), right] };
}

const lastPart: Danger = 'path';

/** `path.name` leads nowhere else; `path.parent` is a path; undefined for any other name. */
export function pathMember(object: Value, name: string): Value | undefined {
  if (object.symbol !== pathSymbol) return undefined;
  if (name === 'parent') return object;
  if (name !== 'name' && name !== 'stem') return undefined;
  return mapTaints({ taints: object.taints }, (taint) => ({ ...taint, harmless: [...taint.harmless, lastPart] }));
}

import { type Span, spanKey } from '../../../model/span.js';
import type { Evaluated } from './evaluated.js';
import type { CompanionField, Fields } from './field.js';

/** How a map of properties is written: the fields of its block, and the resource it belongs to. */
export interface Shape {
  readonly fields: Fields;
  /** Of a list: the resource that each of its items is declared by. */
  readonly item?: CompanionField;
  readonly owner: Evaluated;
}

/** Remembers the shapes of maps by the blocks they stand in. */
export interface Shapes {
  readonly remember: (at: Span, shape: Shape) => void;
  readonly find: (at: Span) => Shape | undefined;
  /** Remembers nothing: for maps that share a block with another one. */
  readonly forgetful: Shapes;
}

export function openShapes(): Shapes {
  const known = new Map<string, Shape>();
  const find = (at: Span) => known.get(spanKey(at));
  const forgetful: Shapes = {
    remember: () => undefined,
    find,
    get forgetful() {
      return forgetful;
    },
  };
  return { remember: (at, shape) => known.set(spanKey(at), shape), find, forgetful };
}

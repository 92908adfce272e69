import type { Span } from '../../model/span.js';
import type { YamlNode } from './node.js';
import type { Walk } from './walk.js';

/** The places of a value: where it stands or, inside an alias, where the alias stands. */
export function placeOf(walk: Walk, span: Span): { readonly at: Span; readonly origin?: Span } {
  return walk.use === undefined ? { at: span } : { at: walk.use, origin: span };
}

export function spanAt(walk: Walk, start: number, end: number): Span {
  return { path: walk.source.path, start, end };
}

export function spanOf(walk: Walk, { start, end }: YamlNode): Span {
  return spanAt(walk, start, end);
}

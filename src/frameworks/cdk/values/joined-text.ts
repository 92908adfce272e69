import type { Span } from '../../../model/span.js';
import type { PatternPart, Value } from '../../../model/value.js';

type Piece = string | Value | { readonly to: string; readonly attribute?: string };

/** One text of several pieces: known whole, or a pattern. */
export function joinParts(at: Span, pieces: readonly Piece[]): Value {
  const parts = merged(pieces.flatMap(partsOf));
  if (parts.every((part) => typeof part === 'string')) return { kind: 'scalar', value: parts.join(''), at };
  return { kind: 'pattern', parts, at };
}

function partsOf(piece: Piece): readonly PatternPart[] {
  if (typeof piece === 'string') return [piece];
  if (!('kind' in piece)) return [piece];
  switch (piece.kind) {
    case 'scalar':
      return [String(piece.value)];
    case 'reference':
      return [{ to: piece.to, ...(piece.attribute !== undefined && { attribute: piece.attribute }) }];
    case 'pattern':
      return piece.parts;
    default:
      return [undefined];
  }
}

function merged(parts: readonly PatternPart[]): readonly PatternPart[] {
  const all: PatternPart[] = [];
  for (const part of parts) {
    const last = all.at(-1);
    if (typeof part === 'string' && typeof last === 'string') all[all.length - 1] = last + part;
    else all.push(part);
  }
  return all;
}

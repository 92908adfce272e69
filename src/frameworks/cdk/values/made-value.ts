import type { Span } from '../../../model/span.js';
import type { Value } from '../../../model/value.js';

/** A value at a place, for what the CDK says by itself. */
export function scalar(at: Span, value: string | number | boolean): Value {
  return { kind: 'scalar', value, at };
}

export function reference(at: Span, to: string, attribute?: string): Value {
  return { kind: 'reference', to, at, ...(attribute !== undefined && { attribute }) };
}

export function list(at: Span, items: readonly Value[], open = false): Value {
  return { kind: 'list', items, open, at };
}

export function map(at: Span, entries: Readonly<Record<string, Value | undefined>>): Value {
  return {
    kind: 'map',
    at,
    open: false,
    entries: Object.entries(entries).flatMap(([key, value]) =>
      value === undefined ? [] : [{ key, keyAt: at, value }],
    ),
  };
}

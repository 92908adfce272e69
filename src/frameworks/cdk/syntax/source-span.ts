import type { Span } from '../../../model/span.js';

/** Nesting beyond this is not followed. */
export const deepest = 200;

export function spanOf(path: string, start: number, end: number): Span {
  return { path, start, end };
}

import type { Notice } from '../../findings/notice.js';
import type { Span } from '../../model/span.js';
import { lineAt, unread } from '../text.js';
import type { Json, JsonEntry, JsonScalar } from './node.js';
import { deepest, scanJson } from './scan.js';

/**
 * A tolerant reading of JSON with comments and trailing commas: what could be read, and a notice at the first mistake. Lockfiles have
 * megabytes: this takes about as long as `JSON.parse`, where a visit by `jsonc-parser` takes four to five times as long. Templates,
 * which are read whole or not at all, go through `json.ts`.
 */
export function readJson(
  path: string,
  text: string,
): { readonly root: Json | undefined; readonly notices: readonly Notice[] } {
  const { root, mistake, tooDeep } = scanJson(text);
  if (tooDeep !== undefined) {
    const message = `Nesting is deeper than ${deepest} levels, so the file was not reviewed.`;
    return { root: undefined, notices: [unread(path, lineAt(text, tooDeep), message)] };
  }
  if (mistake === undefined) return { root, notices: [] };
  const message =
    'The JSON is invalid from here on, so only the part before it was reviewed. Repair the file or regenerate it.';
  return { root, notices: [unread(path, lineAt(text, mistake), message)] };
}

/** The value of a key, if this is an object that has it. */
export function member(node: Json | undefined, key: string): Json | undefined {
  return node?.kind === 'object' ? node.entries.get(key)?.value : undefined;
}

/** The entries of an object; none of anything else. */
export function entriesOf(node: Json | undefined): Iterable<[string, JsonEntry]> {
  return node?.kind === 'object' ? node.entries : [];
}

/** A text value, or undefined. */
export function stringOf(node: Json | undefined): string | undefined {
  return node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : undefined;
}

/** True only for the literal `true`. */
export function isTrue(node: Json | undefined): boolean {
  return node?.kind === 'scalar' && node.value === true;
}

/** The texts of an array, with their places. */
export function stringsOf(node: Json | undefined): readonly JsonScalar[] {
  if (node?.kind !== 'array') return [];
  return node.items.flatMap((item) => (item.kind === 'scalar' && typeof item.value === 'string' ? [item] : []));
}

/** The inside of a quoted text. */
export function insideQuotes(path: string, node: Json): Span {
  return { path, start: node.start + 1, end: Math.max(node.start + 1, node.end - 1) };
}

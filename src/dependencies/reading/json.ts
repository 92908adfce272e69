import { visit } from 'jsonc-parser';
import type { Notice } from '../../findings/notice.js';
import type { Span } from '../../model/span.js';
import { lineAt, unread } from './text.js';

export type Json = JsonObject | JsonArray | JsonScalar;

export interface JsonObject {
  readonly kind: 'object';
  readonly start: number;
  end: number;
  readonly entries: Map<string, JsonEntry>;
}

export interface JsonArray {
  readonly kind: 'array';
  readonly start: number;
  end: number;
  readonly items: Json[];
}

export interface JsonScalar {
  readonly kind: 'scalar';
  readonly start: number;
  readonly end: number;
  readonly value: string | number | boolean | null;
}

export interface JsonEntry {
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly value: Json;
}

const deepest = 200;

/** A tolerant reading of JSON with comments and trailing commas: what could be read, and a notice at the first mistake. */
export function readJson(
  path: string,
  text: string,
): { readonly root: Json | undefined; readonly notices: readonly Notice[] } {
  const tooDeep = offsetOfDepth(text);
  if (tooDeep !== undefined) {
    const message = `Nesting is deeper than ${deepest} levels; the file was not judged.`;
    return { root: undefined, notices: [unread(path, lineAt(text, tooDeep), message)] };
  }
  const builder = treeBuilder();
  visit(text, builder.visitor, { allowTrailingComma: true });
  const broken = builder.firstError();
  if (broken === undefined) return { root: builder.root(), notices: [] };
  const message =
    'This is not valid JSON from here on; what could be read was judged. Repair the file or install again.';
  return { root: builder.root(), notices: [unread(path, lineAt(text, broken), message)] };
}

function offsetOfDepth(text: string): number | undefined {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 34) at = endOfString(text, at);
    else if (code === 123 || code === 91) depth += 1;
    else if (code === 125 || code === 93) depth -= 1;
    if (depth > deepest) return at;
  }
  return undefined;
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 92) at += 1;
    else if (code === 34 || code === 10) return at;
  }
  return at;
}

type Open = { node: JsonObject | JsonArray; key: { name: string; start: number; end: number } | undefined };

function treeBuilder() {
  const open: Open[] = [];
  let root: Json | undefined;
  let error: number | undefined;
  const add = (node: Json): void => {
    const parent = open.at(-1);
    if (parent === undefined) root ??= node;
    else if (parent.node.kind === 'array') parent.node.items.push(node);
    else if (parent.key !== undefined) {
      const { name, start, end } = parent.key;
      parent.node.entries.set(name, { keyStart: start, keyEnd: end, value: node });
      parent.key = undefined;
    }
  };
  const begin = (node: JsonObject | JsonArray): void => {
    add(node);
    open.push({ node, key: undefined });
  };
  const close = (offset: number, length: number): void => {
    const closed = open.pop();
    if (closed !== undefined) closed.node.end = offset + length;
  };
  const visitor = {
    onObjectBegin: (start: number, length: number) =>
      begin({ kind: 'object', start, end: start + length, entries: new Map() }),
    onObjectProperty: (name: string, start: number, length: number) => {
      const parent = open.at(-1);
      if (parent !== undefined) parent.key = { name, start, end: start + length };
    },
    onObjectEnd: close,
    onArrayBegin: (start: number, length: number) => begin({ kind: 'array', start, end: start + length, items: [] }),
    onArrayEnd: close,
    onLiteralValue: (value: string | number | boolean | null, start: number, length: number) =>
      add({ kind: 'scalar', start, end: start + length, value }),
    onError: (_: number, offset: number) => {
      error ??= offset;
    },
  };
  return { visitor, root: () => root, firstError: () => error };
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

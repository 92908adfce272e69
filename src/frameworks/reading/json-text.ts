import { type Node, parseTree } from 'jsonc-parser';
import type { Span } from '../../model/span.js';
import type { Value } from '../../model/value.js';

const deepest = 100;

/** A JSON text inside a value as a tree of its own. All of it stands where the text stands. */
export function jsonValue(text: string, at: Span): Value | undefined {
  if (!/^\s*[[{]/.test(text) || nesting(text) > deepest) return undefined;
  const root = parseTree(text, [], { allowTrailingComma: true });
  return root === undefined ? undefined : lowered(root, at);
}

function nesting(text: string): number {
  let depth = 0;
  let most = 0;
  for (const character of text) {
    if (character === '{' || character === '[') most = Math.max(most, ++depth);
    else if (character === '}' || character === ']') depth--;
  }
  return most;
}

function lowered(node: Node, at: Span): Value {
  const children = node.children ?? [];
  if (node.type === 'array') {
    return { kind: 'list', at, open: false, items: children.map((child) => lowered(child, at)) };
  }
  if (node.type !== 'object') return { kind: 'scalar', at, value: (node.value ?? null) as string | number | boolean };
  const entries = children.flatMap(({ children: pair = [] }) => {
    const [key, value] = pair;
    return key && value ? [{ key: String(key.value), keyAt: at, value: lowered(value, at) }] : [];
  });
  return { kind: 'map', at, open: false, entries };
}

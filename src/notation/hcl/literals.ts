import type { SyntaxNode } from '../tree-sitter/syntax-tree.js';
import type { Expression } from './expression.js';
import type { Lower } from './lower.js';
import { type PlacedSource, spanOf, textOf } from './places.js';

/** Numbers, booleans, null and texts. */
export function literalOf(source: PlacedSource, node: SyntaxNode, lower: Lower): Expression {
  const at = spanOf(source, node);
  const [inner] = node.children;
  if (inner === undefined) return { kind: 'broken', at, because: 'not valid' };
  const text = textOf(source, inner);
  switch (inner.type) {
    case 'numeric_lit':
      return { kind: 'literal', at, value: Number(text) };
    case 'bool_lit':
      return { kind: 'literal', at, value: text === 'true' };
    case 'null_lit':
      return { kind: 'literal', at, value: null };
    default:
      return lower(inner);
  }
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };

/** Text between quotes as it is meant. */
export function unescaped(text: string): string {
  return markersUnescaped(
    text.replace(/\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))/gs, (whole, short, long, one: string) => {
      const code = Number.parseInt(short ?? long ?? '', 16);
      if (Number.isNaN(code)) return escapes[one] ?? whole;
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    }),
  );
}

/** `$${` and `%%{` stand for themselves, one sign less. */
export function markersUnescaped(text: string): string {
  return text.replaceAll('$${', '${').replaceAll('%%{', '%{');
}

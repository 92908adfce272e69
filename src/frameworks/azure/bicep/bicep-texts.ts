import type { SyntaxNode } from '../../../notation/tree-sitter/syntax-tree.js';

const escapes = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

/** A text of Bicep as its literal pieces and its interpolations, in order. */
export function textParts(text: string, node: SyntaxNode): readonly (string | SyntaxNode)[] {
  const verbatim = text.startsWith("'''", node.start);
  const edge = verbatim ? 3 : 1;
  const interpolations = node.children.filter(({ type }) => type === 'interpolation');
  const parts: (string | SyntaxNode)[] = [];
  let from = node.start + edge;
  for (const interpolation of interpolations) {
    parts.push(literalOf(text.slice(from, interpolation.start), verbatim), interpolation);
    from = interpolation.end;
  }
  const last = literalOf(text.slice(from, Math.max(from, node.end - edge)), verbatim);
  parts.push(interpolations.length === 0 && verbatim ? last.replace(/^\r?\n/, '') : last);
  return parts.filter((part) => part !== '');
}

function literalOf(written: string, verbatim: boolean): string {
  if (verbatim || !written.includes('\\')) return written;
  return written.replace(/\\(?:u\{([0-9a-fA-F]{1,6})\}|([\s\S]))/g, (_, code: string | undefined, sign: string) =>
    code === undefined ? (escapes.get(sign) ?? sign) : characterOf(Number.parseInt(code, 16)),
  );
}

function characterOf(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
}

/** A text as Bicep writes it. */
export function quoted(text: string): string {
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll("'", "\\'")
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
    .replaceAll('${', '\\${');
  return `'${escaped}'`;
}

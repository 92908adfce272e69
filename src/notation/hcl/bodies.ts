import type { Span } from '../../model/span.js';
import { maximumDepth } from '../source.js';
import type { SyntaxNode } from '../tree-sitter/syntax-tree.js';
import type { Attribute, Block, Body } from './block.js';
import { expressionOf } from './expressions.js';
import { type PlacedSource as Source, spanOf, textOf } from './places.js';

/** The arguments and blocks of a `body` node. */
export function bodyOf(source: Source, node: SyntaxNode, within: Span = spanOf(source, node), depth = 0): Body {
  const attributes = new Map<string, Attribute>();
  const blocks: Block[] = [];
  let open = depth > maximumDepth;
  for (const child of open ? [] : node.children.flatMap(partsOf)) {
    if (child.type === 'attribute') {
      const attribute = attributeOf(source, child);
      if (attribute === undefined) open = true;
      else attributes.set(attribute.name, attribute);
    } else if (child.type === 'block') blocks.push(blockOf(source, child, depth + 1));
    else if (child.broken) open = true;
  }
  return { attributes, blocks, at: within, open };
}

/** What could still be read inside a part that is not valid stands beside it. */
function partsOf(node: SyntaxNode): readonly SyntaxNode[] {
  return node.type === 'ERROR' ? [node, ...node.children] : [node];
}

function attributeOf(source: Source, node: SyntaxNode): Attribute | undefined {
  const [name] = node.children;
  const value = node.children.find(({ type }) => type === 'expression');
  if (name?.type !== 'identifier' || value === undefined) return undefined;
  return { name: textOf(source, name), nameAt: spanOf(source, name), value: expressionOf(source, value) };
}

function blockOf(source: Source, node: SyntaxNode, depth: number): Block {
  const heads = node.children.filter(({ type }) => type === 'identifier' || type === 'string_lit');
  const [type, ...labels] = heads.map((head) => textOf(source, head).replace(/^"|"$/g, ''));
  const last = heads.at(-1) ?? node;
  const brace = node.children.find((child) => child.type === 'block_start') ?? last;
  const inner = node.children.find((child) => child.type === 'body');
  const within = { path: source.path, start: brace.start, end: node.end };
  const empty: Body = { attributes: new Map(), blocks: [], at: within, open: false };
  const body = inner === undefined ? empty : bodyOf(source, inner, within, depth);
  const isBroken = node.children.some(({ broken }) => broken);
  return {
    type: type ?? '',
    labels,
    headAt: { path: source.path, start: node.start, end: last.end },
    at: spanOf(source, node),
    body: isBroken ? { ...body, open: true } : body,
  };
}

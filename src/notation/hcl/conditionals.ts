import { maximumDepth } from '../source.js';
import type { SyntaxNode } from '../tree-sitter/syntax-tree.js';
import type { Expression } from './expression.js';
import { expressionsIn, type Lower } from './lower.js';
import { conditionText, type PlacedSource as Source, spanOf } from './places.js';

/** A condition with what holds otherwise, which may be a further condition. */
export function conditionalOf(source: Source, node: SyntaxNode, lower: Lower): Expression {
  const parts = partsOf(node);
  const last = parts.length - 1;
  if (last > 2 * maximumDepth) return { kind: 'broken', at: spanOf(source, node), because: 'nested too deeply' };
  let otherwise = lower(parts[last]);
  for (let index = last - 2; index >= 0; index -= 2) {
    const [condition = node, yes] = parts.slice(index, index + 2);
    otherwise = {
      kind: 'conditional',
      at: spanOf(source, { start: condition.start, end: node.end }),
      condition: lower(condition),
      yes: lower(yes),
      no: otherwise,
      text: conditionText(source, condition),
    };
  }
  return otherwise;
}

/** Conditions and values in the order they are written: the grammar takes `a ? 1 : b ? 2 : 3` for `(a ? 1 : b) ? 2 : 3`. */
function partsOf(node: SyntaxNode): readonly SyntaxNode[] {
  const backwards: SyntaxNode[] = [];
  for (let current: SyntaxNode | undefined = node; current !== undefined; ) {
    const [condition, yes = current, no = current] = expressionsIn(current);
    const [inner, ...others]: readonly SyntaxNode[] = condition?.children ?? [];
    const isChain = inner?.type === 'conditional' && others.length === 0;
    backwards.push(no, yes, ...(isChain ? [] : [condition ?? current]));
    current = isChain ? inner : undefined;
  }
  return backwards.toReversed();
}

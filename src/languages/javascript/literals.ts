import type { Node, ObjectExpression } from '@babel/types';
import { bare } from './nodes.js';

/** A literal: what it says. Negative numbers are literals, `undefined` is one that says nothing. */
export interface Literal {
  readonly value: string | number | boolean | null;
}

export function literalOf(node: Node): Literal | undefined {
  switch (node.type) {
    case 'StringLiteral':
    case 'NumericLiteral':
    case 'BooleanLiteral':
      return { value: node.value };
    case 'NullLiteral':
      return { value: null };
    case 'Identifier':
      return node.name === 'undefined' ? { value: null } : undefined;
    case 'UnaryExpression': {
      const { operator, argument } = node;
      return operator === '-' && argument.type === 'NumericLiteral' ? { value: -argument.value } : undefined;
    }
    default:
      return undefined;
  }
}

/** The parts of a text that is put together, by a template or by `+`; undefined for anything else. */
export function joinedParts(node: Node): readonly (string | Node)[] | undefined {
  if (node.type === 'TemplateLiteral')
    return node.quasis.flatMap(({ value }, index) => {
      const inner = node.expressions[index];
      const text = value.cooked ?? value.raw;
      return inner === undefined ? [text] : [text, inner];
    });
  const last: Node[] = [];
  let first: Node = node;
  while (first.type === 'BinaryExpression' && first.operator === '+' && first.left.type !== 'PrivateName') {
    last.push(first.right);
    first = bare(first.left);
  }
  return last.length === 0 ? undefined : [first, ...last.reverse()];
}

/** One part of an object literal, in the order of the text. */
export type ObjectPart =
  | { readonly kind: 'entry'; readonly key: string; readonly keyNode: Node; readonly value: Node; readonly node: Node }
  | { readonly kind: 'computed'; readonly keyNode: Node; readonly value: Node; readonly node: Node }
  | { readonly kind: 'spread'; readonly value: Node; readonly node: Node };

/** What an object literal lists; of a method the value is the method itself. */
export function partsOf({ properties }: ObjectExpression): readonly ObjectPart[] {
  return properties.map((node): ObjectPart => {
    if (node.type === 'SpreadElement') return { kind: 'spread', value: node.argument, node };
    const value = node.type === 'ObjectProperty' ? node.value : node;
    const key = keyOf(node);
    if (key === undefined) return { kind: 'computed', keyNode: node.key, value, node };
    return { kind: 'entry', key, keyNode: node.key, value, node };
  });
}

/** The key of a property, where the text says it. */
export function keyOf({
  key,
  computed,
}: {
  readonly key: Node;
  readonly computed?: boolean | null;
}): string | undefined {
  if (key.type === 'Identifier') return computed === true ? undefined : key.name;
  if (key.type === 'PrivateName') return `#${key.id.name}`;
  return key.type === 'StringLiteral' || key.type === 'NumericLiteral' ? String(key.value) : undefined;
}

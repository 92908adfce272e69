import type { Node } from '@babel/types';
import { keyOf } from './literals.js';
import { bare } from './nodes.js';

/** One step of taking a value apart: `{ name }`, `[first]`, `...rest`; `any` where the text does not say which. */
export type PathStep =
  | { readonly kind: 'property'; readonly name: string }
  | { readonly kind: 'item'; readonly index: number }
  | { readonly kind: 'rest' | 'any' };

/** What a pattern gives a value: a name or a member, the way to it, and what it is given instead of `undefined`. */
export interface Target {
  readonly node: Node;
  readonly path: readonly PathStep[];
  readonly otherwise: Node | undefined;
}

/** Patterns within each other, at most; deeper ones are left out. */
const deepest = 30;

/** The names and members that a pattern or a parameter gives values, in the order of the text. */
export function targetsOf(pattern: Node): readonly Target[] {
  const found: Target[] = [];
  const waiting: Target[] = [{ node: pattern, path: [], otherwise: undefined }];
  for (let target = waiting.pop(); target !== undefined; target = waiting.pop()) {
    const inner = target.path.length > deepest ? [] : innerTargets(target);
    if (inner === undefined) found.push({ ...target, node: bare(target.node) });
    else for (const one of inner.toReversed()) waiting.push(one);
  }
  return found;
}

/** The targets right inside a pattern; undefined for what is none. */
function innerTargets(target: Target): readonly Target[] | undefined {
  const { node, path } = target;
  switch (node.type) {
    case 'AssignmentPattern':
      return [{ node: node.left, path, otherwise: node.right }];
    case 'TSParameterProperty':
      return [{ ...target, node: node.parameter }];
    case 'RestElement':
      return [{ node: node.argument, path: [...path, { kind: 'rest' }], otherwise: undefined }];
    case 'ArrayPattern':
      return node.elements.flatMap((element, index) =>
        element === null ? [] : [inside(target, element, { kind: 'item', index })],
      );
    case 'ObjectPattern':
      return node.properties.map((property) => {
        if (property.type === 'RestElement') return { node: property, path, otherwise: undefined };
        const name = keyOf(property);
        return inside(target, property.value, name === undefined ? { kind: 'any' } : { kind: 'property', name });
      });
    default:
      return undefined;
  }
}

function inside({ path }: Target, node: Node, step: PathStep): Target {
  if (node.type === 'RestElement') return { node, path, otherwise: undefined };
  return { node, path: [...path, step], otherwise: undefined };
}

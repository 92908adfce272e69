import type { Node } from '@babel/types';
import { bare } from './nodes.js';

/** `object.name`, `object?.name` or `object['name']`. */
export interface Member {
  readonly object: Node;
  readonly name: string;
  readonly property: Node;
}

/** A member whose name the text says; undefined for anything else. */
export function memberOf(node: Node): Member | undefined {
  if (node.type !== 'MemberExpression' && node.type !== 'OptionalMemberExpression') return undefined;
  const { object, property, computed } = node;
  if (property.type === 'PrivateName') return { object, name: `#${property.id.name}`, property };
  if (property.type === 'Identifier') return computed ? undefined : { object, name: property.name, property };
  return property.type === 'StringLiteral' ? { object, name: property.value, property } : undefined;
}

/** Names in a row, at most. */
const longest = 30;

/** `a.b.c` as its names from the left, beginning with a name or `this`; undefined for anything else. */
export function namesOf(node: Node): readonly string[] | undefined {
  const names: string[] = [];
  let inner = bare(node);
  for (let member = memberOf(inner); member !== undefined; member = memberOf(inner)) {
    if (names.length >= longest) return undefined;
    names.push(member.name);
    inner = bare(member.object);
  }
  if (inner.type === 'ThisExpression') return [...names, 'this'].reverse();
  return inner.type === 'Identifier' ? [...names, inner.name].reverse() : undefined;
}

/** One step of a chain of members and calls: `.runWith({...})`; members alone have no arguments. */
export interface ChainStep {
  readonly name: string;
  readonly arguments: readonly Node[] | undefined;
}

/** `functions.region('x').https.onRequest(f)` as its steps from the left; undefined if it is no such chain. */
export function chainOf(expression: Node): readonly ChainStep[] | undefined {
  const steps: ChainStep[] = [];
  let node = bare(expression);
  let given: readonly Node[] | undefined;
  while (steps.length < longest) {
    const member = memberOf(node);
    if (node.type === 'CallExpression' || node.type === 'OptionalCallExpression') {
      if (given !== undefined) return undefined;
      given = node.arguments;
      node = bare(node.callee);
    } else if (member !== undefined) {
      steps.push({ name: member.name, arguments: given });
      given = undefined;
      node = bare(member.object);
    } else {
      if (node.type !== 'Identifier') return undefined;
      return [...steps, { name: node.name, arguments: given }].reverse();
    }
  }
  return undefined;
}

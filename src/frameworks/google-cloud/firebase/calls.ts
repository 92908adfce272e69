import type { Node } from '@babel/types';

/** One step of a chain of members and calls: `.runWith({...})`; members alone have no arguments. */
export interface ChainStep {
  readonly name: string;
  readonly arguments: readonly Node[] | undefined;
}

const longest = 30;

/** `functions.region('x').https.onRequest(f)` as its steps from the left; undefined if it is no such chain. */
export function chainOf(expression: Node): readonly ChainStep[] | undefined {
  const steps: ChainStep[] = [];
  let node: Node | undefined = expression;
  let given: readonly Node[] | undefined;
  while (node !== undefined && steps.length < longest) {
    if (node.type === 'CallExpression') {
      if (given !== undefined) return undefined;
      given = node.arguments;
      node = node.callee;
    } else if (node.type === 'MemberExpression' && node.property.type === 'Identifier') {
      steps.push({ name: node.property.name, arguments: given });
      given = undefined;
      node = node.object;
    } else {
      if (node.type === 'Identifier') steps.push({ name: node.name, arguments: given });
      return node.type === 'Identifier' ? steps.toReversed() : undefined;
    }
  }
  return undefined;
}

import type { CallExpression, NewExpression, Node, OptionalCallExpression } from '@babel/types';
import { bare } from './nodes.js';

export type CallNode = CallExpression | OptionalCallExpression | NewExpression;

export function isCall(node: Node): node is CallNode {
  return node.type === 'CallExpression' || node.type === 'OptionalCallExpression' || node.type === 'NewExpression';
}

/** A call as it is written. */
export interface Call {
  readonly callee: Node;
  /** Without those that are spread. */
  readonly arguments: readonly Node[];
  /** Arguments are spread, so that positions are not known. */
  readonly open: boolean;
  /** `new`. */
  readonly creates: boolean;
  /** Where another argument would end: before the closing parenthesis. */
  readonly argumentsEnd: number;
}

export function callOf(node: CallNode): Call {
  const given = node.arguments.filter(({ type }) => type !== 'SpreadElement' && type !== 'ArgumentPlaceholder');
  return {
    callee: node.callee,
    arguments: given,
    open: node.arguments.some(({ type }) => type === 'SpreadElement'),
    creates: node.type === 'NewExpression',
    argumentsEnd: (node.end ?? 1) - 1,
  };
}

/** What compilers put around `require`. */
const interop = /^__(?:importStar|importDefault|toESM)$/;

/** The argument of `__importStar(...)` and its like, which gives it back; undefined for other nodes. */
export function passedThrough(node: Node): Node | undefined {
  if (node.type !== 'CallExpression') return undefined;
  const { callee } = node;
  const name = callee.type === 'MemberExpression' ? callee.property : callee;
  return name.type === 'Identifier' && interop.test(name.name) ? node.arguments[0] : undefined;
}

/** The module in `require('module')`, also inside what compilers put around it; undefined for anything else. */
export function requiredModule(node: Node | null | undefined): string | undefined {
  if (node === null || node === undefined) return undefined;
  const call = bare(node);
  const inner = passedThrough(call);
  if (inner !== undefined) return requiredModule(inner);
  if (call.type !== 'CallExpression' || call.callee.type !== 'Identifier' || call.callee.name !== 'require')
    return undefined;
  const [module] = call.arguments;
  return module?.type === 'StringLiteral' ? module.value : undefined;
}

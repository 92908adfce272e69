import type { Node } from '@babel/types';
import { parseScript, type Script } from '../../../src/languages/javascript/parse-script.js';

export function scriptOf(text: string, path = 'a.ts'): Script {
  const parsed = parseScript({ path, text });
  if ('because' in parsed) throw new Error(parsed.notice.message);
  return parsed;
}

/** The expression that is the only statement of a file. */
export function expressionOf(text: string): Node {
  const [statement] = scriptOf(`(${text});`).program.body;
  if (statement?.type !== 'ExpressionStatement') throw new Error('This is no expression.');
  return statement.expression;
}

/** What stands at a node. */
export function written(text: string, node: Node | undefined): string {
  return node === undefined ? '' : text.slice(node.start ?? 0, node.end ?? 0);
}

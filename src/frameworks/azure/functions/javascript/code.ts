import type { CallExpression, Node } from '@babel/types';
import type { Source } from '../../../../notation/source.js';
import type { Constants } from './values.js';

/** The text of a call, and of the functions and constants of its file that it names. */
export function codeOf(call: CallExpression, { text }: Source, constants: Constants): string {
  const textOf = ({ start, end }: Node): string => text.slice(start ?? 0, end ?? 0);
  const own = textOf(call);
  const names = new Set(own.match(/[\w$]+/g));
  const named = [...constants].flatMap(([name, node]) => (names.has(name) ? [textOf(node)] : []));
  return [own, ...named].join('\n');
}

import type { CallExpression, Node } from '@babel/types';
import type { Script } from '../../../../languages/javascript/parse-script.js';
import type { Survey } from '../../../../languages/javascript/scopes.js';

/** The text of a call, and of the functions and constants at the top of its file that it names. */
export function codeOf(call: CallExpression, { text }: Script, { file }: Survey): string {
  const textOf = ({ start, end }: Node): string => text.slice(start ?? 0, end ?? 0);
  const own = textOf(call);
  const names = new Set(own.match(/[\w$]+/g));
  const named = [...file.bindings.values()].flatMap(({ name, kind, assignments }) => {
    const value = kind === 'const' || kind === 'function' ? assignments[0]?.value : undefined;
    return value !== undefined && names.has(name) ? [textOf(value)] : [];
  });
  return [own, ...named].join('\n');
}

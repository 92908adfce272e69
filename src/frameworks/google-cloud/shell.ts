import type { Literal } from '../../model/literal.js';
import type { Edit } from '../../model/span.js';
import type { ListValue, ScalarValue, Value } from '../../model/value.js';
import type { Writer } from '../reading/writer.js';

/** A piece of a file that holds shell commands. */
export interface Script {
  readonly path: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const separators = new Set([';', '&', '|', '(', ')', '`', '\n']);

/** The commands of a script as lists of their words, each where it stands. Takes time linear in the script's length. */
export function commandsOf(script: Script): readonly ListValue[] {
  const commands: ScalarValue[][] = [[]];
  for (let at = script.start; at < script.end; ) {
    const letter = script.text.charAt(at);
    if (letter === '#') at = endOfLine(script, at) + 1;
    else if (letter === '\\' && /\s/.test(script.text.charAt(at + 1))) at = endOfLine(script, at) + 1;
    else if (separators.has(letter)) {
      commands.push([]);
      at += 1;
    } else if (/\s/.test(letter)) at += 1;
    else {
      const end = endOfWord(script, at);
      commands.at(-1)?.push(wordOf(script, at, end));
      at = end;
    }
  }
  return commands.flatMap((items) => {
    const [first, last] = [items[0], items.at(-1)];
    if (first === undefined || last === undefined) return [];
    return [{ kind: 'list', items, open: false, at: { ...first.at, end: last.at.end } }];
  });
}

const longestExpression = 500;

function endOfLine({ text, end }: Script, from: number): number {
  const found = text.indexOf('\n', from);
  return found < 0 || found > end ? end : found;
}

/** Quotes, backslashes and expressions of workflows keep spaces within a word. */
function endOfWord({ text, end }: Script, start: number): number {
  let quote = '';
  for (let at = start; at < end; at += 1) {
    const letter = text.charAt(at);
    const expression = text.startsWith('${{', at) ? text.slice(at, at + longestExpression).indexOf('}}') : -1;
    if (expression > 0) at += expression + 1;
    else if (quote !== '') {
      if (letter === quote) quote = '';
    } else if (letter === '"' || letter === "'") quote = letter;
    else if (letter === '\\') at += 1;
    else if (/\s/.test(letter) || separators.has(letter)) return Math.max(at, start + 1);
  }
  return end;
}

function wordOf({ path, text }: Script, start: number, end: number): ScalarValue {
  return { kind: 'scalar', value: text.slice(start, end).replace(/["'\\]/g, ''), at: { path, start, end } };
}

const plain = /^[\w./:=,@+-]+$/;

/** Writes words of commands; only those that need no quotes. */
export const shellWriter: Writer = {
  replace: ({ at }, literal) => written(literal, (text) => ({ ...at, text })),
  append: ({ at }: Value, literal) => written(literal, (text) => ({ ...at, start: at.end, text: ` ${text}` })),
  insert: () => undefined,
  remove: () => undefined,
};

function written(literal: Literal, edit: (text: string) => Edit): readonly Edit[] | undefined {
  const text = typeof literal === 'object' ? '' : String(literal);
  return plain.test(text) ? [edit(text)] : undefined;
}

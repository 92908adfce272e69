import { functionsIn } from '../../languages/javascript/function-bodies.js';
import type { Edit, Span } from '../../model/span.js';
import type { Flow } from '../flow/machine.js';
import type { Mend } from './mend.js';

const note = 'After this edit every call begins without the value.';

/** A name at the top of a file that one function alone uses: it is declared in that function. */
export function declaredInside({ sink, within }: Flow, text: string): Mend | undefined {
  const name = sink.text;
  if (within === undefined || within.path !== sink.at.path || !/^[A-Za-z_]\w{0,60}$/.test(name)) return undefined;
  const edits = sink.at.path.endsWith('.py') ? inPython(name, within, text) : inScript(name, within, text);
  return edits && { edits: edits.map((edit) => ({ path: sink.at.path, ...edit })), isBreaking: false, note };
}

type Change = Pick<Edit, 'start' | 'end' | 'text'>;

/** `let user;` above, which moves to the beginning of the function. */
function inScript(name: string, within: Span, text: string): readonly Change[] | undefined {
  const found = new RegExp(
    `^(?:let|var) ${name}(?:: [\\w |<>[\\].]{1,60})?(?: = (?:null|undefined|''|""|\\{\\}|\\[\\]))?;?\\r?\\n`,
    'm',
  ).exec(text);
  const start = functionsIn({ path: within.path, text }).find((one) => one.start === within.start)?.body;
  if (found === null || start === undefined || !isAlone(name, found, within, text)) return undefined;
  const [, indent = ''] = /^\s*?\n([ \t]{1,40})\S/.exec(text.slice(start, start + 200)) ?? [];
  if (indent === '') return undefined;
  const declaration = found[0].trimEnd();
  return [
    { start: found.index, end: found.index + found[0].length, text: '' },
    { start, end: start, text: `\n${indent}${declaration}` },
  ];
}

/** `user = None` above and `global user` in the function, which becomes the assignment. */
function inPython(name: string, within: Span, text: string): readonly Change[] | undefined {
  const found = new RegExp(`^${name} = (?:None|''|""|\\{\\}|\\[\\])[ \\t]*\\r?\\n`, 'm').exec(text);
  const body = text.slice(within.start, within.end);
  const stated = new RegExp(`^[ \\t]+(global ${name})[ \\t]*$`, 'm').exec(body);
  if (found === null || stated === null || !isAlone(name, found, within, text)) return undefined;
  const start = within.start + stated.index + stated[0].indexOf('global');
  return [
    { start: found.index, end: found.index + found[0].length, text: '' },
    { start, end: start + 'global '.length + name.length, text: found[0].trim() },
  ];
}

/** True if the name stands nowhere else than in its declaration and in the function. */
function isAlone(name: string, { index, 0: declared }: RegExpExecArray, within: Span, text: string): boolean {
  const uses = [...text.matchAll(new RegExp(`\\b${name}\\b`, 'g'))].map((use) => use.index);
  return uses.every((at) => (at >= index && at < index + declared.length) || (at >= within.start && at < within.end));
}

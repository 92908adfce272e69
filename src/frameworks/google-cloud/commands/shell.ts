import type { Literal } from '../../../model/literal.js';
import type { Edit } from '../../../model/span.js';
import type { ListValue, ScalarValue, Value } from '../../../model/value.js';
import type { Writer } from '../../../notation/writer.js';
import { documentsIn } from './here-documents.js';
import type { Script } from './script.js';

const separators = new Set([';', '&', '|', '(', ')', '`', '\n']);

/** How deep commands within commands are looked into. */
const deepest = 3;

/** The commands of a script as lists of their words, each where it stands. Takes time linear in the script's length. */
export function commandsOf(script: Script): readonly ListValue[] {
  const found: (readonly ListValue[])[] = [];
  let level: readonly Script[] = [script];
  for (let depth = 0; depth <= deepest && level.length > 0; depth += 1) {
    const read = level.map(readCommands);
    found.push(read.flatMap(({ commands }) => commands));
    level = read.flatMap(({ within }) => within);
  }
  return found.flat();
}

interface Read {
  readonly commands: readonly ListValue[];
  /** What stands in `$(...)` inside words. */
  readonly within: readonly Script[];
}

function readCommands(script: Script): Read {
  const commands: ScalarValue[][] = [[]];
  const within: Script[] = [];
  const skipped = documentsIn(script);
  const closings = closingsIn(script);
  for (let at = script.start; at < script.end; ) {
    const letter = script.text.charAt(at);
    if (letter === '#') at = endOfLine(script, at) + 1;
    else if (letter === '\\' && /\s/.test(script.text.charAt(at + 1))) at = endOfLine(script, at) + 1;
    else if (separators.has(letter)) {
      commands.push([]);
      at = letter === '\n' ? (skipped(at + 1) ?? at + 1) : at + 1;
    } else if (/\s/.test(letter)) at += 1;
    else {
      const { end, inner } = wordFrom(script, at, closings);
      commands.at(-1)?.push(wordOf(script, at, end));
      for (const one of inner) within.push(one);
      at = end;
    }
  }
  return { commands: commands.flatMap(listOf), within };
}

function listOf(items: readonly ScalarValue[]): readonly ListValue[] {
  const [first, last] = [items[0], items.at(-1)];
  if (first === undefined || last === undefined) return [];
  return [{ kind: 'list', items, open: false, at: { ...first.at, end: last.at.end } }];
}

function endOfLine({ text, end }: Script, from: number): number {
  const found = text.slice(from, end).indexOf('\n');
  return found < 0 ? end : from + found;
}

interface Word {
  readonly end: number;
  readonly inner: readonly Script[];
}

/** Quotes, backslashes, commands in `$(...)` and expressions of workflows keep spaces within a word. */
function wordFrom(script: Script, start: number, closings: ReadonlyMap<number, number>): Word {
  const { text, end } = script;
  const inner: Script[] = [];
  let quote = '';
  for (let at = start; at < end; at += 1) {
    const letter = text.charAt(at);
    const closed = quote === "'" ? -1 : (closings.get(at) ?? endOfExpression(text, at));
    if (closed > 0) {
      if (closings.has(at)) inner.push({ ...script, start: at + 2, end: closed });
      at = closed;
    } else if (quote !== '') {
      if (letter === quote) quote = '';
    } else if (letter === '"' || letter === "'") quote = letter;
    else if (letter === '\\') at += 1;
    else if (/\s/.test(letter) || separators.has(letter)) return { end: Math.max(at, start + 1), inner };
  }
  return { end, inner };
}

const longestExpression = 500;

/** Where the `${{ ... }}` ends that begins here; -1 if none does. */
function endOfExpression(text: string, start: number): number {
  if (!text.startsWith('${{', start)) return -1;
  const end = text.slice(start, start + longestExpression).indexOf('}}');
  return end < 0 ? -1 : start + end + 1;
}

/** Where each `$(...)` ends, by where it begins. */
function closingsIn({ text, start, end }: Script): ReadonlyMap<number, number> {
  const closings = new Map<number, number>();
  const open: number[] = [];
  for (let at = start; at < end; at += 1) {
    const letter = text.charAt(at);
    if (letter === '(') open.push(at);
    if (letter !== ')') continue;
    const opened = open.pop() ?? 0;
    if (text.charAt(opened - 1) === '$' && opened > start) closings.set(opened - 1, at);
  }
  return closings;
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

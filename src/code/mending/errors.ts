import type { Flow } from '../flow/machine.js';
import type { Mend } from './mend.js';

const constant = "JSON.stringify({ message: 'Internal error' })";

/** An answer that tells of an error, with a text that does not; the error is logged instead, where it is not logged yet. */
export function withoutDetails({ source, sink: { at } }: Flow, text: string): Mend | undefined {
  const name = source?.origin.name ?? '';
  if (source?.origin.kind !== 'error' || !/^[a-z_$][\w$]{0,40}$/i.test(name) || at.path.endsWith('.py'))
    return undefined;
  const found = placeOf(name, text.slice(at.start, at.end));
  if (found === undefined) return undefined;
  const start = at.start + found.start;
  const edit = { path: at.path, start, end: start + found.length, text: found.text };
  const between = text.slice(source.at.end, at.start);
  if (new RegExp(`\\b(?:console|log|logger)\\.\\w{1,20}\\([^;\\n]{0,200}\\b${escaped(name)}\\b`).test(between))
    return { edits: [edit], isBreaking: false };
  const line = text.lastIndexOf('\n', at.start) + 1;
  const indent = text.slice(line, at.start);
  if (!/^[ \t]{1,40}$/.test(indent) || source.at.path !== at.path) return undefined;
  const logging = { path: at.path, start: at.start, end: at.start, text: `console.error(${name});\n${indent}` };
  return { edits: [logging, edit], isBreaking: false };
}

interface Place {
  readonly start: number;
  readonly length: number;
  readonly text: string;
}

/** What of an answer holds the error: the body of a result, or what a response is sent. */
function placeOf(name: string, answer: string): Place | undefined {
  const error = `${escaped(name)}(?:\\.(?:stack|message|toString\\(\\)))?`;
  const value = `(?:${error}|String\\(${error}\\)|JSON\\.stringify\\((?:${error}|\\{ \\w{1,30}: ${error} \\})\\))`;
  const body = new RegExp(`\\bbody: (${value})(?=[,\\s}])`).exec(answer);
  if (body) return { start: body.index + 'body: '.length, length: body[1]?.length ?? 0, text: constant };
  const sent = new RegExp(`\\.(?:send|json)\\((${value}|\\{ \\w{1,30}: ${error} \\})\\)$`).exec(answer);
  const given = sent?.[1] ?? '';
  return given === ''
    ? undefined
    : { start: answer.length - 1 - given.length, length: given.length, text: "{ message: 'Internal error' }" };
}

function escaped(name: string): string {
  return name.replaceAll('$', '\\$');
}

const again = 'After this edit a message that fails is delivered again.';

/** A handler of errors that only logs throws the error again. */
export function rethrown({ sink: { at }, detail }: Flow, text: string): Mend | undefined {
  if (detail !== 'logged') return undefined;
  const edit = at.path.endsWith('.py') ? raised(at.start, text) : thrown(text.slice(at.start, at.end), at.end, text);
  return edit && { edits: [{ path: at.path, ...edit }], isBreaking: true, note: again };
}

/** `catch (err) { ... }`: before the bracket that closes it. */
function thrown(name: string, from: number, text: string) {
  const [open] = /^\s{0,10}\)\s{0,10}\{/.exec(text.slice(from, from + 30)) ?? [];
  if (open === undefined || !/^[a-z_$][\w$]{0,40}$/i.test(name)) return undefined;
  const start = from + open.length;
  const end = closing(text, start);
  const block = end === undefined ? undefined : text.slice(start, end);
  if (end === undefined || block === undefined) return undefined;
  const [, indent] = /\n([ \t]{1,40})\S[^\n]*\n[ \t]{0,40}$/.exec(block) ?? [];
  if (indent === undefined) return block.includes('\n') ? undefined : { start: end, end, text: `throw ${name}; ` };
  const line = text.lastIndexOf('\n', end) + 1;
  return { start: line, end: line, text: `${indent}throw ${name};\n` };
}

/** Where a short block without texts that hold brackets ends. */
function closing(text: string, from: number): number | undefined {
  let depth = 1;
  for (let at = from; at < Math.min(text.length, from + longestBlock); at += 1) {
    if (text[at] === '{') depth += 1;
    if (text[at] === '}') depth -= 1;
    if (depth === 0) return at;
  }
  return undefined;
}

const longestBlock = 600;

/** `except Exception as error:` and the lines that stand deeper. */
function raised(from: number, text: string) {
  const first = text.lastIndexOf('\n', from) + 1;
  const [, outer = ''] = /^([ \t]{0,40})except\b[^\n]{0,200}:[ \t]{0,10}\n/.exec(text.slice(first, first + 300)) ?? [];
  let at = text.indexOf('\n', from) + 1;
  let indent: string | undefined;
  while (at > 0 && at < text.length) {
    const [, own] = /^([ \t]{1,60})\S/.exec(text.slice(at, at + 80)) ?? [];
    if (own === undefined || own.length <= outer.length || !text.slice(first).startsWith(`${outer}except`)) break;
    indent ??= own;
    const next = text.indexOf('\n', at);
    if (next === -1) return undefined;
    at = next + 1;
  }
  return indent === undefined ? undefined : { start: at, end: at, text: `${indent}raise\n` };
}

import type { Edit } from '../../model/span.js';
import { propertiesOf } from './constructs.js';
import type { Call, Program, Properties } from './expression.js';

/** Gives a construct another property, in the style of its neighbours; under a dotted name inside one that is there. */
export function insertProperty(program: Program, call: Call, name: string, text: string): readonly Edit[] | undefined {
  const given = propertiesOf(call);
  if (given === 'unknown') return undefined;
  const [first = '', ...rest] = name.split('.');
  if (given === 'none')
    return call.args.length === 2 ? appendArgument(program, call, nested(program, [first, ...rest], text)) : undefined;
  const inner = rest.length === 0 ? undefined : given.entries.find(({ key }) => key === first)?.value;
  if (inner === undefined) return insertInto(program, given, nested(program, [first, ...rest], text), call);
  const [second = ''] = rest;
  return inner.kind === 'properties' && rest.length === 1
    ? insertInto(program, inner, nested(program, [second], text), call)
    : undefined;
}

interface Entry {
  readonly key: string;
  readonly text: string;
}

function nested(program: Program, path: readonly string[], text: string): Entry | undefined {
  const [key = '', ...rest] = path;
  if (rest.length === 0) return { key, text };
  const inner = program.language === 'typescript' ? nested(program, rest, text) : undefined;
  return inner && { key, text: `{ ${inner.key}: ${inner.text} }` };
}

function written({ language }: Program, { key, text }: Entry, form: Properties['form']): string {
  if (form === 'keywords') return `${snake(key)}=${text}`;
  return form === 'dictionary' && language === 'python' ? `"${key}": ${text}` : `${key}: ${text}`;
}

function snake(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function appendArgument(program: Program, call: Call, entry: Entry | undefined): readonly Edit[] | undefined {
  const last = call.args.at(-1);
  if (entry === undefined || last === undefined) return undefined;
  const text =
    program.language === 'python' ? `, ${snake(entry.key)}=${entry.text}` : `, { ${entry.key}: ${entry.text} }`;
  const { end, path } = last.at;
  return [{ path, start: end, end, text }];
}

function insertInto(
  program: Program,
  properties: Properties,
  entry: Entry | undefined,
  call: Call,
): readonly Edit[] | undefined {
  if (entry === undefined || properties.open || properties.at.path !== program.path) return undefined;
  const text = written(program, entry, properties.form);
  const { path } = properties.at;
  const last = properties.entries.at(-1);
  if (last === undefined) {
    const { start, end } = properties.at;
    if (properties.form === 'keywords') return appendArgument(program, call, entry);
    return [{ path, start, end, text: `{ ${text} }` }];
  }
  const { start: keyStart } = last.keyAt;
  const end = last.value.at.end;
  const lineStart = program.text.lastIndexOf('\n', keyStart - 1) + 1;
  const lead = program.text.slice(lineStart, keyStart);
  const ownLine = /^[ \t]*$/.test(lead);
  return [{ path, start: end, end, text: ownLine ? `,${lineBreak(program)}${lead}${text}` : `, ${text}` }];
}

function lineBreak({ text }: Program): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

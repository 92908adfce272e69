import type { Edit, Span } from '../../../model/span.js';
import { propertiesOf } from '../constructs/construct.js';
import { spelledName } from '../constructs/qualified-names.js';
import type { Call, Expression, Program, Properties } from '../program/expression.js';
import { resolve } from '../program/scope.js';
import { snake } from '../program/spelling.js';

type Edits = readonly Edit[] | undefined;

/** Where a property goes: among those of a call, at a position of its arguments. */
export interface Spot {
  readonly call: Call;
  readonly position: number;
}

/** Gives a call another property, in the style of its neighbours; under a dotted name inside one that is there. */
export function insertProperty(program: Program, spot: Spot, name: string, text: string): Edits {
  const { call, position } = spot;
  const given = propertiesOf(call, position);
  if (given === 'unknown') return undefined;
  const [first = '', ...rest] = name.split('.');
  if (given === 'none')
    return call.args.length === position
      ? appendArgument(program, call, nested(program, [first, ...rest], text))
      : undefined;
  const inner = given.entries.findLast(({ key }) => key === first)?.value;
  if (inner === undefined) return insertInto(program, given, nested(program, [first, ...rest], text), call);
  const [second = ''] = rest;
  const options = rest.length === 1 ? optionsOf(inner) : undefined;
  const isThere = options?.entries.some(({ key }) => key === second);
  return options === undefined || isThere ? undefined : insertInto(program, options, { key: second, text }, call);
}

/** The options inside a property: an object, or what a class of options is made with. */
function optionsOf(inner: Expression): Properties | undefined {
  const resolved = resolve(inner);
  if (resolved.kind === 'properties') return resolved;
  const [only] = resolved.kind === 'call' && resolved.args.length === 1 ? resolved.args : [];
  return only?.kind === 'properties' ? only : undefined;
}

interface Entry {
  readonly key: string;
  readonly text: string;
}

/** Classes of options that a Python program makes by name. */
const optionClasses = new Map([
  ['deployOptions', 'aws-apigateway.StageOptions'],
  ['defaultMethodOptions', 'aws-apigateway.MethodOptions'],
  ['requestValidatorOptions', 'aws-apigateway.RequestValidatorOptions'],
]);

function nested(program: Program, path: readonly string[], text: string): Entry | undefined {
  const [key = '', ...rest] = path;
  if (rest.length === 0) return { key, text };
  const inner = nested(program, rest, text);
  if (inner === undefined || program.language === 'typescript')
    return inner && { key, text: `{ ${inner.key}: ${inner.text} }` };
  const name = spelledName(program, optionClasses.get(key) ?? '');
  return name === undefined ? undefined : { key, text: `${name}(${snake(inner.key)}=${inner.text})` };
}

function written({ language }: Program, { key, text }: Entry, form: Properties['form']): string {
  if (form === 'keywords') return `${snake(key)}=${text}`;
  return form === 'dictionary' && language === 'python' ? `"${snake(key)}": ${text}` : `${key}: ${text}`;
}

function appendArgument(program: Program, call: Call, entry: Entry | undefined): Edits {
  if (entry === undefined) return undefined;
  const { path } = call.at;
  const last = call.args.at(-1);
  const isPython = program.language === 'python';
  const own = isPython ? `${snake(entry.key)}=${entry.text}` : `{ ${entry.key}: ${entry.text} }`;
  if (last === undefined) return [{ path, start: call.argsEnd, end: call.argsEnd, text: own }];
  const { end } = last.at;
  return [{ path, start: end, end, text: `, ${own}` }];
}

function insertInto(program: Program, all: Properties, entry: Entry | undefined, call: Call): Edits {
  const properties = all.written ?? all;
  if (entry === undefined || all.open || properties.at.path !== program.path) return undefined;
  const text = written(program, entry, properties.form);
  const { path } = properties.at;
  const last = lastOf(properties);
  if (last === undefined) {
    const { start, end } = properties.at;
    if (properties.form === 'keywords') return appendArgument(program, call, entry);
    return [{ path, start, end, text: `{ ${text} }` }];
  }
  const { start, end } = last;
  const lineStart = program.text.lastIndexOf('\n', start - 1) + 1;
  const lead = program.text.slice(lineStart, start);
  const ownLine = /^[ \t]*$/.test(lead);
  return [{ path, start: end, end, text: ownLine ? `,${lineBreak(program)}${lead}${text}` : `, ${text}` }];
}

/** The last thing that properties list. */
function lastOf({ entries, spreads = [] }: Properties): Span | undefined {
  const entry = entries.at(-1);
  const spread = spreads.at(-1);
  if (spread !== undefined && spread.before === entries.length) return spread.at;
  return entry && { ...entry.keyAt, end: entry.value.at.end };
}

function lineBreak({ text }: Program): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

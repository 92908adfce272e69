import type { Literal } from '../../model/literal.js';
import type { Edit } from '../../model/span.js';
import type { MapValue, Value } from '../../model/value.js';
import { type Change, type Container, flowOf, insertMember, removeMember } from '../flow-edits.js';
import { isEditable, leadOf, ownEntries } from '../geometry.js';
import { destinationOf } from '../insertion.js';
import { type Express, nest, type Printable, plainText, toPrintable } from '../printable.js';
import type { Layout } from '../source.js';
import type { Writer } from '../writer.js';
import { type JsonStyle, jsonStyleOf, printJson, printJsonEntry } from './print.js';

/** Writes into one JSON text as it is laid out. */
export function jsonWriter(layout: Layout, express: Express = plainText): Writer {
  const style = jsonStyleOf(layout.source.text);
  const writing = { layout, style };
  return {
    replace: (value, literal) => withPrintable(literal, express, (printable) => replace(writing, value, printable)),
    insert: (map, path, literal) =>
      withPrintable(literal, express, (printable) => insert(writing, map, { path, printable })),
    remove: (map, key) => remove(writing, map, key),
    append: (list, literal) => withPrintable(literal, express, (printable) => append(writing, list, printable)),
  };
}

interface Writing {
  readonly layout: Layout;
  readonly style: JsonStyle;
}

function withPrintable<R>(literal: Literal, express: Express, write: (printable: Printable) => R): R | undefined {
  const printable = toPrintable(literal, express);
  return printable === undefined ? undefined : write(printable);
}

function editsOf({ layout }: Writing, change: Change | undefined): readonly Edit[] | undefined {
  return change && [{ path: layout.source.path, ...change }];
}

function replace(writing: Writing, value: Value, printable: Printable): readonly Edit[] | undefined {
  const { layout, style } = writing;
  if (!isEditable(layout, value)) return undefined;
  const { start, end } = value.at;
  return editsOf(writing, { start, end, text: printJson(printable, style, leadOf(layout.source.text, start)) });
}

function insert(
  writing: Writing,
  map: MapValue,
  { path, printable }: { readonly path: readonly string[]; readonly printable: Printable },
): readonly Edit[] | undefined {
  const destination = destinationOf(writing.layout, map, path);
  if (destination === undefined) return undefined;
  if ('empty' in destination) return replace(writing, destination.empty, nest(destination.path, printable));
  const [key = '', ...rest] = destination.path;
  return addMember(writing, destination.map, key, nest(rest, printable));
}

function append(writing: Writing, list: Value, printable: Printable): readonly Edit[] | undefined {
  return list.kind === 'list' && isEditable(writing.layout, list)
    ? addMember(writing, list, undefined, printable)
    : undefined;
}

function addMember(
  writing: Writing,
  container: Container,
  key: string | undefined,
  printable: Printable,
): readonly Edit[] | undefined {
  const { layout, style } = writing;
  const flow = flowOf(layout.source.text, container);
  const print = (lead: string): string =>
    key === undefined ? printJson(printable, style, lead) : printJsonEntry(key, printable, style, lead);
  if (flow.members.length > 0) return editsOf(writing, insertMember(flow, print));
  const { start, end } = flow.whole;
  if (flow.text.slice(start + 1, end - 1).trim() !== '') return undefined;
  const whole = key === undefined ? [printable] : nest([key], printable);
  return editsOf(writing, { start, end, text: printWide(whole, style, leadOf(flow.text, start)) });
}

/** What was an empty container gets its own lines where the text has lines. */
function printWide(whole: Printable, style: JsonStyle, lead: string): string {
  const { step, lineBreak } = style;
  if (step === undefined) return printJson(whole, style, lead);
  const printed = printJson(whole, { ...style, shortLists: false }, lead);
  if (printed.includes(lineBreak)) return printed;
  return `${printed.slice(0, 1)}${lineBreak}${lead}${step}${printed.slice(1, -1)}${lineBreak}${lead}${printed.slice(-1)}`;
}

function remove(writing: Writing, map: MapValue, key: string): readonly Edit[] | undefined {
  const index = ownEntries(map).findIndex((entry) => entry.key === key);
  if (index === -1 || !isEditable(writing.layout, map)) return undefined;
  return editsOf(writing, removeMember(flowOf(writing.layout.source.text, map), index));
}

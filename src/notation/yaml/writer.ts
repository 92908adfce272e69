import type { Literal } from '../../model/literal.js';
import type { Edit } from '../../model/span.js';
import { type MapValue, textOf, type Value } from '../../model/value.js';
import { type Change, type Container, flowOf, insertMember, removeMember } from '../flow-edits.js';
import { isEditable, ownEntries } from '../geometry.js';
import { destinationOf } from '../insertion.js';
import { type Express, isContainer, nest, type Printable, plainText, toPrintable } from '../printable.js';
import type { Layout } from '../source.js';
import type { Writer } from '../writer.js';
import { appendItem, insertEntry, removeEntry, replaceByLines, replaceByWord, type YamlText } from './block.js';
import { printInline, printInlineEntry, type Quote, quoted } from './print.js';
import { plainMeaning } from './scalar.js';
import { yamlStyleOf } from './style.js';

/** Writes into one YAML text in the style of the neighbours. */
export function yamlWriter(layout: Layout, express: Express = plainText): Writer {
  const { text, path } = layout.source;
  const writing: Writing = { layout, yaml: { text, style: yamlStyleOf(text) } };
  const edits = (change: Change | undefined): readonly Edit[] | undefined => change && [{ path, ...change }];
  const printed = (literal: Literal, write: (printable: Printable) => Change | undefined) => {
    const printable = toPrintable(literal, express);
    return printable === undefined ? undefined : edits(write(printable));
  };
  return {
    replace: (value, literal) => printed(literal, (printable) => replace(writing, value, printable)),
    insert: (map, keys, literal) => printed(literal, (printable) => insert(writing, map, keys, printable)),
    remove: (map, key) => edits(remove(writing, map, key)),
    append: (list, literal) => printed(literal, (printable) => append(writing, list, printable)),
  };
}

interface Writing {
  readonly layout: Layout;
  readonly yaml: YamlText;
}

/** True inside the brackets of some `{}` or `[]`. */
function isInFlow({ flows }: Layout, { at }: Value): boolean {
  return flows.some(({ start, end }) => start < at.start && at.end < end);
}

function isFlow({ layout }: Writing, { at }: Value): boolean {
  const first = layout.source.text[at.start];
  return first === '{' || first === '[';
}

function replace(writing: Writing, value: Value, printable: Printable): Change | undefined {
  const { layout, yaml } = writing;
  if (!isEditable(layout, value)) return undefined;
  const inline = isInFlow(layout, value) || (isFlow(writing, value) && value.kind !== 'scalar');
  if (isContainer(printable) && !inline) return replaceByLines(yaml, value, printable);
  const word = isScalarText(printable) ? quotedAlike(writing, value, printable) : undefined;
  return replaceByWord(yaml, value, word ?? printInline(printable, yaml.style));
}

function isScalarText(printable: Printable): printable is string | number | boolean {
  return typeof printable === 'string' || typeof printable === 'number' || typeof printable === 'boolean';
}

/** A quoted word stays quoted; so does a flag or number in the place of a quoted one. */
function quotedAlike({ layout }: Writing, value: Value, word: string | number | boolean): string | undefined {
  const first = layout.source.text[value.at.start];
  const isQuoted = value.kind === 'scalar' && (first === "'" || first === '"');
  const alike = typeof word === 'string' || typeof plainMeaning(textOf(value) ?? '') === typeof word;
  return isQuoted && alike ? quoted(String(word), first as Quote) : undefined;
}

function insert(writing: Writing, map: MapValue, path: readonly string[], printable: Printable): Change | undefined {
  const destination = destinationOf(writing.layout, map, path);
  if (destination === undefined) return undefined;
  if ('empty' in destination) return replace(writing, destination.empty, nest(destination.path, printable));
  const [key = '', ...rest] = destination.path;
  const value = nest(rest, printable);
  if (isFlow(writing, destination.map)) return addMember(writing, destination.map, key, value);
  return isBlock(writing, destination.map) ? insertEntry(writing.yaml, destination.map, key, value) : undefined;
}

/** A block container begins with its first key or dash, not with a tag or an explicit key. */
function isBlock({ layout }: Writing, { at, kind }: Value): boolean {
  const first = layout.source.text[at.start] ?? '';
  return kind === 'list' ? first === '-' : !'!?&*'.includes(first);
}

function addMember(
  { yaml }: Writing,
  container: Container,
  key: string | undefined,
  value: Printable,
): Change | undefined {
  const flow = flowOf(yaml.text, container);
  const { style } = yaml;
  const print = (): string => (key === undefined ? printInline(value, style) : printInlineEntry(key, value, style));
  if (flow.members.length > 0) return insertMember(flow, print);
  const { start, end } = flow.whole;
  if (flow.text.slice(start + 1, end - 1).trim() !== '') return undefined;
  return { start, end, text: printInline(key === undefined ? [value] : nest([key], value), style) };
}

function remove(writing: Writing, map: MapValue, key: string): Change | undefined {
  if (!isEditable(writing.layout, map)) return undefined;
  if (!isFlow(writing, map)) return isBlock(writing, map) ? removeEntry(writing.yaml, map, key) : undefined;
  const index = ownEntries(map).findIndex((entry) => entry.key === key);
  return index === -1 ? undefined : removeMember(flowOf(writing.yaml.text, map), index);
}

function append(writing: Writing, list: Value, printable: Printable): Change | undefined {
  if (list.kind !== 'list' || !isEditable(writing.layout, list)) return undefined;
  if (isFlow(writing, list)) return addMember(writing, list, undefined, printable);
  return isBlock(writing, list) ? appendItem(writing.yaml, list, printable) : undefined;
}

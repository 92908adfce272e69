import type { Literal } from '../../../model/literal.js';
import type { Edit, Span } from '../../../model/span.js';
import type { MapValue, Value } from '../../../model/value.js';
import {
  entrySpan,
  indentationOf,
  isEditable,
  leadOf,
  lineBreakOf,
  lineEnd,
  lineStart,
  nextLineStart,
  ownEntries,
} from '../../../notation/geometry.js';
import { destinationOf } from '../../../notation/insertion.js';
import { nest, type Printable, plainText, toPrintable } from '../../../notation/printable.js';
import type { Source } from '../../../notation/source.js';
import type { Writer } from '../../../notation/writer.js';
import { printBicep, printEntry } from './printing.js';

/** Writes into whichever of the files a value stands in. */
export function bicepWriter(sources: ReadonlyMap<string, Source>): Writer {
  const at = ({ path }: Span): Writing | undefined => {
    const source = sources.get(path);
    return source && { source, style: styleOf(source.text), layout: { source, shared: [], flows: [] } };
  };
  return {
    replace: (value, literal) =>
      withPrintable(at(value.at), literal, (writing, printable) => replace(writing, value, printable)),
    insert: (map, path, literal) =>
      withPrintable(at(map.at), literal, (writing, printable) => insert(writing, map, path, printable)),
    remove: (map, key) => remove(at(map.at), map, key),
    append: (list, literal) =>
      withPrintable(at(list.at), literal, (writing, printable) => append(writing, list, printable)),
  };
}

interface Writing {
  readonly source: Source;
  readonly style: { readonly lineBreak: string; readonly step: string };
  readonly layout: { readonly source: Source; readonly shared: readonly Span[]; readonly flows: readonly Span[] };
}

function styleOf(text: string): Writing['style'] {
  return {
    lineBreak: lineBreakOf(text),
    step: /\n\t+\S/.test(text.slice(0, 20_000)) ? '\t' : ' '.repeat(indentationOf(text)),
  };
}

function withPrintable<R>(
  writing: Writing | undefined,
  literal: Literal,
  write: (writing: Writing, printable: Printable) => R,
): R | undefined {
  const printable = toPrintable(literal, plainText);
  return printable === undefined || writing === undefined ? undefined : write(writing, printable);
}

function replace({ source, style, layout }: Writing, value: Value, printable: Printable): readonly Edit[] | undefined {
  if (!isEditable(layout, value)) return undefined;
  return [{ ...value.at, text: printBicep(printable, style, leadOf(source.text, value.at.start)) }];
}

function insert(
  writing: Writing,
  map: MapValue,
  path: readonly string[],
  printable: Printable,
): readonly Edit[] | undefined {
  const destination = destinationOf(writing.layout, map, path);
  if (destination === undefined) return undefined;
  if ('empty' in destination) return replace(writing, destination.empty, nest(destination.path, printable));
  const [key = '', ...rest] = destination.path;
  const members = ownEntries(destination.map).map(entrySpan);
  return addMember(writing, { whole: destination.map.at, members }, (lead) =>
    printEntry(key, nest(rest, printable), writing.style, lead),
  );
}

function append(writing: Writing, list: Value, printable: Printable): readonly Edit[] | undefined {
  if (list.kind !== 'list' || !isEditable(writing.layout, list)) return undefined;
  const members = list.items.flatMap(({ at, origin }) => (origin === undefined ? [at] : []));
  return addMember(writing, { whole: list.at, members }, (lead) => printBicep(printable, writing.style, lead));
}

interface Container {
  readonly whole: Span;
  readonly members: readonly Span[];
}

function addMember(
  { source: { path, text }, style }: Writing,
  { whole, members }: Container,
  print: (lead: string) => string,
): readonly Edit[] | undefined {
  const last = members.at(-1);
  if (last === undefined) {
    if (text.slice(whole.start + 1, whole.end - 1).trim() !== '') return undefined;
    const lead = leadOf(text, whole.start);
    const inner = `${style.lineBreak}${lead}${style.step}`;
    const [open, close] = [text[whole.start] ?? '{', text[whole.end - 1] ?? '}'];
    return [{ ...whole, text: `${open}${inner}${print(lead + style.step)}${style.lineBreak}${lead}${close}` }];
  }
  const lead = leadOf(text, last.start);
  const isOneLine = lineEnd(text, last.end) >= whole.end;
  if (isOneLine) return [{ path, start: last.end, end: last.end, text: `, ${print(lead)}` }];
  const end = lineEnd(text, last.end);
  return [{ path, start: end, end, text: `${style.lineBreak}${lead}${print(lead)}` }];
}

function remove(writing: Writing | undefined, map: MapValue, key: string): readonly Edit[] | undefined {
  if (writing === undefined || !isEditable(writing.layout, map)) return undefined;
  const { path, text } = writing.source;
  const members = ownEntries(map);
  const index = members.findIndex((entry) => entry.key === key);
  const entry = members[index];
  if (entry === undefined) return undefined;
  const { start, end } = entrySpan(entry);
  const before = text.slice(lineStart(text, start), start);
  const after = text.slice(end, lineEnd(text, end));
  if (before.trim() === '' && /^\s*(?:\/\/.*)?$/.test(after)) {
    return [{ path, start: lineStart(text, start), end: nextLineStart(text, end), text: '' }];
  }
  const next = members[index + 1];
  if (next !== undefined) return [{ path, start, end: next.keyAt.start, text: '' }];
  const former = members[index - 1];
  return former && [{ path, start: entrySpan(former).end, end, text: '' }];
}

import type { ListValue, MapValue, Value } from '../../model/value.js';
import type { Change } from '../flow-edits.js';
import { columnOf, entrySpan, lineEnd, lineStart, nextLineStart, ownEntries } from '../geometry.js';
import { isSequence, type Printable } from '../printable.js';
import { printEntryLines, printLines, type YamlStyle } from './print.js';

/** One YAML text and its layout. */
export interface YamlText {
  readonly text: string;
  readonly style: YamlStyle;
}

const nothingOrComment = /^[ \t]*(#[^\r\n]*)?$/;

/** A container in the place of a value that stands in block context. */
export function replaceByLines({ text, style }: YamlText, value: Value, printable: Printable): Change {
  const { start, end } = value.at;
  const lead = /^[ \t]*(?:- +)*/.exec(text.slice(lineStart(text, start), start))?.[0] ?? '';
  const column = columnOf(text, start);
  if (lead.length === column && end > start) {
    const further = !isSequence(printable) && column <= columnOfKeyAbove(text, start) ? ' '.repeat(style.step) : '';
    const joint = style.lineBreak + ' '.repeat(column) + further;
    return { start, end, text: further + printLines(printable, style).join(joint) };
  }
  const indent = ' '.repeat(lead.length + (isSequence(printable) ? style.listStep : style.step));
  const lines = printLines(printable, style).map((line) => `${style.lineBreak}${indent}${line}`);
  return { start: withoutSpaceBefore(text, start), end, text: lines.join('') };
}

/** Lists may stand as far left as their key, maps may not. */
function columnOfKeyAbove(text: string, offset: number): number {
  const above = text.slice(0, lineStart(text, offset)).trimEnd();
  const isItem = text[offset] === '-' && above.endsWith(':');
  return isItem ? (/^[ \t]*(?:- +)*/.exec(above.slice(lineStart(above, above.length)))?.[0].length ?? -1) : -1;
}

function withoutSpaceBefore(text: string, offset: number): number {
  let start = offset;
  while (text[start - 1] === ' ' || text[start - 1] === '\t') start -= 1;
  return start;
}

/** A one-line value in the place of any value in block context: a collection below its key moves up to it. */
export function replaceByWord({ text }: YamlText, value: Value, word: string): Change {
  const { start, end } = value.at;
  const between = /:([ \t]*\r?\n[ \t]*)$/.exec(text.slice(Math.max(0, start - 200), start));
  if (between?.[1] !== undefined) return { start: start - between[1].length, end, text: ` ${word}` };
  const touches = start === end && !/[ \t\n]/.test(text[start - 1] ?? '\n');
  return { start, end, text: touches ? ` ${word}` : word };
}

/** A new entry below the last line of a block map. */
export function insertEntry(yaml: YamlText, map: MapValue, key: string, printable: Printable): Change | undefined {
  const { text, style } = yaml;
  const column = columnOf(text, map.at.start);
  const local = { ...style, step: stepOf(text, map) ?? style.step };
  return addLines(yaml, map, { column, lines: printEntryLines(key, printable, local), gap: hasGap(text, map) });
}

/** A new item below the last one of a block list. */
export function appendItem(yaml: YamlText, list: ListValue, printable: Printable): Change | undefined {
  const column = columnOf(yaml.text, list.at.start);
  return addLines(yaml, list, { column, lines: printLines([printable], yaml.style), gap: false });
}

interface Addition {
  readonly column: number;
  readonly lines: readonly string[];
  /** An empty line goes before it, as between its neighbours. */
  readonly gap: boolean;
}

/** Outer containers add after the line break, inner ones before it: so additions at the end of both keep their order. */
function addLines({ text, style }: YamlText, container: Value, { column, lines, gap }: Addition): Change | undefined {
  const { end } = container.at;
  const at = lineEnd(text, end);
  if (!nothingOrComment.test(text.slice(end, at))) return undefined;
  const { lineBreak } = style;
  const space = gap ? lineBreak : '';
  const body = lines.map((line) => ' '.repeat(column) + line);
  const next = nextLineStart(text, at);
  if (column > style.step || next === at) {
    return { start: at, end: at, text: `${space}${body.map((line) => lineBreak + line).join('')}` };
  }
  return { start: next, end: next, text: `${space}${body.map((line) => line + lineBreak).join('')}` };
}

/** True if the last entry of a map is set apart by an empty line. */
function hasGap(text: string, map: MapValue): boolean {
  const entries = ownEntries(map);
  const last = entries.at(-1);
  const start = last === undefined || entries.length < 2 ? 0 : lineStart(text, last.keyAt.start);
  return /\n[ \t]*\r?\n$/.test(text.slice(Math.max(0, start - 200), start));
}

/** The step that a map's own nested maps use. */
function stepOf(text: string, map: MapValue): number | undefined {
  const column = columnOf(text, map.at.start);
  for (const { keyAt, value } of ownEntries(map)) {
    const nested =
      value.kind === 'map' && value.at.path === keyAt.path && value.at.start > nextLineStart(text, keyAt.end) - 1;
    const step = nested ? columnOf(text, value.at.start) - column : 0;
    if (step > 0 && step <= 8) return step;
  }
  return undefined;
}

/** Removes an entry of a block map with its whole lines. The last one leaves `{}`. */
export function removeEntry({ text }: YamlText, map: MapValue, key: string): Change | undefined {
  const entries = ownEntries(map);
  const index = entries.findIndex((entry) => entry.key === key);
  const entry = entries[index];
  if (entry === undefined) return undefined;
  const { start, end } = entrySpan(entry);
  if (start === map.at.start && end === map.at.end) return emptied(text, map);
  const stop = lineEnd(text, end);
  if (!nothingOrComment.test(text.slice(end, stop))) return undefined;
  const line = lineStart(text, start);
  const following = entries[index + 1];
  if (text.slice(line, start).trim() !== '') {
    return following && { start, end: following.keyAt.start, text: '' };
  }
  const next = nextLineStart(text, stop);
  if (next > stop) return { start: line, end: next, text: '' };
  const before = text[line - 2] === '\r' ? line - 2 : Math.max(0, line - 1);
  return { start: before, end: stop, text: '' };
}

function emptied(text: string, map: MapValue): Change {
  const { start, end } = map.at;
  const between = /:([ \t]*\r?\n[ \t]*)$/.exec(text.slice(Math.max(0, start - 200), start));
  return { start: start - (between?.[1]?.length ?? 0), end, text: between === null ? '{}' : ' {}' };
}

import type { Literal } from '../../../model/literal.js';
import type { Edit } from '../../../model/span.js';
import type { MapValue, Value } from '../../../model/value.js';
import type { Writer } from '../../../notation/writer.js';

/** Writes single literals of source files, and entries of object literals that have some. */
export function sourceWriter(textOf: (path: string) => string | undefined): Writer {
  return {
    replace: (value, literal) => replace(textOf(value.at.path) ?? '', value, literal),
    insert: (map, path, literal) => insert(textOf(map.at.path) ?? '', map, path, literal),
    remove: () => undefined,
    append: () => undefined,
  };
}

function replace(text: string, value: Value, literal: Literal): readonly Edit[] | undefined {
  if (value.kind !== 'scalar' || value.origin !== undefined) return undefined;
  const written = printed(literal, text[value.at.start] === '"' ? '"' : "'");
  return written === undefined ? undefined : [{ ...value.at, text: written }];
}

function printed(literal: Literal, quote: string): string | undefined {
  if (typeof literal === 'number' || typeof literal === 'boolean') return String(literal);
  if (typeof literal !== 'string' || /['"\\\n]/.test(literal)) return undefined;
  return `${quote}${literal}${quote}`;
}

function insert(
  text: string,
  map: MapValue,
  [key, ...rest]: readonly string[],
  literal: Literal,
): readonly Edit[] | undefined {
  const own = map.entries.filter(({ keyAt }) => keyAt.start > map.at.start && keyAt.start < map.at.end);
  const last = own.at(-1);
  const word = printed(literal, text.includes('"') && !text.includes("'") ? '"' : "'");
  if (key === undefined || rest.length > 0 || last === undefined || word === undefined) return undefined;
  if (map.origin !== undefined || last.value.at.path !== map.at.path) return undefined;
  const lineStart = text.lastIndexOf('\n', last.keyAt.start) + 1;
  const lead = text.slice(lineStart, last.keyAt.start);
  const separator = lead.trim() === '' ? `,\n${lead}` : ', ';
  const { end } = last.value.at;
  return [{ path: map.at.path, start: end, end, text: `${separator}${key}: ${word}` }];
}

import type { Notice } from '../../findings/notice.js';
import type { Json, JsonArray, JsonObject } from '../json/node.js';
import { lineAt, unread } from '../text.js';
import { type Cursor, readKeys, readValue, skipBlank, skipLine, TomlMistake } from './value.js';

/** A text with more broken lines is no TOML at all. */
const mostMistakes = 1000;

/**
 * A tolerant reading of TOML into the same tree as JSON, with offsets. A line that cannot be read is skipped and told
 * once; the rest is still there. Later keys win.
 */
export function readToml(
  path: string,
  text: string,
): { readonly root: JsonObject; readonly notices: readonly Notice[] } {
  const root = emptyObject(0, text.length);
  const cursor: Cursor = { text, at: 0 };
  let table = root;
  let mistake: number | undefined;
  let mistakes = 0;
  for (;;) {
    skipBlank(cursor, true);
    if (cursor.at >= text.length || mistakes > mostMistakes) break;
    const start = cursor.at;
    try {
      if (text[start] === '[') table = openTable(root, cursor);
      else readPair(table, cursor);
      endStatement(cursor);
    } catch (error) {
      if (!(error instanceof TomlMistake)) throw error;
      mistake ??= start;
      mistakes += 1;
      cursor.at = start;
      skipLine(cursor);
    }
  }
  if (mistake === undefined) return { root, notices: [] };
  const message = 'This line is not valid TOML; only the rest was reviewed. Repair the file or regenerate it.';
  return { root, notices: [unread(path, lineAt(text, mistake), message)] };
}

function emptyObject(start: number, end: number): JsonObject {
  return { kind: 'object', start, end, entries: new Map() };
}

function endStatement(cursor: Cursor): void {
  skipBlank(cursor, false);
  if (cursor.at < cursor.text.length && cursor.text[cursor.at] !== '\n') throw new TomlMistake();
}

function readPair(table: JsonObject, cursor: Cursor): void {
  const keys = readKeys(cursor);
  skipBlank(cursor, false);
  if (cursor.text[cursor.at] !== '=') throw new TomlMistake();
  cursor.at += 1;
  skipBlank(cursor, false);
  const value = readValue(cursor, 0);
  const last = keys.at(-1);
  if (last === undefined) throw new TomlMistake();
  const owner = descend(table, keys.slice(0, -1));
  owner.entries.set(last.name, { keyStart: last.start, keyEnd: last.end, value });
  owner.end = Math.max(owner.end, value.end);
}

function openTable(root: JsonObject, cursor: Cursor): JsonObject {
  const start = cursor.at;
  const many = cursor.text.startsWith('[[', start);
  cursor.at += many ? 2 : 1;
  skipBlank(cursor, false);
  const keys = readKeys(cursor);
  skipBlank(cursor, false);
  if (!cursor.text.startsWith(many ? ']]' : ']', cursor.at)) throw new TomlMistake();
  cursor.at += many ? 2 : 1;
  if (!many) return descend(root, keys);
  const last = keys.at(-1);
  if (last === undefined) throw new TomlMistake();
  const owner = descend(root, keys.slice(0, -1));
  const found = owner.entries.get(last.name)?.value;
  const list: JsonArray = found?.kind === 'array' ? found : { kind: 'array', start, end: cursor.at, items: [] };
  if (list !== found) owner.entries.set(last.name, { keyStart: last.start, keyEnd: last.end, value: list });
  const table = emptyObject(start, cursor.at);
  list.items.push(table);
  return table;
}

/** The table under a path of keys, made where it is missing; of arrays of tables the newest. */
function descend(
  from: JsonObject,
  keys: readonly { readonly name: string; readonly start: number; readonly end: number }[],
) {
  let table = from;
  for (const { name, start, end } of keys) {
    const found = table.entries.get(name)?.value;
    const next = asTable(found);
    if (found !== undefined && next === undefined) throw new TomlMistake();
    const child = next ?? emptyObject(start, end);
    if (next === undefined) table.entries.set(name, { keyStart: start, keyEnd: end, value: child });
    table = child;
  }
  return table;
}

function asTable(value: Json | undefined): JsonObject | undefined {
  if (value?.kind === 'object') return value;
  const last = value?.kind === 'array' ? value.items.at(-1) : undefined;
  return last?.kind === 'object' ? last : undefined;
}

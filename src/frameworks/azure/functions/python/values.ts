import { type Level, levels } from '../../../../clouds/azure/apis/auth-levels.js';
import type { Codec } from '../../../../clouds/values/codec.js';
import type { MapEntry, MapValue, Value } from '../../../../model/value.js';
import { textOf } from '../../../../model/value.js';
import { isEditable } from '../../../../notation/geometry.js';
import { silentWriter } from '../../../../notation/silent-writer.js';
import type { Source } from '../../../../notation/source.js';
import type { SyntaxNode } from '../../../../notation/tree-sitter/syntax-tree.js';
import type { Writer } from '../../../../notation/writer.js';
import { type PythonCall, plainText } from './calls.js';

/** The named arguments of a call, under the names that the other models use: `auth_level` is `authLevel`. */
export function pythonMap(source: Source, { args, open, whole }: PythonCall): MapValue {
  const entries = args.map(({ name, nameAt, node }): MapEntry => {
    return { key: camelCase(name), keyAt: nameAt, value: pythonValue(source, node) };
  });
  return { kind: 'map', entries, open, at: whole };
}

function camelCase(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function pythonValue(source: Source, node: SyntaxNode): Value {
  const at = { path: source.path, start: node.start, end: node.end };
  const text = plainText(node, source);
  if (text !== undefined) return { kind: 'scalar', value: text, at };
  const written = source.text.slice(node.start, node.end);
  if (/^-?\d{1,9}$/.test(written)) return { kind: 'scalar', value: Number(written), at };
  if (node.type === 'attribute') return { kind: 'scalar', value: written, at };
  if (node.type === 'list' || node.type === 'tuple') {
    const items = node.children.filter(({ named }) => named).slice(0, 50);
    return { kind: 'list', items: items.map((item) => itemOf(source, item)), open: false, at };
  }
  return { kind: 'unknown', because: 'code', at };
}

/** Lists of lists say nothing here. */
function itemOf(source: Source, node: SyntaxNode): Value {
  const at = { path: source.path, start: node.start, end: node.end };
  const text =
    plainText(node, source) ?? (node.type === 'attribute' ? source.text.slice(node.start, node.end) : undefined);
  return text === undefined ? { kind: 'unknown', because: 'code', at } : { kind: 'scalar', value: text, at };
}

/** `func.AuthLevel.ANONYMOUS`, `"anonymous"`. */
export const pythonLevels: Codec<Level> = {
  read: (value) => {
    const last = textOf(value)?.split('.').at(-1);
    return last === undefined ? undefined : levels.read({ kind: 'scalar', value: last, at: value.at });
  },
  write: levels.write,
};

/** Writes one word over another: the member of an enumeration, or a text. */
export function pythonWriter(source: Source): Writer {
  const layout = { source, shared: [], flows: [] };
  return {
    ...silentWriter,
    replace: (value, literal) => {
      if (typeof literal !== 'string' || !isEditable(layout, value) || !/^\w+$/.test(literal)) return undefined;
      const written = source.text.slice(value.at.start, value.at.end);
      const isText = /^['"]/.test(written);
      return [{ ...value.at, text: isText ? `"${literal}"` : written.replace(/\w+$/, literal.toUpperCase()) }];
    },
  };
}

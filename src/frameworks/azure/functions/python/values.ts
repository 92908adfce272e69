import { type Level, levels } from '../../../../clouds/azure/apis/auth-levels.js';
import type { Codec } from '../../../../clouds/values/codec.js';
import type { Call, Expression } from '../../../../languages/python/syntax/expression.js';
import type { MapEntry, MapValue, Value } from '../../../../model/value.js';
import { textOf } from '../../../../model/value.js';
import { isEditable } from '../../../../notation/geometry.js';
import { silentWriter } from '../../../../notation/silent-writer.js';
import type { Source } from '../../../../notation/source.js';
import type { Writer } from '../../../../notation/writer.js';

/** The named arguments of a call, under the names that the other models use: `auth_level` is `authLevel`. */
export function pythonMap({ text }: Source, { args, at }: Call): MapValue {
  const named = args.filter((argument) => argument.kind === 'keyword');
  const entries = named.map(({ name, nameAt, value }): MapEntry => {
    return { key: camelCase(name), keyAt: nameAt, value: pythonValue(text, value) };
  });
  return { kind: 'map', entries, open: named.length < args.length, at };
}

function camelCase(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function pythonValue(text: string, expression: Expression): Value {
  if (expression.kind !== 'list' && expression.kind !== 'tuple') return itemOf(text, expression);
  const { at } = expression;
  const items = expression.items.slice(0, 50).map((item) => itemOf(text, item));
  return { kind: 'list', items, open: false, at };
}

/** Lists of lists say nothing here. The member of an enumeration is what it is written as. */
function itemOf(text: string, expression: Expression): Value {
  const { at } = expression;
  if (expression.kind === 'attribute') return { kind: 'scalar', value: text.slice(at.start, at.end), at };
  const value = expression.kind === 'literal' && expression.isBytes === undefined ? expression.value : undefined;
  return value === undefined || value === null
    ? { kind: 'unknown', because: 'code', at }
    : { kind: 'scalar', value, at };
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
      const isText = /['"]$/.test(written);
      return [{ ...value.at, text: isText ? `"${literal}"` : written.replace(/\w+$/, literal.toUpperCase()) }];
    },
  };
}

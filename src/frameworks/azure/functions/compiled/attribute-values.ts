import type { MapEntry, MapValue, Value } from '../../../../model/value.js';
import { isEditable } from '../../../../notation/geometry.js';
import { silentWriter } from '../../../../notation/silent-writer.js';
import type { Source } from '../../../../notation/source.js';
import type { Writer } from '../../../../notation/writer.js';
import type { Attribute, AttributeArgument } from './attributes.js';

/** The names of arguments that only their position names, by the binding's type. */
const positions: ReadonlyMap<string, readonly string[]> = new Map([
  ['queue', ['queueName']],
  ['blob', ['path']],
  ['table', ['tableName']],
  ['timer', ['schedule']],
  ['servicebus', ['queueName', 'subscriptionName']],
  ['eventhub', ['eventHubName']],
  ['cosmosdb', ['databaseName', 'containerName']],
]);

/** The arguments of an attribute under the names that the other models use. */
export function attributeMap(type: string, { args, at }: Attribute): MapValue {
  const unnamed = args.filter(({ name }) => name === undefined);
  const names = type === 'servicebus' && unnamed.length > 1 ? ['topicName', 'subscriptionName'] : positions.get(type);
  const named = args.flatMap((arg): readonly MapEntry[] => {
    if (arg.name !== undefined) return [entry(camelCase(arg.name), arg)];
    if (/AuthorizationLevel\s*\./.test(arg.text)) return [entry('authLevel', arg)];
    const key = names?.[unnamed.indexOf(arg)];
    return key === undefined ? [] : [entry(key, arg)];
  });
  return { kind: 'map', entries: [...named, ...methodsOf(type, unnamed, at)], open: false, at };
}

function camelCase(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

function entry(key: string, arg: AttributeArgument): MapEntry {
  return { key, keyAt: arg.at, value: meaningOf(arg) };
}

/** `"get", "post"` behind the level. */
function methodsOf(type: string, unnamed: readonly AttributeArgument[], at: Value['at']): readonly MapEntry[] {
  const methods = unnamed.filter(({ text }) => type === 'http' && text.startsWith('"'));
  if (methods.length === 0) return [];
  return [{ key: 'methods', keyAt: at, value: { kind: 'list', items: methods.map(meaningOf), open: false, at } }];
}

/** A literal text, a member of an enumeration, or a list of these; everything else is code. */
function meaningOf({ text, at }: AttributeArgument): Value {
  const literal = /^@?"([^"\\{}\n]*|[^"\\\n]*)"$/.exec(text)?.[1];
  if (literal !== undefined) return { kind: 'scalar', value: literal, at };
  if (/^[A-Za-z_][\w.]{0,200}$/.test(text)) return memberOf(text, at);
  const listed = /^\{([^{}]{0,500})\}$/.exec(text)?.[1];
  if (listed === undefined) return { kind: 'unknown', because: 'code', at };
  const items = listed.split(',').map((item) => meaningOf({ name: undefined, text: item.trim(), at }));
  return { kind: 'list', items, open: false, at };
}

/** Levels and methods are members that are known by their names; other constants are not looked up. */
function memberOf(text: string, at: Value['at']): Value {
  return /(?:^|\.)(?:AuthorizationLevel|HttpMethod)\.\w+$/.test(text) || text === 'true' || text === 'false'
    ? { kind: 'scalar', value: text, at }
    : { kind: 'unknown', because: 'code', at };
}

/** Writes one level over another. */
export function attributeWriter(source: Source): Writer {
  const layout = { source, shared: [], flows: [] };
  return {
    ...silentWriter,
    replace: (value, literal) => {
      if (typeof literal !== 'string' || !isEditable(layout, value) || !/^[a-z]+$/.test(literal)) return undefined;
      const written = source.text.slice(value.at.start, value.at.end);
      if (!/AuthorizationLevel\s*\.\s*\w+$/.test(written)) return undefined;
      const isUpper = /\.\s*[A-Z]+$/.test(written);
      const word = isUpper ? literal.toUpperCase() : literal.charAt(0).toUpperCase() + literal.slice(1);
      return [{ ...value.at, text: written.replace(/\w+$/, word) }];
    },
  };
}

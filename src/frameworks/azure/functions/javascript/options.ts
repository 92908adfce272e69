import type { Span } from '../../../../model/span.js';
import type { MapEntry, MapValue, Value } from '../../../../model/value.js';

/** The types of bindings by the names of the methods that declare them, v4 model. */
export const methods: ReadonlyMap<string, string> = new Map([
  ...['http', 'get', 'put', 'post', 'patch', 'deleteRequest'].map((name) => [name, 'http'] as const),
  ['storageQueue', 'queue'],
  ['storageBlob', 'blob'],
  ['serviceBusQueue', 'servicebus'],
  ['serviceBusTopic', 'servicebus'],
  ['eventHub', 'eventhub'],
  ['timer', 'timer'],
  ['cosmosDB', 'cosmosdb'],
  ['eventGrid', 'eventgrid'],
  ['table', 'table'],
]);

/** The options of `app.http('name', {…})` with what the method's own name says. */
export function optionsOf(written: Value, method: string, at: Span): MapValue {
  const said = methodEntry(method, written.kind === 'map' ? written.at : at);
  return written.kind === 'map'
    ? { ...written, entries: [...written.entries, ...said] }
    : { kind: 'map', entries: said, open: false, at: written.at, origin: written.at };
}

/** `app.get` has its method in its own name. */
function methodEntry(method: string, at: Span): readonly MapEntry[] {
  if (methods.get(method) !== 'http' || method === 'http') return [];
  const word = method === 'deleteRequest' ? 'DELETE' : method.toUpperCase();
  return [
    { key: 'methods', keyAt: { ...at, start: 0, end: 0 }, value: { kind: 'scalar', value: word, at, origin: at } },
  ];
}

import type { Authorizer } from '../../model/api.js';
import { entryOf, type MapEntry, type MapValue, type Value, valueAt } from '../../model/value.js';
import type { Reading } from '../../notation/writer.js';
import { type OpenApiOperation, operationOf } from './operation.js';
import { type Reader, schemesOf } from './schemes.js';

/** What an OpenAPI 2 or 3 document says about an API: its operations, who may call them, and what may be missing. */
export interface OpenApiDocument {
  readonly operations: readonly OpenApiOperation[];
  readonly authorizers: readonly Authorizer[];
  /** Operations may exist that could not be read. */
  readonly open: boolean;
  /** The resource policy of Amazon's extension. */
  readonly policy: Value | undefined;
}

const methods = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']);
const anyMethod = 'x-amazon-apigateway-any-method';

export function readOpenApi(document: Value, reading: Reading, reader: Reader = 'gateway'): OpenApiDocument {
  const paths = valueAt(document, 'paths');
  const schemes = schemesOf(document, reader);
  const whole = { document, schemes, reading };
  const found = paths?.kind === 'map' ? paths.entries : [];
  const operations = found.flatMap((path) =>
    methodsOf(path).map((method) =>
      operationOf(whole, { path: path.key, method: methodName(method.key), entry: method }),
    ),
  );
  return {
    operations,
    authorizers: schemes.authorizers,
    open: isOpen(document, paths),
    policy: valueAt(document, 'x-amazon-apigateway-policy'),
  };
}

function methodsOf({ key, value }: MapEntry): readonly MapEntry[] {
  if (value.kind !== 'map' || !key.startsWith('/')) return [];
  return value.entries.filter((entry) => isMethod(entry.key) && entry.value.kind === 'map');
}

function isMethod(key: string): boolean {
  return key === anyMethod || methods.has(key.toLowerCase());
}

function methodName(key: string): string {
  return key === anyMethod ? 'ANY' : key.toUpperCase();
}

function isOpen(document: Value, paths: Value | undefined): boolean {
  if (document.kind !== 'map' || paths === undefined) return document.kind !== 'map' || document.open;
  return paths.kind !== 'map' || hasUnread(paths);
}

function hasUnread(paths: MapValue): boolean {
  return paths.open || paths.entries.some(({ value }) => isUnread(value));
}

function isUnread(item: Value): boolean {
  if (item.kind === 'scalar') return item.value !== null;
  return item.kind !== 'map' || item.open || entryOf(item, '$ref') !== undefined;
}

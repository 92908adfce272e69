import type { Api, Authorizer } from '../../model/api.js';
import { known, unknown } from '../../model/setting.js';
import { entryOf, type MapEntry, type MapValue, type Value, valueAt } from '../../model/value.js';
import type { Reading } from '../../notation/writer.js';
import { flatten, variantsOf } from '../values/branches.js';
import { writeOperation } from './new-operation.js';
import { type OpenApiOperation, operationOf } from './operation.js';
import { type Reader, schemesOf } from './schemes.js';
import type { OpenApiWhole } from './whole.js';

/** What an OpenAPI 2 or 3 document says about an API: its operations, who may call them, and what may be missing. */
export interface OpenApiDocument {
  readonly operations: readonly OpenApiOperation[];
  readonly authorizers: readonly Authorizer[];
  /** Operations may exist that could not be read. */
  readonly open: boolean;
  /** Adds an operation. */
  readonly describe: NonNullable<Api['describe']>;
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
    methodsOf(path).flatMap((written) => operationsOf(whole, { path: pathName(path.key), written })),
  );
  return {
    operations,
    authorizers: schemes.authorizers,
    open: isOpen(document, paths),
    describe: (operation) => writeOperation(whole, operation),
    policy: valueAt(document, 'x-amazon-apigateway-policy'),
  };
}

/** The methods of a path, each as it is written in every branch of the conditions above it. */
function methodsOf({ key, value }: MapEntry): readonly (readonly MapEntry[])[] {
  if (!key.startsWith('/')) return [];
  const entries = flatten(value).items.flatMap((item) => (item.value.kind === 'map' ? item.value.entries : []));
  const found = entries.filter((entry) => isMethod(entry.key));
  return [...new Set(found.map((entry) => entry.key))].map((name) => found.filter((entry) => entry.key === name));
}

interface Written {
  readonly path: string;
  readonly written: readonly MapEntry[];
}

/** The one operation of a method of a path; when branches of a condition differ in authentication, it is unknown. */
function operationsOf(whole: OpenApiWhole, { path, written }: Written): readonly OpenApiOperation[] {
  const forms = written.flatMap(formsOf).filter(({ value }) => value.kind === 'map');
  const [first, ...others] = forms.map((entry) => operationOf(whole, { path, method: methodName(entry.key), entry }));
  if (first === undefined) return [];
  const agree = others.every(({ auth }) => isSameAuth(auth, first.auth));
  return [agree ? first : { ...first, auth: unknown(first.at, 'authentication by condition') }];
}

function formsOf(entry: MapEntry): readonly MapEntry[] {
  if (entry.value.kind !== 'choice') return [entry];
  return variantsOf({ value: entry.value }).map(({ value }) => ({ ...entry, value }));
}

function isSameAuth(a: OpenApiOperation['auth'], b: OpenApiOperation['auth']): boolean {
  const [one, other] = [known(a), known(b)];
  return one?.kind === other?.kind && one?.authorizer === other?.authorizer;
}

/** HTTP APIs write the route that takes everything else as a path. */
function pathName(key: string): string {
  return key === '/$default' ? '$default' : key;
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
  if (item.kind === 'choice' && item.among === 'branches')
    return item.cases.some(({ value }) => value !== undefined && isUnread(value));
  return item.kind !== 'map' || item.open || entryOf(item, '$ref') !== undefined;
}

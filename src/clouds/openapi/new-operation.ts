import type { Auth, NewOperation, Route } from '../../model/api.js';
import type { Literal } from '../../model/literal.js';
import type { Edit } from '../../model/span.js';
import { entryOf, itemsOf, type MapEntry, type MapValue, textOf, type Value, valueAt } from '../../model/value.js';
import type { OpenApiWhole } from './whole.js';

const methods: ReadonlySet<string> = new Set(['get', 'put', 'post', 'delete', 'patch', 'head']);

/** Adds an operation to a document: a stub with the parameters of its path and the security that its callers need. */
export function writeOperation(whole: OpenApiWhole, wanted: NewOperation): readonly Edit[] | undefined {
  const { method, path, auth, like } = wanted;
  const { document, reading } = whole;
  const key = method.toLowerCase();
  const security = securityOf(whole, auth) ?? (like && securityLike(whole, like));
  const paths = valueAt(document, 'paths');
  if (document.kind !== 'map' || paths?.kind !== 'map' || !methods.has(key) || security === undefined) return undefined;
  const written = path.replace(/[:<]([\w-]{1,80})>?(?=\/|$)/g, '{$1}');
  const there = entryAt(paths, written);
  if (there !== undefined && !isFree(there.value, key)) return undefined;
  const operation = stubOf(whole, there, { path: there?.key ?? written, security });
  return there?.value.kind === 'map'
    ? reading.writer.insert(there.value, [key], operation)
    : reading.writer.insert(document, ['paths', written, key], operation);
}

/** A path that stands here, and does not have the method. */
function isFree(path: Value, method: string): boolean {
  return path.kind === 'map' && !path.open && !['$ref', method].some((key) => entryOf(path, key) !== undefined);
}

function entryAt(paths: MapValue, path: string): MapEntry | undefined {
  return paths.entries.find((entry) => formOf(entry.key) === formOf(path));
}

/** A path without the names of its parameters. */
function formOf(path: string): string {
  return path.replace(/\{[^{}]{0,200}\}/g, '{}').replace(/(.)\/$/, '$1');
}

interface Said {
  readonly path: string;
  readonly security: Literal;
}

function stubOf({ document }: OpenApiWhole, there: MapEntry | undefined, { path, security }: Said): Literal {
  const isOlder = textOf(valueAt(document, 'swagger')) !== undefined;
  const text = { type: 'string' };
  const isShared = there !== undefined && valueAt(there.value, 'parameters') !== undefined;
  const names = isShared ? [] : [...path.matchAll(/\{([^{}]{1,200})\}/g)].map(([, name = '']) => name);
  const parameters = names.map((name) => ({
    name,
    in: 'path',
    required: true,
    ...(isOlder ? text : { schema: text }),
  }));
  return {
    summary: 'TODO',
    ...(parameters.length > 0 && { parameters }),
    security,
    responses: { default: { description: 'TODO' } },
  };
}

/** What the document calls the way in which callers prove who they are; undefined where it has no word for it, or several. */
function securityOf({ schemes }: OpenApiWhole, auth: Auth): Literal | undefined {
  if (auth.kind === 'none') return [];
  const all = [...schemes.byName].filter(([, { inQuery }]) => inQuery === undefined);
  const own = all.filter(([name]) => name === auth.authorizer);
  const alike = own.length > 0 ? own : all.filter(([, { kind }]) => kind !== undefined && kindsOf(auth).includes(kind));
  const [found, another] = alike;
  if (found === undefined || another !== undefined) return undefined;
  const [name] = found;
  return [{ [name]: auth.scopes ?? [] }];
}

/** What the document asks of the callers of another operation. */
function securityLike(
  { document }: OpenApiWhole,
  { method, path }: Pick<Route, 'method' | 'path'>,
): Literal | undefined {
  const paths = valueAt(document, 'paths');
  const operation = paths?.kind === 'map' ? valueAt(entryAt(paths, path)?.value, method.toLowerCase()) : undefined;
  const asked = operation && (valueAt(operation, 'security') ?? valueAt(document, 'security'));
  const [first, another] = itemsOf(asked);
  if (first?.kind !== 'map' || first.open || another !== undefined) return undefined;
  const schemes = first.entries.map(({ key, value }) => [key, itemsOf(value).flatMap((scope) => textOf(scope) ?? [])]);
  return schemes.length === 0 ? undefined : [Object.fromEntries(schemes)];
}

/** The schemes that stand for it: a token is a token, whoever looks at it. */
function kindsOf({ kind }: Auth): readonly Auth['kind'][] {
  if (kind === 'jwt' || kind === 'cognito' || kind === 'entra') return ['jwt', 'cognito', 'entra'];
  return kind === 'function-key' ? ['api-key'] : [kind];
}

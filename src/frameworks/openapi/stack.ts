import { type OpenApiDocument, readOpenApi } from '../../clouds/openapi/document.js';
import type { OpenApiOperation } from '../../clouds/openapi/operation.js';
import { emptyModel } from '../../clouds/plain/empty-model.js';
import { frontApi } from '../../clouds/plain/front.js';
import { plainRoute } from '../../clouds/plain/route.js';
import type { Notice } from '../../findings/notice.js';
import type { Api, Route } from '../../model/api.js';
import type { Files } from '../../model/files.js';
import type { FrameworkName, Model } from '../../model/model.js';
import type { Resource } from '../../model/resource.js';
import { unknown } from '../../model/setting.js';
import { entryOf, itemsOf, textOf, type Value, valueAt } from '../../model/value.js';
import type { Reading } from '../../notation/writer.js';
import { openTextFiles, type TextFiles } from '../files/text-files.js';
import { endpointsOf } from './endpoints.js';
import { isDocument, looksLikeDocument } from './recognition.js';

/** An API document that is a stack of its own. */
export interface DocumentStack {
  readonly path: string;
  readonly root: Value;
  readonly document: OpenApiDocument;
  readonly reading: Reading;
  readonly texts: TextFiles;
  /** Someone writes it by hand. */
  readonly isShort: boolean;
}

/** Characters of a document that a tool has not put out. */
const mostWritten = 300_000;

/** What shows that some gateway serves a document, which then decides what its schemes mean. */
const extensions = /\bx-(?:amazon-apigateway|google|ms)-/;

/** Reads the document of a path; only notices if it cannot be read, undefined if the file is none. */
export function readDocument(path: string, files: Files): DocumentStack | readonly Notice[] | undefined {
  const text = files.read(path);
  if (text === undefined || !looksLikeDocument(text)) return undefined;
  const texts = openTextFiles(files);
  const documents = texts.read(path)?.documents;
  if (documents === undefined) return texts.notices;
  const [root] = documents;
  if (!isDocument(root)) return undefined;
  const reading: Reading = { writer: texts.writer, unresolved: [] };
  const reader = extensions.test(text) ? 'gateway' : 'document';
  const isShort = text.length <= mostWritten;
  return { path, root, document: readOpenApi(root, reading, reader), reading, texts, isShort };
}

const elsewhere = 'what deploys the document is elsewhere';

/** The model of a document. Unless `gateway` says how its API is served, nothing is known about that. */
export function documentModel(
  stack: DocumentStack,
  framework: FrameworkName,
  gateway: Pick<Api, 'visibility' | 'throttle'> | undefined,
): Model {
  const { path, root, document } = stack;
  const version = entryOf(root, 'openapi') ?? entryOf(root, 'swagger');
  const at = version?.keyAt ?? root.at;
  const id = path.slice(path.lastIndexOf('/') + 1);
  const resource: Resource = { id, type: 'OpenAPI', at, whole: root.at };
  const visibility = gateway?.visibility ?? unknown(at, elsewhere);
  const api: Api = {
    ...frontApi({ resource, api: 'rest', visibility, throttle: gateway?.throttle ?? unknown(at, elsewhere) }),
    authorizers: document.authorizers,
    document: path,
    basePaths: basePathsOf(root),
    ...(stack.isShort && { describe: document.describe }),
    routesOpen: document.open || valueAt(root, 'x-google-allow') !== undefined,
  };
  return {
    ...emptyModel(framework, path),
    open: document.open,
    apis: [api],
    endpoints: endpointsOf(stack.root, stack.reading, resource),
    routes: document.operations.map((operation) => routeOf(id, operation)),
    unresolved: gateway === undefined ? [] : stack.reading.unresolved,
  };
}

/** `basePath` of version 2, and the paths of the servers of version 3. */
function basePathsOf(root: Value): readonly string[] {
  const written = [valueAt(root, 'basePath'), ...itemsOf(valueAt(root, 'servers')).map((one) => valueAt(one, 'url'))];
  const paths = written.map((one) => (textOf(one) ?? '').replace(/^[a-z]{2,8}:\/\/[^/]*/i, '').replace(/\/+$/, ''));
  return [...new Set(paths.filter((path) => path.startsWith('/')))];
}

function routeOf(api: string, operation: OpenApiOperation): Route {
  const { method, path, at, whole, auth, hasModel, integration, sunset } = operation;
  return plainRoute({
    id: `${api} ${method} ${path}`,
    type: 'Operation',
    at,
    whole,
    api,
    method,
    path,
    auth,
    validation: unknown(at, elsewhere),
    hasModel,
    function: undefined,
    integration,
    ...(sunset !== undefined && { sunset }),
  });
}

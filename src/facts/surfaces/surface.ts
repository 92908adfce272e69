import type { Api, Auth, Route } from '../../model/api.js';
import type { Model } from '../../model/model.js';
import { known } from '../../model/setting.js';
import type { Span } from '../../model/span.js';

/** The operations that one API answers, or that one document describes. */
export interface Surface {
  /** The file or folder that starts its stack. */
  readonly stack: string;
  readonly api: string;
  readonly isDocument: boolean;
  /** Paths that the document puts before those of its operations. */
  readonly basePaths: readonly string[];
  /** Of a document: adds an operation to it. */
  readonly describe?: NonNullable<Api['describe']>;
  readonly operations: readonly SurfaceOperation[];
}

export interface SurfaceOperation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly at: Span;
  /** How its callers prove who they are, where that is known. */
  readonly auth?: Auth;
  /** The day from which the document says that it is gone: `YYYY-MM-DD`. */
  readonly sunset?: string;
}

/** What the other stacks of a commit answer and describe. */
export interface Surfaces {
  readonly all: readonly Surface[];
  /** Every file that may hold one was read: what is in none of them is not in the repository. */
  readonly isWhole: boolean;
  /** The same with other texts. */
  readonly after?: (changed: ReadonlyMap<string, string>) => Surfaces;
}

export const noSurfaces: Surfaces = { all: [], isWhole: false };

const judged: ReadonlySet<Api['api']> = new Set(['rest', 'http', 'azure', 'apim', 'cloud-run', 'cloud-function']);

/** The surfaces that a stack has. Documents are stacks of their own. */
export function surfacesOf(model: Model): readonly Surface[] {
  const isDocument = model.framework === 'openapi';
  return model.apis
    .filter(({ api }) => judged.has(api))
    .flatMap((api) => {
      const operations = model.routes.filter((route) => route.api === api.id && isComparable(route)).map(operationOf);
      const { id, basePaths = [], describe } = api;
      if (operations.length === 0) return [];
      return [{ stack: model.path, api: id, isDocument, basePaths, operations, ...(describe && { describe }) }];
    });
}

function operationOf({ id, method, path, at, sunset, auth: asked }: Route): SurfaceOperation {
  const auth = known(asked);
  return { id, method, path, at, ...(auth && { auth }), ...(sunset !== undefined && { sunset }) };
}

/** A route that a document can describe: not a preflight, a socket's, or one whose path only code or the deployment knows. */
export function isComparable({ method, path }: Pick<Route, 'method' | 'path'>): boolean {
  return path.startsWith('/') && !/[?%]|\$\{|\*\}?$|\+\}$/.test(path) && !/^(?:OPTIONS?|WS|\?)$/.test(method);
}

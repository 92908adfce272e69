import type { Api, Auth, Route } from '../../model/api.js';
import type { Model } from '../../model/model.js';
import { known } from '../../model/setting.js';
import type { Edit, Span } from '../../model/span.js';

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
  /** The lines that declare it, where these are all there is, and the function behind it has another way in. */
  readonly alone?: Span;
  /** Takes these lines out. */
  readonly remove?: () => readonly Edit[] | undefined;
  /** The day from which the document says that it is gone: `YYYY-MM-DD`. */
  readonly sunset?: string;
}

/** What the other stacks of a commit answer and describe. */
export interface Surfaces {
  readonly all: readonly Surface[];
  /** Every file that may hold one was read: what is in none of them is not in the repository. */
  readonly isWhole: boolean;
  /** The same with other texts, of which one stack was read already. */
  readonly after?: (changed: ReadonlyMap<string, string>, again: Reread) => Surfaces;
}

/** A stack as other texts declare it. */
export interface Reread {
  readonly entry: string;
  readonly files: readonly string[];
  readonly model: Model;
}

export const noSurfaces: Surfaces = { all: [], isWhole: false };

const judged: ReadonlySet<Api['api']> = new Set(['rest', 'http', 'azure', 'apim', 'cloud-run', 'cloud-function']);

/** The surfaces that a stack has. Documents are stacks of their own. */
export function surfacesOf(model: Model): readonly Surface[] {
  const isDocument = model.framework === 'openapi';
  return model.apis
    .filter(({ api }) => judged.has(api))
    .flatMap((api) => {
      const own = model.routes.filter((route) => route.api === api.id && isComparable(route));
      const operations = own.map((route) => operationOf(route, isLastOf(model, route)));
      const { id, basePaths = [], describe } = api;
      if (operations.length === 0) return [];
      return [{ stack: model.path, api: id, isDocument, basePaths, operations, ...(describe && { describe }) }];
    });
}

function operationOf(route: Route, isLast: boolean): SurfaceOperation {
  const { id, method, path, at, whole, sunset } = route;
  const auth = known(route.auth);
  const alone = route.alone === true && !isLast ? { path: at.path, start: at.start, end: whole.end } : undefined;
  return {
    id,
    method,
    path,
    at,
    ...(auth && { auth }),
    ...(alone && { alone }),
    ...(sunset !== undefined && { sunset }),
  };
}

/** Whether its function would have nothing left that starts it. */
function isLastOf({ routes, triggers, urls }: Model, { function: fn, id }: Route): boolean {
  const isAnother = (one: { readonly function: string | undefined; readonly id: string }) =>
    one.function === fn && one.id !== id;
  return fn !== undefined && !routes.some(isAnother) && !triggers.some(isAnother) && !urls.some(isAnother);
}

/** A route that a document can describe: not a preflight, a socket's, or one whose path only code or the deployment knows. */
export function isComparable({ method, path }: Pick<Route, 'method' | 'path'>): boolean {
  return path.startsWith('/') && !/[?%]|\$\{|\*\}?$|\+\}$/.test(path) && !/^(?:OPTIONS?|WS|\?)$/.test(method);
}

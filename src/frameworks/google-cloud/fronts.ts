import { type Route, strengthOf } from '../../model/api.js';
import type { Files } from '../../model/files.js';
import { inFolders, installed } from '../../model/folders.js';
import type { Model } from '../../model/model.js';
import { known } from '../../model/setting.js';
import { entryOf, textOf, type Value, valueAt } from '../../model/value.js';
import { filesUnder } from '../files/folder-files.js';
import { documentModel, readDocument } from '../openapi/stack.js';

const names = /(?:^|[/._-])(?:open-?api|swagger|gateway|endpoints|api)[^/]*\.(?:ya?ml|json)$/i;

const isInstalled = inFolders(installed);

/** Documents beside a stack that are looked into, at most. */
const mostDocuments = 10;

/** A stack with the gateways beside it that ask callers who they are before they hand requests to its services. */
export function withFronts(model: Model, folder: string, files: Files): Model {
  const found = filesUnder(files.list(), folder)
    .filter((path) => names.test(path) && !isInstalled(path))
    .slice(0, mostDocuments)
    .filter((path) => files.read(path)?.includes('x-google-backend'));
  const fronts = found.flatMap((path) => frontIn(path, files, model) ?? []);
  return {
    ...model,
    apis: [...model.apis, ...fronts.flatMap(({ apis }) => apis)],
    routes: [...model.routes, ...fronts.flatMap(({ routes }) => routes)],
  };
}

/** The documents that a stack was found to stand behind. */
export function documentsOf({ apis }: Model): readonly string[] {
  return apis.flatMap(({ document }) => document ?? []);
}

function frontIn(path: string, files: Files, model: Model): Pick<Model, 'apis' | 'routes'> | undefined {
  const stack = readDocument(path, files);
  if (stack === undefined || !('root' in stack)) return undefined;
  const { apis, routes } = documentModel(stack, 'google-cloud', undefined);
  const guarding = routes.flatMap((route) => {
    const service = serviceAt(backendOf(stack.root, route), model.functions);
    const auth = known(route.auth);
    return service === undefined || auth === undefined || strengthOf(auth) === 0
      ? []
      : [{ ...route, function: service }];
  });
  return guarding.length === 0 ? undefined : { apis, routes: guarding };
}

/** The address to which a route hands requests: its own, its path's or the document's; OpenAPI 3 names backends. */
function backendOf(root: Value, { path, method }: Route): string {
  const item = valueAt(root, 'paths', path);
  const owners = [valueAt(item, method.toLowerCase()), item, root];
  const backend = owners.flatMap((owner) => entryOf(owner, 'x-google-backend')?.value ?? [])[0];
  const backends = valueAt(root, 'x-google-api-management', 'backends');
  const named = textOf(backend) === undefined ? backend : valueAt(backends, textOf(backend) ?? '');
  return textOf(valueAt(named, 'address')) ?? '';
}

/** The platform makes an address of the service's name and something of its own. */
const own =
  /^https:\/\/([a-z][a-z0-9-]{0,62})-(?:[a-z0-9]{6,12}-[a-z]{2,4}\.a|\d{6,14}\.[a-z0-9-]{4,30})\.run\.app(?:\/|$)/;

/** The service to which an address leads. */
export function serviceAt(address: string, functions: readonly { readonly id: string }[]): string | undefined {
  const name = own.exec(address)?.[1];
  return functions.find(({ id }) => id === name)?.id;
}

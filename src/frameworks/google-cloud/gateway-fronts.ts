import { backendOf } from '../../clouds/google/addresses/gateway-extensions.js';
import { serviceAt } from '../../clouds/google/addresses/run-addresses.js';
import { strengthOf } from '../../model/api.js';
import type { Files } from '../../model/files.js';
import { inFolders, installed } from '../../model/folders.js';
import type { Model } from '../../model/model.js';
import { known } from '../../model/setting.js';
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

import { emptyModel } from '../../../clouds/plain/empty-model.js';
import { frontApi } from '../../../clouds/plain/front.js';
import type { Api, ApiKind } from '../../../model/api.js';
import type { Model } from '../../../model/model.js';
import { fixed } from '../../../model/setting.js';
import { hasOpenEvents } from '../resources/events/configured-events.js';
import type { Service } from '../service/service.js';
import { azureFunction } from './azure-function.js';
import { googleFunction } from './google-function.js';
import { cloudRoutes } from './other-cloud-routes.js';
import type { Cloud } from './recognition.js';

const fronts: Readonly<Record<Cloud, { readonly id: string; readonly api: ApiKind }>> = {
  azure: { id: 'functionApp', api: 'azure' },
  google: { id: 'cloudFunctions', api: 'cloud-function' },
};

/** What a service on a cloud other than AWS declares, in the words of policies. */
export function mapCloud(service: Service, cloud: Cloud): Model {
  const { id, api } = fronts[cloud];
  const routes = service.functions.flatMap((fn) => cloudRoutes(service, fn, { cloud, api: id }));
  const { at } = service.provider;
  const front = frontApi({ resource: { id, type: 'provider', at, whole: at }, api, visibility: fixed('public', at) });
  const apis: readonly Api[] = [{ ...front, routesOpen: service.open || service.functions.some(hasOpenEvents) }];
  return {
    ...emptyModel('serverless', service.path),
    open: true,
    functions: service.functions.flatMap((fn) =>
      cloud === 'azure' ? azureFunction(service, fn) : googleFunction(service, fn),
    ),
    apis: routes.length === 0 ? [] : apis,
    routes,
    unresolved: service.reading.unresolved,
  };
}

import type { Declared } from '../../frameworks/azure/deployment.js';
import { apiOf } from '../../frameworks/azure/functions/function-app-model.js';
import { routesOf } from '../../frameworks/azure/functions/routes.js';
import type { ServedApp } from '../../frameworks/azure/served-apps.js';
import type { Api, Route } from '../../model/api.js';
import { textOf } from '../../model/value.js';
import { functionApps } from './apps.js';
import { type Mapping, property } from './mapping.js';
import { signedIn, signInOf } from './sign-in.js';

/** The apps of a deployment with the code that runs in them, by the site's id. */
export function servedSites(mapping: Mapping): ReadonlyMap<string, ServedApp> {
  return new Map(
    mapping.deployment.apps.flatMap((served) => {
      const site = siteOf(mapping, served);
      return site === undefined ? [] : [[site.id, served]];
    }),
  );
}

/** Tagged with the service's name; where no tag can be read, the only app is that of the only service. */
function siteOf(mapping: Mapping, { service }: ServedApp): Declared | undefined {
  const sites = functionApps(mapping);
  const tagged = sites.find((site) => tagOf(site) === service);
  const [only, another] = sites.filter((site) => tagOf(site) === undefined);
  return tagged ?? (another === undefined && mapping.deployment.apps.length === 1 ? only : undefined);
}

function tagOf(site: Declared): string | undefined {
  return textOf(property(site, 'tags', 'azd-service-name'));
}

/** The routes that code declares, behind what their deployment asks of callers. */
export function servedRoutes(mapping: Mapping): readonly Route[] {
  const bySite = [...servedSites(mapping)];
  const placed = bySite.flatMap(([id, { app }]) => {
    const site = mapping.byId.get(id);
    const signIn = site && signInOf(mapping, site);
    return routesOf(app).map((route) => ({
      ...route,
      api: id,
      function: id,
      auth: signedIn(route.auth, signIn),
    }));
  });
  return [
    ...placed,
    ...unplaced(mapping).flatMap((app) => routesOf(app).map((route) => ({ ...route, function: undefined }))),
  ];
}

/** Apps that a module elsewhere deploys keep an address of their own. */
export function servedApis(mapping: Mapping): readonly Api[] {
  const [first] = unplaced(mapping).filter((app) => routesOf(app).length > 0);
  return first === undefined ? [] : [apiOf(first)];
}

function unplaced(mapping: Mapping) {
  const placed = new Set([...servedSites(mapping).values()]);
  return mapping.deployment.apps.flatMap((served) => (placed.has(served) ? [] : [served.app]));
}

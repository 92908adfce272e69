import type { Api, Route } from '../../../model/api.js';
import { textOf } from '../../../model/value.js';
import type { Declared, ServedApp } from '../deployment.js';
import { functionApps } from '../functions/function-apps.js';
import { type Mapping, property } from '../mapping.js';
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
  const placed = bySite.flatMap(([id, { routes }]) => {
    const site = mapping.byId.get(id);
    const signIn = site && signInOf(mapping, site);
    return routes.map((route) => ({
      ...route,
      api: id,
      function: id,
      auth: signedIn(route.auth, signIn),
    }));
  });
  return [
    ...placed,
    ...unplaced(mapping).flatMap(({ routes }) => routes.map((route) => ({ ...route, function: undefined }))),
  ];
}

/** Apps that a module elsewhere deploys keep an address of their own. */
export function servedApis(mapping: Mapping): readonly Api[] {
  const [first] = unplaced(mapping).filter(({ routes }) => routes.length > 0);
  return first === undefined ? [] : [first.api];
}

function unplaced(mapping: Mapping): readonly ServedApp[] {
  const placed = new Set([...servedSites(mapping).values()]);
  return mapping.deployment.apps.filter((served) => !placed.has(served));
}

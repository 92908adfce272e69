import { itemsOf, textOf } from '../../../model/value.js';
import type { Declared } from '../deployment.js';
import { type Mapping, nameOf, property } from '../mapping.js';

export const appTypes = ['microsoft.web/sites', 'microsoft.web/sites/slots'] as const;

/** The function apps of a deployment, their slots included; web apps and logic apps are none. */
export function functionApps(mapping: Mapping): readonly Declared[] {
  return mapping.ofType(...appTypes).filter((site) => isFunctionApp(site, mapping) && !isSaidAgain(site, mapping));
}

/** Sites that run no functions: web apps, and logic apps. */
export function otherSites(mapping: Mapping): readonly Declared[] {
  return mapping.ofType(...appTypes).filter((site) => !isFunctionApp(site, mapping) && !isSaidAgain(site, mapping));
}

/** Declared once more under the name that the first declaration returns, to be configured further. */
function isSaidAgain({ id, name }: Declared, mapping: Mapping): boolean {
  const first = name?.kind === 'reference' ? mapping.referent(name) : undefined;
  return first !== undefined && first !== id && mapping.byId.get(first)?.type === appTypes[0];
}

function isFunctionApp(site: Declared, mapping: Mapping): boolean {
  const kind = textOf(property(site, 'kind'))?.toLowerCase();
  if (kind !== undefined) return kind.includes('functionapp') && !kind.includes('workflowapp');
  if (property(site, 'properties', 'functionAppConfig') !== undefined) return true;
  const listed = itemsOf(property(site, 'properties', 'siteConfig', 'appSettings')).map((item) =>
    textOf(property({ ...site, body: { ...site.body, map: item } }, 'name')),
  );
  return (
    listed.some((name) => name?.startsWith('FUNCTIONS_')) ||
    configOf(mapping, site, 'appsettings').some(
      (config) => property(config, 'properties', 'FUNCTIONS_EXTENSION_VERSION') !== undefined,
    )
  );
}

/** The parts of an app that configure it under a name: `appsettings`, `web`, `authsettingsV2`. */
export function configOf(mapping: Mapping, { id, type }: Declared, name: string): readonly Declared[] {
  return mapping.partsOf(id, `${type}/config`).filter((config) => nameOf(config)?.toLowerCase() === name.toLowerCase());
}

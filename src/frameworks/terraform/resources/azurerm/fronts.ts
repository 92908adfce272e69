import type { Span } from '../../../../model/span.js';
import { declaredOf, type Mapping, property, referent, same } from '../cloud.js';
import type { Fields } from '../field.js';
import { appFields } from './app-fields.js';
import { gatewayApiFields, gatewayApiType } from './gateways.js';

/** What hands on requests to an app. */
const fields: Readonly<Record<string, Fields>> = {
  azurerm_cdn_frontdoor_origin: same('host_name', 'origin_host_header'),
  azurerm_api_management_backend: same('url', 'resource_id'),
  [gatewayApiType]: gatewayApiFields,
};

/** The types of what stands in front of apps. */
export const frontTypes: readonly string[] = Object.keys(fields);

/** A gateway or CDN in front of an app. */
export interface Front {
  readonly at: Span;
}

/** Fronts by the app that they lead to. */
export function frontsOf(mapping: Mapping): ReadonlyMap<string, Front> {
  const apps = new Set(declaredOf(mapping, appFields).map(({ id }) => id));
  return new Map(
    declaredOf(mapping, fields).flatMap((one): readonly (readonly [string, Front])[] => {
      const targets = ['host_name', 'url', 'resource_id', 'service_url'].flatMap(
        (name) => referent(property(one, name)) ?? [],
      );
      return targets.filter((id) => apps.has(id)).map((id) => [id, { at: one.at }]);
    }),
  );
}

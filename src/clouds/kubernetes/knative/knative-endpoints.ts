import type { Endpoint } from '../../../model/endpoint.js';
import { none } from '../../../model/setting.js';
import { words } from '../../values/codec.js';
import { settingOf } from '../../values/section.js';
import type { Cluster } from '../cluster.js';
import { objectSection, resourceOf } from '../objects.js';
import type { Serving } from './servings.js';

/** What a service says about plain HTTP; where it says nothing, the cluster does. */
const protocol = 'networking.knative.dev/http-protocol';
const protocols = words({ redirected: true, enabled: false });

/** Services by how they are spoken to. Their certificates are the cluster's. */
export function endpointsOf({ reading }: Cluster, servings: readonly Serving[]): readonly Endpoint[] {
  return servings
    .filter(({ object }) => object.kind === 'Service')
    .map(({ id, object }) => {
      const only = settingOf(objectSection(object, reading), ['metadata', 'annotations', protocol], protocols);
      const resource = resourceOf(object, id);
      return {
        ...resource,
        kind: 'endpoint',
        what: 'service',
        oldestTls: none(object.at),
        https: [{ path: undefined, only }],
      };
    });
}

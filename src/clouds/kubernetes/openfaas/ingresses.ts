import type { Endpoint } from '../../../model/endpoint.js';
import { none } from '../../../model/setting.js';
import type { Reading } from '../../../notation/writer.js';
import { flag } from '../../values/codec.js';
import { settingOf } from '../../values/section.js';
import { isOfGroup, type KubernetesObject, objectSection, resourceOf } from '../objects.js';

/** Names of their own for functions: without `tls` they answer plain HTTP. */
export function ingressesOf(objects: readonly KubernetesObject[], reading: Reading): readonly Endpoint[] {
  return objects
    .filter((object) => object.kind === 'FunctionIngress' && isOfGroup(object, 'openfaas.com'))
    .map((object) => {
      const only = settingOf(objectSection(object, reading), ['spec', 'tls', 'enabled'], flag);
      const resource = resourceOf(object, `functioningress/${object.name}`);
      const https = [{ path: undefined, only, byDefault: true as const }];
      return { ...resource, kind: 'endpoint', what: 'ingress', oldestTls: none(object.at), https };
    });
}

import type { Forwarding } from '../../../model/forwarding.js';
import { text } from '../../values/codec.js';
import { apiType } from '../gateways/gateway-logs.js';
import { declarationOf, type Mapping, property, quietSetting } from '../mapping.js';

const addresses = [
  [apiType, 'serviceUrl', 'backend'],
  ['microsoft.apimanagement/service/backends', 'url', 'backend'],
] as const;

/** What the APIs of a gateway hand requests on to. */
export function mapForwardings(mapping: Mapping): readonly Forwarding[] {
  return addresses.flatMap(([type, key, what]) =>
    mapping
      .ofType(type)
      .filter((declared) => property(declared, 'properties', key) !== undefined)
      .map((declared): Forwarding => {
        const address = quietSetting(declared, ['properties', key], text);
        return { ...declarationOf(declared), kind: 'forwarding', what, address };
      }),
  );
}

import { tls } from '../../../clouds/plain/tls.js';
import { settingOf } from '../../../clouds/values/section.js';
import type { Endpoint } from '../../../model/endpoint.js';
import { entryOf, itemsOf, textOf, type Value, valueAt } from '../../../model/value.js';
import type { Service } from '../service/service.js';

/** Words of serverless-domain-manager, in whichever case. Of REST APIs only: others know 1.2 alone. */
const domainTls = tls(
  [
    [/^tls_1_0$/i, '1.0'],
    [/^tls_1_2$/i, '1.2'],
  ],
  'tls_1_2',
);

/** The custom domains that the domain manager's plugin makes: one, a list, or one for each kind of API. */
export function domainEndpoints({ custom, reading }: Service): readonly Endpoint[] {
  const entry = entryOf(custom, 'customDomain') ?? entryOf(custom, 'customDomains');
  if (entry === undefined) return [];
  const domains = itemsOf(entry.value).flatMap((one) => [one, ...['rest'].flatMap((kind) => valueAt(one, kind) ?? [])]);
  return domains.filter(isRest).map((domain, index) => {
    const id = textOf(valueAt(domain, 'domainName')) ?? `customDomain${index === 0 ? '' : index + 1}`;
    const at = entry.keyAt;
    const oldestTls = settingOf({ map: domain, at, reading }, ['securityPolicy'], domainTls);
    return {
      id,
      type: 'customDomain',
      at,
      whole: domain.at,
      kind: 'endpoint',
      what: 'custom domain',
      oldestTls,
      https: [],
    };
  });
}

function isRest(domain: Value): boolean {
  const kind = textOf(valueAt(domain, 'apiType'))?.toLowerCase() ?? 'rest';
  return kind === 'rest' && valueAt(domain, 'domainName') !== undefined;
}

import type { Endpoint } from '../../../model/endpoint.js';
import { entryOf } from '../../../model/value.js';
import { tls } from '../../plain/tls.js';
import { sectionAt, settingOf } from '../../values/section.js';
import { declarationOf, type Mapping, setting } from '../mapping.js';
import type { Declared } from '../template.js';

/**
 * `SecurityPolicy` of REST APIs and their domains; all policies with longer names begin at 1.2. Domains of HTTP APIs know 1.2 only.
 * docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-security-policies-list.html, read 2026-11-26.
 */
const gatewayTls = tls(
  [
    [/^TLS_1_0$/i, '1.0'],
    [/^TLS_1_2$|^SecurityPolicy_TLS12|^SecurityPolicy_TLS13_1_2/i, '1.2'],
    [/^SecurityPolicy_TLS13/i, '1.3'],
  ],
  'TLS_1_2',
);

/** Custom domains of REST APIs, by themselves or inside an API of SAM's, and APIs that say it of their own address. */
export function domainEndpoints(mapping: Mapping): readonly Endpoint[] {
  return [
    ...mapping.ofType('AWS::ApiGateway::DomainName').map((domain) => endpointOf(domain, 'custom domain')),
    ...mapping.ofType('AWS::ApiGateway::RestApi').map((api) => endpointOf(api, 'REST API')),
    ...mapping.ofType('AWS::Serverless::Api').flatMap((api) => samDomain(api)),
  ];
}

function endpointOf(declared: Declared, what: string): Endpoint {
  const oldestTls = setting(declared, ['SecurityPolicy'], gatewayTls);
  return { ...declarationOf(declared), kind: 'endpoint', what, oldestTls, https: [] };
}

function samDomain(api: Declared): readonly Endpoint[] {
  const domain = entryOf(api.properties.map, 'Domain');
  if (domain === undefined) return [];
  const section = sectionAt(api.properties, 'Domain');
  const oldestTls = settingOf({ ...section, at: domain.keyAt }, ['SecurityPolicy'], gatewayTls);
  return [{ ...declarationOf(api), kind: 'endpoint', what: 'custom domain', oldestTls, https: [] }];
}

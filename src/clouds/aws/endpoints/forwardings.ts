import type { Forwarding } from '../../../model/forwarding.js';
import { textOf, type Value, valueAt } from '../../../model/value.js';
import { type Codec, text } from '../../values/codec.js';
import { settingOf } from '../../values/section.js';
import { declarationOf, entriesOf, listed, type Mapping, property, quiet, quietSetting } from '../mapping.js';
import type { Declared } from '../template.js';

/** What gateways, topics and distributions call outside of AWS. */
export function mapForwardings(mapping: Mapping): readonly Forwarding[] {
  return [
    ...mapping.ofType('AWS::ApiGateway::Method').flatMap((one) => integrationOf(one, ['Integration'], 'Uri')),
    ...mapping.ofType('AWS::ApiGatewayV2::Integration').flatMap((one) => integrationOf(one, [], 'IntegrationUri')),
    ...mapping.ofType(...apis).flatMap((api) => documented(mapping, api)),
    ...mapping.ofType('AWS::SNS::Subscription').flatMap(subscriptionOf),
    ...mapping.ofType('AWS::CloudFront::Distribution').flatMap(originsOf),
  ];
}

const apis = [
  'AWS::ApiGateway::RestApi',
  'AWS::ApiGatewayV2::Api',
  'AWS::Serverless::Api',
  'AWS::Serverless::HttpApi',
] as const;

/** Integrations by a link into a network of one's own stay inside it. */
function integrationOf(declared: Declared, path: readonly string[], key: string): readonly Forwarding[] {
  const link = property(declared, ...path, 'ConnectionType');
  const uri = property(declared, ...path, key);
  if (uri === undefined || (link !== undefined && textOf(link) !== 'INTERNET')) return [];
  const address = quietSetting(declared, [...path, key], text);
  return [{ ...declarationOf(declared), kind: 'forwarding', what: 'integration', address }];
}

/** The integrations that an API document names, looked up in place: a document may be large, and is read as a whole elsewhere. */
function documented(mapping: Mapping, api: Declared): readonly Forwarding[] {
  const location = textOf(property(api, 'DefinitionUri'));
  const document =
    property(api, 'DefinitionBody') ??
    property(api, 'Body') ??
    (location === undefined ? undefined : mapping.template.include(location));
  return entriesOf(valueAt(document, 'paths')).flatMap(({ key: path, value }) =>
    entriesOf(value).flatMap(({ key: method, keyAt: at, value: operation }): readonly Forwarding[] => {
      const integration = valueAt(operation, 'x-amazon-apigateway-integration');
      const type = textOf(valueAt(integration, 'type'))?.toLowerCase() ?? '';
      const target = valueAt(integration, 'uri');
      if (target === undefined || !type.startsWith('http') || valueAt(integration, 'connectionId') !== undefined)
        return [];
      const address = settingOf({ map: target, at, reading: quiet(mapping.reading) }, [], text);
      const id = `${api.id} ${method.toUpperCase()} ${path}`;
      return [{ id, type: 'Operation', at, whole: operation.at, kind: 'forwarding', what: 'integration', address }];
    }),
  );
}

function subscriptionOf(declared: Declared): readonly Forwarding[] {
  if (textOf(property(declared, 'Protocol')) !== 'http') return [];
  const address = quietSetting(declared, ['Endpoint'], text);
  return [{ ...declarationOf(declared), kind: 'forwarding', what: 'subscription', address }];
}

/** Origins that are called by plain HTTP alone. Websites of buckets know nothing else. */
function originsOf(declared: Declared): readonly Forwarding[] {
  return listed(property(declared, 'DistributionConfig', 'Origins')).flatMap((origin) => {
    const domain = textOf(valueAt(origin, 'DomainName'));
    const policy = valueAt(origin, 'CustomOriginConfig', 'OriginProtocolPolicy');
    if (domain === undefined || policy === undefined) return [];
    const address = settingOf({ ...declared.properties, map: policy, at: policy.at }, [], calledAs(domain));
    return [{ ...declarationOf(declared), kind: 'forwarding', what: 'origin', address }];
  });
}

/** `match-viewer` calls as it is called. */
function calledAs(domain: string): Codec<string> {
  return {
    read: (value: Value) => (textOf(value) === 'http-only' ? `http://${domain}` : `https://${domain}`),
    write: (address) => (address.startsWith('https://') ? 'https-only' : undefined),
  };
}

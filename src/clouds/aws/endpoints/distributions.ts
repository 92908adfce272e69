import type { Endpoint, HttpsOnly, TlsVersion } from '../../../model/endpoint.js';
import { fixed, type Setting } from '../../../model/setting.js';
import { itemsOf, textOf, type Value, valueAt } from '../../../model/value.js';
import { tls } from '../../plain/tls.js';
import { block, type Codec } from '../../values/codec.js';
import { settingOf } from '../../values/section.js';
import { declarationOf, type Mapping, property, setting } from '../mapping.js';
import type { Declared } from '../template.js';

/** docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/secure-connections-supported-viewer-protocols-ciphers.html, 2026-11-26. */
const viewerTls = tls(
  [
    [/^SSLv3$/, 'ssl'],
    [/^TLSv1(?:_2016)?$/, '1.0'],
    [/^TLSv1\.1_/, '1.1'],
    [/^TLSv1\.2_/, '1.2'],
    [/^TLSv1\.3_/, '1.3'],
  ],
  'TLSv1.2_2021',
);

/** `allow-all` answers plain HTTP; the others refuse it or send it on. */
const viewers: Codec<boolean> = {
  read: (value) => {
    const word = textOf(value);
    if (word === 'allow-all') return false;
    return word === 'https-only' || word === 'redirect-to-https' ? true : undefined;
  },
  write: (only) => (only ? 'redirect-to-https' : undefined),
};

/** Distributions of CloudFront. */
export function distributions(mapping: Mapping): readonly Endpoint[] {
  return mapping.ofType('AWS::CloudFront::Distribution').map((declared) => ({
    ...declarationOf(declared),
    kind: 'endpoint',
    what: 'distribution',
    oldestTls: tlsOf(declared),
    ...loggedBy(mapping, declared),
    https: [
      ...standardOf(declared),
      ...itemsOf(property(declared, 'DistributionConfig', 'CacheBehaviors')).flatMap((one) => ruleOf(declared, one)),
    ],
  }));
}

/** Logs by a bucket are a part of the distribution; the newer kind is a source of deliveries beside it. */
function loggedBy(mapping: Mapping, declared: Declared): Pick<Endpoint, 'accessLog'> {
  const isDelivered = mapping.ofType('AWS::Logs::DeliverySource').length > 0;
  return isDelivered ? {} : { accessLog: setting(declared, ['DistributionConfig', 'Logging'], block) };
}

/** A distribution has one behavior for all that no path is named for; what it leaves out is answered either way. */
function standardOf(declared: Declared): readonly HttpsOnly[] {
  const path = ['DistributionConfig', 'DefaultCacheBehavior'];
  if (property(declared, ...path) === undefined) return [];
  return [{ path: undefined, only: setting(declared, [...path, 'ViewerProtocolPolicy'], viewers), byDefault: true }];
}

function ruleOf({ properties }: Declared, behavior: Value): readonly HttpsOnly[] {
  if (behavior.kind !== 'map') return [];
  const path = textOf(valueAt(behavior, 'PathPattern')) ?? '*';
  const only = settingOf({ ...properties, map: behavior, at: behavior.at }, ['ViewerProtocolPolicy'], viewers);
  return [{ path, only }];
}

/** With the certificate of CloudFront's own domain, names of one's own get what that one has. */
function tlsOf(declared: Declared): Setting<TlsVersion> {
  const certificate = property(declared, 'DistributionConfig', 'ViewerCertificate');
  const own = valueAt(certificate, 'CloudFrontDefaultCertificate');
  const aliases = itemsOf(property(declared, 'DistributionConfig', 'Aliases'));
  if (own !== undefined && textOf(own) === 'true' && aliases.length > 0) return fixed<TlsVersion>('1.0', own.at);
  return setting(declared, ['DistributionConfig', 'ViewerCertificate', 'MinimumProtocolVersion'], viewerTls);
}

import type { TlsVersion } from '../../../model/endpoint.js';
import { inBranch, when } from '../../../model/setting.js';
import { definePolicy, proposeFix } from '../../definition.js';

export default definePolicy({
  id: 'tls-version-old',
  several: ['endpoints', 'accept old versions of TLS'],
  threat: 'insecure-transport',
  title: 'Endpoint accepts TLS older than 1.2',
  severity: 'medium',
  why: 'An attacker on the network path can downgrade a connection to a version with broken ciphers, and read or change the traffic.',
  remedy: 'Require TLS 1.2 or newer.',
  acceptable: 'Callers that cannot be updated need the old version, and nothing secret is sent.',
  references: {
    owasp: ['OW3'],
    cwe: ['CWE-326', 'CWE-327'],
    peers: [
      ...['FSBP CloudFront.10', 'CKV_AWS_103', 'CKV_AWS_174', 'CKV_AWS_206', 'CKV_AZURE_15', 'CKV_AZURE_44'],
      ...['CKV_AZURE_52', 'CKV_AZURE_145', 'CKV_AZURE_154', 'CKV_AZURE_205', 'CKV_GCP_4', 'W62', 'W70'],
      ...['AWS-0005', 'AWS-0013', 'AZU-0006', 'AZU-0011', 'AwsSolutions-CFR4'],
      ...['API Gateway Without Security Policy', 'CloudFront Without Minimum Protocol TLS 1.2'],
      ...['aws-insecure-api-gateway-tls-version', 'aws-cloudfront-insecure-tls'],
    ],
    links: {
      aws: [
        'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-security-policies.html',
        'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/secure-connections-supported-viewer-protocols-ciphers.html',
        'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html',
      ],
      azure: [
        'https://learn.microsoft.com/azure/app-service/overview-tls',
        'https://learn.microsoft.com/azure/storage/common/transport-layer-security-configure-minimum-version',
      ],
      google: ['https://cloud.google.com/load-balancing/docs/ssl-policies-concepts'],
    },
  },

  // Left out: endpoints that say nothing of it; the defaults of new ones are safe, those of old ones are not known.
  *check({ endpoints = [] }) {
    for (const endpoint of endpoints) {
      const match = when(endpoint.oldestTls, isOld);
      if (match === undefined) continue;
      const { at, confidence, origin } = match;
      yield {
        about: endpoint,
        at,
        severity: endpoint.minor ? 'low' : 'medium',
        confidence,
        message: `${endpoint.id} accepts ${versionOf(endpoint.oldestTls)}${inBranch(match)}.`,
        fix: proposeFix('exact', match.write('1.2')),
        ...(origin && { origin }),
      };
    }
  },
});

const old: ReadonlySet<TlsVersion> = new Set(['ssl', '1.0', '1.1']);

function isOld(version: TlsVersion): boolean {
  return old.has(version);
}

function versionOf(setting: { readonly kind: string; readonly value?: TlsVersion }): string {
  if (setting.value === undefined) return 'TLS older than 1.2';
  return setting.value === 'ssl' ? 'SSL 3.0' : `TLS ${setting.value}`;
}

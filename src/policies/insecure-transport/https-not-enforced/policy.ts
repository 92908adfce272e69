import { inBranch, when } from '../../../model/setting.js';
import { definePolicy, proposeFix } from '../../definition.js';

export default definePolicy({
  id: 'https-not-enforced',
  several: ['endpoints', 'also answer plain HTTP'],
  threat: 'insecure-transport',
  title: 'Endpoint also answers plain HTTP',
  severity: 'medium',
  why: 'Anyone on the network path can read tokens and cookies of a plain HTTP request and change the response.',
  remedy: 'Refuse plain HTTP, or redirect it to HTTPS.',
  acceptable: 'A proxy in front of the endpoint terminates TLS, and nothing else can reach it.',
  references: {
    owasp: ['OW3'],
    cwe: ['CWE-319'],
    peers: [
      ...['FSBP CloudFront.3', 'CKV_AWS_2', 'CKV_AWS_34', 'CKV_AZURE_14', 'CKV_AZURE_70', 'CKV2_GCP_10'],
      ...['CKV_OPENAPI_18', 'AWS-0012', 'AZU-0004', 'AWS-0054', 'AwsSolutions-CFR4'],
      ...['azure-functionapps-accessible-over-https', 'Viewer Protocol Policy Allows HTTP Protocol'],
    ],
    links: {
      aws: [
        'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-viewers-to-cloudfront.html',
        'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/create-https-listener.html',
      ],
      azure: ['https://learn.microsoft.com/azure/azure-functions/security-concepts#require-https'],
      google: ['https://cloud.google.com/functions/1stgendocs/calling/http'],
      knative: ['https://knative.dev/docs/serving/encryption/external-domain-tls/'],
      openfaas: ['https://docs.openfaas.com/reference/tls-functions/'],
    },
  },

  // Left out: gateways and function URLs that know HTTPS only, and listeners that only redirect.
  *check({ endpoints = [] }) {
    for (const endpoint of endpoints) {
      for (const { path, only, byDefault = false, minor = false } of endpoint.https) {
        const match = when(only, (isOnly) => !isOnly, { absent: byDefault });
        if (match === undefined) continue;
        const where = path === undefined ? endpoint.id : `${endpoint.id} (${path})`;
        yield {
          about: endpoint,
          at: match.at,
          severity: minor ? 'low' : 'medium',
          confidence: match.confidence,
          message: `${where} also answers plain HTTP${inBranch(match)}.`,
          fix: proposeFix('exact', match.write(true), 'After this edit plain HTTP is refused or redirected to HTTPS.'),
          ...(match.origin && { origin: match.origin }),
          ...(path !== undefined && { discriminator: path }),
        };
      }
    }
  },
});

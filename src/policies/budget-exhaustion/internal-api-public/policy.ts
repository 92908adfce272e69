import type { Api, ApiKind } from '../../../model/api.js';
import { inBranch, when } from '../../../model/setting.js';
import { definePolicy, proposeFix } from '../../definition.js';
import { signsOf } from './signs.js';

export default definePolicy({
  id: 'internal-api-public',
  several: ['internal APIs', 'are reachable from the internet'],
  threat: 'budget-exhaustion',
  title: 'Internal API is reachable from the internet',
  severity: 'medium',
  fails: 'never',
  why: 'Anyone on the internet can send requests to an API that only services or staff need: each one costs money, and any flaw behind it can be tried from anywhere.',
  remedy: 'Make the API private to the network of its callers, or name it for what it is if outsiders do use it.',
  acceptable: 'Callers outside the network need the API, and it authenticates and throttles all of them.',
  references: {
    csa: ['SAS-8', 'SAS-3'],
    cwe: ['CWE-668'],
    peers: ['CKV_GCP_124', 'CKV_AZURE_221', 'API Gateway Endpoint Config Is Not Private'],
    links: {
      aws: [
        'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-apis.html',
        'https://docs.aws.amazon.com/appsync/latest/devguide/using-private-apis.html',
      ],
      azure: ['https://learn.microsoft.com/azure/azure-functions/functions-networking-options'],
      google: [
        'https://cloud.google.com/run/docs/securing/ingress',
        'https://cloud.google.com/functions/docs/networking/network-settings',
      ],
      knative: ['https://knative.dev/docs/serving/services/private-services/'],
    },
  },

  // Left out: function URLs, which have no private form, and APIs of which nobody says that they are internal.
  *check(stack) {
    for (const api of stack.apis.filter(canBePrivate)) {
      const match = when(api.visibility, (reach) => reach === 'public', { absent: true });
      if (match === undefined) continue;
      const { strong, weak } = signsOf(api, stack);
      if (strong.length === 0 && weak.length < 2) continue;
      const signs = [...strong, ...weak];
      yield {
        about: api,
        at: match.at,
        message: `${api.id} is reachable from the internet${inBranch(match)}, although ${signs.join(' and ')}.`,
        confidence: strong.length > 0 && signs.length > 1 && match.confidence === 'high' ? 'medium' : 'low',
        fix: proposeFix(
          'breaking',
          match.write('private'),
          'After this edit only callers inside the network reach the API.',
        ),
        advice:
          ways.get(api.api) ?? 'Switch off access from public networks, or admit the addresses of the callers only.',
        related: [api.at],
      };
    }
  },
});

/** Sockets have no private form, and gateways with a password are for those who know it. */
function canBePrivate({ api, builtInAuth }: Api): boolean {
  return api !== 'websocket' && builtInAuth !== 'password';
}

const ways: ReadonlyMap<ApiKind, string> = new Map([
  ['rest', 'Set the endpoint type to PRIVATE and admit the VPC endpoint of the callers in the resource policy.'],
  ['http', 'HTTP APIs cannot be private: use a REST API with a private endpoint, or a load balancer inside the VPC.'],
  ['alb', 'Set the scheme of the load balancer to internal.'],
  ['apim', 'Deploy the gateway into a virtual network in internal mode, or switch off public network access.'],
]);

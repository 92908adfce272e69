import { definePolicy } from '../../definition.js';
import { unguardedApps } from './apps.js';
import { openedRoutes } from './routes.js';
import { unveiledRoutes } from './unveiled.js';
import { openedUrls } from './urls.js';

export default definePolicy({
  id: 'authorizer-removed',
  several: ['routes', 'no longer require authentication'],
  threat: 'broken-authentication',
  title: 'This change removes authentication',
  severity: 'critical',
  fails: 'always',
  absorbs: ['function-url-open', 'route-without-authorizer'],
  why: 'Callers that were rejected before this change now reach the code behind the entry point.',
  remedy: 'Restore the authentication, or suppress the finding and say why the entry point may be public.',
  acceptable:
    'The entry point becomes public on purpose, or another entry point in front of it now authenticates its callers.',
  references: {
    owasp: ['OW2', 'OW5'],
    csa: ['SAS-2'],
    cwe: ['CWE-306'],
    links: {
      aws: [
        'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-controlling-access-to-apis.html',
        'https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html',
      ],
      azure: [
        'https://learn.microsoft.com/azure/azure-functions/security-concepts',
        'https://learn.microsoft.com/azure/app-service/overview-authentication-authorization',
      ],
      google: [
        'https://cloud.google.com/run/docs/authenticating/overview',
        'https://cloud.google.com/api-gateway/docs/authentication-method',
      ],
      knative: ['https://knative.dev/docs/serving/services/private-services/'],
      openfaas: ['https://docs.openfaas.com/reference/authentication/'],
    },
  },

  // Left out: other scopes instead of the former ones, and routes whose API has become private.
  *compare(base, head) {
    yield* openedRoutes(base, head);
    yield* openedUrls(base, head);
    yield* unveiledRoutes(base, head);
    yield* unguardedApps(base, head);
  },
});

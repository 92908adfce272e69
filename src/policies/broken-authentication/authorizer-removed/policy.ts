import { definePolicy } from '../../policy.js';
import { unguardedApps } from './apps.js';
import { openedRoutes } from './routes.js';
import { unveiledRoutes } from './unveiled.js';
import { openedUrls } from './urls.js';

export default definePolicy({
  id: 'authorizer-removed',
  several: ['routes', 'no longer require authentication'],
  threat: 'broken-authentication',
  title: 'This change opens a route that was closed',
  severity: 'critical',
  fails: 'always',
  absorbs: ['function-url-open', 'route-without-authorizer'],
  why: 'Callers who were turned away until now get through; such a step back is rarely meant.',
  remedy: 'Restore the authentication, or say in the suppression why the route may be open.',
  acceptable: 'The route has become public on purpose, or another front authenticates its callers from now on.',
  references: {
    owasp: ['OW2', 'OW5'],
    csa: ['SAS-2'],
    cwe: ['CWE-306'],
    links: [
      'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-controlling-access-to-apis.html',
      'https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html',
    ],
  },

  // Left out: other scopes instead of the former ones, and routes whose API has become private.
  *compare(base, head) {
    yield* openedRoutes(base, head);
    yield* openedUrls(base, head);
    yield* unveiledRoutes(base, head);
    yield* unguardedApps(base, head);
  },
});

import { isPublic } from '../../../facts/exposure/routes.js';
import type { Stack } from '../../../facts/stack.js';
import type { Api } from '../../../model/api.js';
import { inBranch, isUnsaid, when } from '../../../model/setting.js';
import { definePolicy, proposeFix } from '../../definition.js';

export default definePolicy({
  id: 'api-throttling-missing',
  several: ['APIs', 'have no rate limit'],
  threat: 'budget-exhaustion',
  title: 'API has no rate limit',
  severity: 'medium',
  fails: 'never',
  why: 'A flood of requests reaches the functions behind the API, runs up the bill and uses up quotas that other APIs share.',
  remedy: 'Set a rate limit and a burst limit that fit the expected load.',
  acceptable:
    'A rate limit in front of the API, such as a rate-based rule of a web application firewall, is set outside this stack.',
  references: {
    csa: ['SAS-8'],
    cwe: ['CWE-770', 'CWE-799'],
    peers: ['ES2003'],
    links: {
      aws: [
        'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html',
        'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-throttling.html',
      ],
      azure: ['https://learn.microsoft.com/azure/api-management/rate-limit-policy'],
      google: ['https://cloud.google.com/api-gateway/docs/quotas-overview'],
    },
  },

  // Left out: private APIs, and function URLs, and kinds that cannot throttle by themselves (GraphQL, load balancers).
  *check(stack, { defaults }) {
    for (const api of stack.apis.filter(isPublic)) {
      const match = when(api.throttle, ({ rate }) => rate < 0, { absent: true });
      if (match === undefined || isThrottledByRoute(api, stack)) continue;
      const { throttle } = defaults;
      yield {
        about: api,
        at: match.at,
        message: `${api.id} has no rate or burst limit${inBranch(match)}.`,
        confidence: match.confidence,
        fix: throttle && proposeFix('parameter', match.write(throttle)),
        advice: 'Set limits that fit the expected load, for example 100 requests per second with a burst of 200.',
      };
    }
  },
});

/** Every route has a limit of its own, or may have one. */
function isThrottledByRoute(api: Api, { routes }: Stack): boolean {
  const own = routes.filter((route) => route.api === api.id && route.method !== 'OPTIONS');
  return own.length > 0 && own.every(({ throttle }) => !isUnsaid(throttle));
}

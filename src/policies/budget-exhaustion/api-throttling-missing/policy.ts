import { isPublic } from '../../../facts/exposure/routes.js';
import type { Stack } from '../../../facts/stack.js';
import type { Api } from '../../../model/api.js';
import { inBranch, isUnsaid, when } from '../../../model/setting.js';
import { definePolicy, proposeFix } from '../../policy.js';

export default definePolicy({
  id: 'api-throttling-missing',
  several: ['APIs', 'have no rate limit'],
  threat: 'budget-exhaustion',
  title: 'API has no rate limit of its own',
  severity: 'medium',
  fails: 'never',
  why: "Only the account's quota, by default 10,000 requests a second for all APIs of a region, stands between a flood and the bill.",
  remedy: 'Set a rate and a burst limit on the stage, for the load that is expected.',
  acceptable:
    'A rate limit in front of the API, such as a firewall rule on its distribution, is set outside this stack.',
  references: {
    csa: ['SAS-8'],
    cwe: ['CWE-770', 'CWE-799'],
    peers: ['ES2003'],
    links: [
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html',
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-throttling.html',
    ],
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
        message: `${api.id} limits neither the rate nor the burst of requests${inBranch(match)}.`,
        confidence: match.confidence,
        fix: throttle && proposeFix('parameter', match.write(throttle)),
        advice: 'Set what the expected load needs, for example 100 requests a second with a burst of 200.',
      };
    }
  },
});

/** Every route has a limit of its own, or may have one. */
function isThrottledByRoute(api: Api, { routes }: Stack): boolean {
  const own = routes.filter((route) => route.api === api.id && route.method !== 'OPTIONS');
  return own.length > 0 && own.every(({ throttle }) => !isUnsaid(throttle));
}

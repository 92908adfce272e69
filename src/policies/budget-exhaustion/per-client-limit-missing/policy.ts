import { isPublic } from '../../../facts/exposure/routes.js';
import type { Stack } from '../../../facts/stack.js';
import type { Api, ClientLimit } from '../../../model/api.js';
import { isUnsaid, known, type Setting } from '../../../model/setting.js';
import type { Span } from '../../../model/span.js';
import { definePolicy } from '../../definition.js';

export default definePolicy({
  id: 'per-client-limit-missing',
  several: ['APIs', 'have no limit per client'],
  threat: 'budget-exhaustion',
  title: 'One client can use up the whole quota',
  severity: 'medium',
  fails: 'never',
  why: 'A single client, or anyone who has its key, can call without limit: the bill grows and other clients are throttled.',
  remedy: 'Add a usage plan with a rate limit and a quota to the stage, and bind the keys to it.',
  acceptable: 'Something in front of the API already limits each client, such as a rate-based rule of a firewall.',
  references: {
    csa: ['SAS-8'],
    cwe: ['CWE-770'],
    peers: ['W64', 'W68', 'API Gateway Stage Without API Gateway UsagePlan Associated'],
    links: {
      aws: [
        'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html',
        'https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-type-rate-based.html',
      ],
    },
  },

  // Left out: APIs that know no clients by key, those behind a firewall, and plans that another stack may add.
  *check(stack) {
    for (const api of stack.apis.filter(isPublic)) {
      const { clientLimits: limits } = api;
      const asked = limits === undefined || known(api.firewall) === true ? undefined : askedForKey(api, stack);
      if (limits === undefined || asked === undefined || limits.some(isWhole)) continue;
      const [plan] = limits;
      if (plan === undefined && stack.open) continue;
      yield {
        about: api,
        at: plan?.at ?? asked,
        message:
          plan === undefined
            ? `${api.id} requires API keys, but no usage plan limits what one key may do.`
            : `${api.id} requires API keys, but its usage plan sets no ${missingOf(plan)}.`,
        related: [asked],
        advice: 'Give the usage plan a rate limit, a burst limit and a quota that fit one client.',
      };
    }
  },
});

/** The line by which a route asks for a key. */
function askedForKey({ id }: Api, { routes }: Stack): Span | undefined {
  const keyed = routes.find(({ api, auth }) => api === id && known(auth)?.kind === 'api-key');
  return keyed?.auth.at;
}

/** It limits both how fast and how much, or may do so. */
function isWhole({ throttle, quota }: ClientLimit): boolean {
  return !isMissing(throttle) && !isMissing(quota);
}

function isMissing(setting: Setting<unknown, never>): boolean {
  return isUnsaid(setting) || known(setting) === false;
}

function missingOf({ throttle, quota }: ClientLimit): string {
  const missing = [...(isMissing(throttle) ? ['rate limit'] : []), ...(isMissing(quota) ? ['quota'] : [])];
  return missing.join(' and no ');
}

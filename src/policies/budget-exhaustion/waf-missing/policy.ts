import { isPublic } from '../../../facts/exposure/routes.js';
import type { Api } from '../../../model/api.js';
import { type Match, when } from '../../../model/setting.js';
import { definePolicy, proposeFix } from '../../definition.js';

export default definePolicy({
  id: 'waf-missing',
  several: ['public APIs', 'have no firewall in front of them'],
  threat: 'budget-exhaustion',
  title: 'No firewall in front of a public API',
  severity: 'low',
  fails: 'never',
  why: 'Bots and request floods reach the functions behind the API, and each request is billed.',
  remedy: 'Add a firewall with a rate-based rule and associate it with the API or what stands in front of it.',
  acceptable: 'A firewall is associated by another stack or by a policy of the organisation.',
  references: {
    csa: ['SAS-8'],
    cwe: ['CWE-770', 'CWE-799'],
    peers: ['APIGateway.4', 'CKV2_AWS_29', 'CKV2_AWS_33', 'AwsSolutions-APIG3', 'API Gateway without WAF'],
    links: {
      aws: [
        'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-aws-waf.html',
        'https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-type-rate-based.html',
      ],
      google: ['https://docs.cloud.google.com/armor/docs/security-policy-overview'],
    },
  },

  // Left out: kinds that no firewall can be associated with, fronts that are inside a network, stacks for tests, and repositories
  // that show no firewall at all.
  *check(stack, { completeness }) {
    if (stack.environment === 'other') return;
    for (const api of stack.apis) {
      const match = unguarded(api);
      if (match === undefined) continue;
      yield {
        about: api,
        at: match.at,
        message: `${api.id} is public and has no firewall in front of it.`,
        confidence: match.confidence,
        fix: proposeFix(
          'parameter',
          match.write(true),
          'After this edit the rules of the web ACL hold for every request.',
        ),
        advice: guardable.has(api.api)
          ? 'Associate a web ACL that has a rate-based rule with the API or its stage.'
          : 'Attach a security policy that has a rate limit to the backend of the load balancer.',
        ...(completeness === 'stack' && { hinges: { on: 'firewalls', there: true } as const }),
      };
    }
  },
});

const guardable: ReadonlySet<Api['api']> = new Set<Api['api']>(['rest', 'graphql', 'alb']);

/** Of others only what stands before them can have one: where nothing does, there is nothing to say. */
function unguarded(api: Api): Match<boolean> | undefined {
  if (!guardable.has(api.api)) return api.domain && when(api.firewall, (there) => !there);
  return isPublic(api) ? when(api.firewall, (there) => !there, { absent: true }) : undefined;
}

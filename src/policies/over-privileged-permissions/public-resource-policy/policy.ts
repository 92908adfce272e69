import { isAnyone } from '../../../facts/exposure/outsiders.js';
import { isPinned, nameOf } from '../../../facts/exposure/pinning.js';
import { confidenceOf } from '../../../facts/permissions/grants.js';
import type { ResourcePolicy } from '../../../model/identity.js';
import { inBranch, isUnsaid } from '../../../model/setting.js';
import { definePolicy } from '../../policy.js';
import { pinCallers } from './fix.js';

export default definePolicy({
  id: 'public-resource-policy',
  several: ['resource policies', 'admit anyone'],
  threat: 'over-privileged-permissions',
  title: 'Anyone may use a resource',
  severity: 'critical',
  everywhere: true,
  why: 'Strangers run functions, inject messages or read queues directly, with no gateway in between.',
  remedy: 'Name who may use it, or bind the statement to your account, organisation or the one source that is meant.',
  acceptable: 'The resource is published on purpose, as a public layer or image is.',
  references: {
    owasp: ['OW5'],
    cwe: ['CWE-284', 'CWE-732'],
    peers: [
      ...['CKV_AWS_33', 'CKV_AWS_168', 'CKV_AWS_169', 'CKV_AWS_283', 'CKV_AWS_301', 'CKV_AWS_387', 'CKV_GCP_112'],
      ...[
        'F7',
        'F8',
        'F13',
        'F16',
        'F18',
        'F20',
        'F21',
        'F76',
        'AWS-0097',
        'Lambda.1',
        'SNS.4',
        'KMS.5',
        'EventBridge.3',
      ],
      ...['Lambda Permission Principal Is Wildcard', 'SQS Policy With Public Access', 'KMS Allows Wildcard Principal'],
    ],
    links: [
      'https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
    ],
  },

  // Left out: function URLs (function-url-open), buckets (public-bucket), APIs, statements with any fixed source.
  *check(stack) {
    for (const policy of stack.resourcePolicies) {
      const principal =
        policy.principals.find(isAnyone) ?? (policy.exceptPrincipals ? policy.principals[0] : undefined);
      if (principal === undefined || !isJudged(policy) || isPinned(policy)) continue;
      const target = policy.target === undefined ? 'what it is attached to' : policy.target;
      const who = isAnyone(principal) ? 'anyone' : `everyone except ${principal.term.text}`;
      yield {
        about: policy,
        at: principal.term.at,
        message: `${nameOf(policy)} lets ${who} use ${target}${actionsOf(policy)}${inBranch(policy)}.`,
        severity: policy.targetKind === 'layer' ? 'medium' : 'critical',
        confidence: confidenceOf(policy, principal.term),
        discriminator: policy.actions.terms[0]?.text ?? '',
        fix: isAnyone(principal) ? pinCallers(policy, stack) : undefined,
      };
    }
  },
});

const judgedElsewhere: ReadonlySet<ResourcePolicy['targetKind']> = new Set(['bucket', 'api', 'other']);

function isJudged({ effect, targetKind, urlAuth }: ResourcePolicy): boolean {
  return effect === 'allow' && !judgedElsewhere.has(targetKind) && isUnsaid(urlAuth);
}

function actionsOf({ actions }: ResourcePolicy): string {
  const [first, ...others] = actions.terms.map(({ text }) => text);
  if (first === undefined) return '';
  return others.length === 0 ? `: ${first}` : `: ${first} and ${others.length} more`;
}

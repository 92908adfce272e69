import { isAnyone } from '../../../facts/exposure/outsiders.js';
import { isPinned, nameOf, targetOf } from '../../../facts/exposure/pinning.js';
import { confidenceOf } from '../../../facts/permissions/grants.js';
import type { Principal, ResourcePolicy } from '../../../model/identity.js';
import { inBranch, isUnsaid } from '../../../model/setting.js';
import { definePolicy } from '../../definition.js';
import { pinCallers } from './fix.js';

export default definePolicy({
  id: 'public-resource-policy',
  several: ['resource policies', 'admit anyone'],
  threat: 'over-privileged-permissions',
  title: 'Resource policy allows anyone',
  severity: 'critical',
  everywhere: true,
  why: 'Anyone with an account at the cloud provider, or anyone at all, can call the resource directly and bypass the API in front of it.',
  remedy:
    'Name the principals that may use it, or limit the statement to your account, your organisation or the intended source.',
  acceptable: 'The resource is public by design, such as a published layer or image.',
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
    links: {
      aws: [
        'https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html',
        'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
      ],
      google: ['https://cloud.google.com/iam/docs/principals-overview'],
    },
  },

  // Left out: function URLs (function-url-open), buckets (public-bucket), APIs, statements with any fixed source.
  *check(stack) {
    for (const policy of stack.resourcePolicies) {
      const principal =
        policy.principals.find(isAnyone) ?? (policy.exceptPrincipals ? policy.principals[0] : undefined);
      if (principal === undefined || !isJudged(policy) || isPinned(policy)) continue;
      yield {
        about: policy,
        at: principal.term.at,
        message: `${nameOf(policy)} ${opens(policy, principal)}${inBranch(policy)}.`,
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

/** What a statement opens to whom; Google Cloud grants roles. */
function opens(policy: ResourcePolicy, principal: Principal): string {
  const target = targetOf(policy, 'the resource it is attached to');
  const [first, ...others] = policy.actions.terms.map(({ text }) => text);
  const more = others.length === 0 ? '' : ` and ${others.length} more`;
  const who = isAnyone(principal) ? 'anyone' : `everyone except ${principal.term.text}`;
  if (first !== undefined && /^(?:roles\/|[A-Z]+$)/.test(first)) return `grants ${who} ${first}${more} on ${target}`;
  return first === undefined ? `allows ${who} to use ${target}` : `allows ${who} to call ${first}${more} on ${target}`;
}

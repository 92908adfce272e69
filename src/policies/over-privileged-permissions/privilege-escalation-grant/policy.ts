import { heldPermissions, weighedFor } from '../../../facts/permissions/principals.js';
import { stepDown } from '../../../model/confidence.js';
import { inBranch, isUnsaid } from '../../../model/setting.js';
import { definePolicy } from '../../definition.js';

export default definePolicy({
  id: 'privilege-escalation-grant',
  several: ['grants', 'allow privilege escalation'],
  threat: 'over-privileged-permissions',
  title: 'Function can escalate its own privileges',
  severity: 'high',
  everywhere: true,
  why: 'Anyone who takes over the function can use the grant to obtain further permissions, up to those of an administrator.',
  remedy:
    'Remove the action, or limit it to the one role or function that it is meant for and to the service that receives it.',
  acceptable: 'The function is deployment tooling, and nobody else can use its role.',
  references: {
    csa: ['SAS-4'],
    cwe: ['CWE-269'],
    peers: [
      ...['CKV_AWS_110', 'CKV_AWS_286', 'CKV2_AWS_40', 'CKV2_AWS_56', 'CKV_GCP_41', 'CKV_GCP_49'],
      ...['F38', 'F39', 'F40', 'AWS-0342', 'GCP-0011'],
    ],
    links: {
      aws: [
        'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
        'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html',
      ],
      azure: ['https://learn.microsoft.com/azure/role-based-access-control/best-practices'],
      google: ['https://cloud.google.com/iam/docs/best-practices-service-accounts'],
      knative: ['https://kubernetes.io/docs/concepts/security/rbac-good-practices/'],
    },
  },

  // Left out: wildcards of services other than IAM, STS and Organizations, statements limited by conditions.
  *check(stack) {
    for (const { role, right, principal } of heldPermissions(stack, 'escalation')) {
      const bounded = !isUnsaid(role.boundary);
      yield {
        about: role,
        at: right.at,
        message: `${principal} can escalate its own privileges through ${right.words}${inBranch(right)}.`,
        severity: weighedFor(stack, role, bounded ? 'high' : 'critical'),
        confidence: bounded ? stepDown(right.confidence) : right.confidence,
        discriminator: right.key,
      };
    }
  },
});

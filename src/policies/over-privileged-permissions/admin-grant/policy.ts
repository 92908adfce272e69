import type { ExcessivePermission } from '../../../facts/permissions/permissions.js';
import { heldAs, heldPermissions, weighedFor } from '../../../facts/permissions/principals.js';
import { inBranch, isUnsaid } from '../../../model/setting.js';
import { definePolicy } from '../../definition.js';
import { reachOf } from './reach.js';

export default definePolicy({
  id: 'admin-grant',
  several: ['grants', 'give full administrative access'],
  threat: 'over-privileged-permissions',
  title: 'Function has administrator permissions',
  severity: 'high',
  everywhere: true,
  why: 'Anyone who takes over the function, through its code or a package that it ships, controls everything that the grant covers.',
  remedy: 'Grant only the actions that the code calls, on the resources that it uses.',
  acceptable: 'The role belongs to deployment tooling that is reviewed and monitored separately.',
  references: {
    owasp: ['OW5'],
    csa: ['SAS-4'],
    cwe: ['CWE-250', 'CWE-269'],
    peers: [
      ...[
        'CKV_AWS_1',
        'CKV_AWS_49',
        'CKV_AWS_62',
        'CKV_AWS_63',
        'CKV_AWS_274',
        'CKV_AWS_275',
        'CKV_GCP_42',
        'CKV_GCP_49',
      ],
      ...['CKV_GCP_117', 'F3', 'F4', 'F5', 'W43', 'AWS-0057', 'GCP-0007', 'IAM.1', 'WS1003', 'AwsSolutions-IAM4'],
    ],
    links: {
      aws: [
        'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
        'https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html',
      ],
      azure: ['https://learn.microsoft.com/azure/role-based-access-control/best-practices'],
      google: ['https://cloud.google.com/iam/docs/using-iam-securely'],
      knative: ['https://kubernetes.io/docs/concepts/security/rbac-good-practices/'],
    },
  },

  // Left out: statements limited by conditions, which wildcard-action judges. Roles without functions weigh little.
  *check(stack) {
    for (const { role, right, principal } of heldPermissions(stack, 'admin')) {
      const severity = isUnsaid(role.boundary) ? 'critical' : 'high';
      yield {
        about: role,
        at: right.at,
        message: `${principal} ${heldAs(role)} ${right.words}${allows(right)}${inBranch(right)}.`,
        severity: weighedFor(stack, role, severity),
        confidence: right.confidence,
        discriminator: right.key,
      };
    }
  },
});

/** What the policy or role by this name allows; a statement says it itself. */
function allows({ named }: ExcessivePermission): string {
  const reach = named && reachOf(named);
  return reach === undefined ? '' : `, which allows ${reach}`;
}

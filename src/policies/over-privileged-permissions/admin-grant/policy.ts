import { heldPermissions, weighedFor } from '../../../facts/permissions/principals.js';
import { inBranch, isUnsaid } from '../../../model/setting.js';
import { definePolicy } from '../../policy.js';

export default definePolicy({
  id: 'admin-grant',
  several: ['grants', 'give full administrative access'],
  threat: 'over-privileged-permissions',
  title: 'Function may do everything',
  severity: 'critical',
  everywhere: true,
  why: 'Any flaw in the function, or in a package it ships, is a flaw in the whole account.',
  remedy: 'List the actions that the code calls, on the resources it calls them on.',
  acceptable: 'The role belongs to deployment tooling that is reviewed and monitored apart from functions.',
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
    links: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
      'https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html',
    ],
  },

  // Left out: statements limited by conditions, which wildcard-action judges. Roles without functions weigh little.
  *check(stack) {
    for (const { role, right, principal } of heldPermissions(stack, 'admin')) {
      const severity = isUnsaid(role.boundary) ? 'critical' : 'high';
      yield {
        about: role,
        at: right.at,
        message: `${principal} may do everything in the account: ${right.words}${inBranch(right)}.`,
        severity: weighedFor(role, severity),
        confidence: right.confidence,
        discriminator: right.key,
      };
    }
  },
});

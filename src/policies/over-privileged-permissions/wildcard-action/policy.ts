import { heldAs, heldPermissions, weighedFor } from '../../../facts/permissions/principals.js';
import { inBranch } from '../../../model/setting.js';
import { definePolicy } from '../../definition.js';
import { narrowed, narrowedBy, narrowedRole, narrowedTo } from '../../needed/narrowed.js';
import { trustProblems } from './trust.js';

export default definePolicy({
  id: 'wildcard-action',
  several: ['grants', 'allow all actions of a service'],
  threat: 'over-privileged-permissions',
  title: 'Grant covers every action of a service',
  severity: 'medium',
  absorbs: ['unused-grant'],
  why: 'Anyone who takes over the function can also delete, reconfigure or share what it only needs to read or write.',
  remedy: 'Replace the wildcard with the actions that the code calls.',
  acceptable: 'The function administers the resource, and nothing else uses its role.',
  references: {
    csa: ['SAS-4'],
    cwe: ['CWE-732'],
    peers: [
      ...['CKV_AWS_49', 'CKV_AWS_63', 'CKV_AWS_108', 'CKV_AWS_109', 'CKV_AWS_110', 'CKV_AWS_111', 'CKV_AWS_286'],
      ...['CKV_AWS_287', 'CKV_AWS_288', 'CKV_AWS_289', 'CKV_AWS_290', 'W15', 'W16', 'W17', 'W21', 'W22', 'W23', 'W44'],
      ...['F3', 'F4', 'F5', 'AWS-0057', 'AWS-0345', 'IAM.21', 'WS1003', 'AwsSolutions-IAM4', 'AwsSolutions-IAM5'],
    ],
    links: {
      aws: [
        'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
        'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-policy-templates.html',
      ],
      azure: ['https://learn.microsoft.com/azure/role-based-access-control/best-practices'],
      google: ['https://cloud.google.com/iam/docs/using-iam-securely'],
      knative: ['https://kubernetes.io/docs/concepts/security/rbac-good-practices/'],
    },
  },

  // Left out: wildcards within one kind of thing (`dynamodb:*Item`), unknown services, deny statements.
  *check(stack) {
    for (const { role, right, principal } of heldPermissions(stack, 'wide-action')) {
      yield {
        about: role,
        at: right.at,
        message: `${principal} ${heldAs(role)} ${right.words}${inBranch(right)}.`,
        severity: weighedFor(stack, role, right.weight),
        confidence: right.confidence,
        discriminator: right.key,
      };
    }
    yield* trustProblems(stack);
  },
  refine: (problem, code) => {
    const held = heldPermissions(code.stack, 'wide-action').find(
      ({ role, right }) => role.id === problem.about.id && right.key === problem.discriminator,
    );
    const left = held && narrowedBy(code, held.role, held.right.grant);
    if (left) return narrowed(problem, held.role, left, code);
    const less = held && narrowedRole(code, held.role, held.right.named);
    return less ? narrowedTo(problem, held.role, less, code) : problem;
  },
});

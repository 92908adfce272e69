import { narrowToOnlyStore } from '../../../facts/permissions/narrowing.js';
import { heldAs, heldPermissions, weighedFor } from '../../../facts/permissions/principals.js';
import { inBranch } from '../../../model/setting.js';
import { definePolicy, proposeFix } from '../../definition.js';
import { boundToCode } from './bound-to-code.js';
import { scopedRoles } from './scoped-roles.js';

export default definePolicy({
  id: 'wildcard-resource',
  several: ['grants', 'cover all resources of a service'],
  threat: 'over-privileged-permissions',
  title: 'Grant covers every resource of a service',
  severity: 'medium',
  why: 'Anyone who takes over the function can read or change every resource of the service, not only those of the function.',
  remedy: 'Limit the grant to the resources that the function uses.',
  acceptable: 'The resources are created at run time and share neither a name prefix nor a tag.',
  references: {
    csa: ['SAS-4'],
    cwe: ['CWE-732'],
    peers: [
      ...[
        'CKV_AWS_111',
        'CKV_AWS_290',
        'CKV_AWS_355',
        'CKV_AWS_356',
        'W11',
        'W12',
        'W13',
        'AWS-0057',
        'AwsSolutions-IAM5',
      ],
      'IAM Policy Grants Full Permissions',
    ],
    links: {
      aws: [
        'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
      ],
      azure: ['https://learn.microsoft.com/azure/role-based-access-control/scope-overview'],
      google: ['https://cloud.google.com/iam/docs/using-iam-securely'],
      knative: ['https://kubernetes.io/docs/concepts/security/rbac-good-practices/'],
    },
  },

  // Left out: actions that accept only `*`, the right to write logs, statements that a wildcard action makes worse.
  *check(stack) {
    for (const { role, right, principal } of heldPermissions(stack, 'wide-resource')) {
      if (right.grant === undefined || right.service === undefined) continue;
      yield {
        about: role,
        at: right.at,
        message: `${principal} ${heldAs(role)} ${right.words}${inBranch(right)}.`,
        severity: weighedFor(stack, role, right.weight),
        confidence: right.confidence,
        discriminator: right.key,
        fix: proposeFix('exact', narrowToOnlyStore(right.grant, right.service, stack.stores)),
      };
    }
    yield* scopedRoles(stack);
  },
  refine: (problem, code) => {
    const held = heldPermissions(code.stack, 'wide-resource').find(
      ({ role, right }) => role.id === problem.about.id && right.key === problem.discriminator,
    );
    return held === undefined ? problem : boundToCode(problem, held, code);
  },
});

import { narrowToOnlyStore } from '../../../facts/permissions/narrowing.js';
import { heldPermissions, weighedFor } from '../../../facts/permissions/principals.js';
import { inBranch } from '../../../model/setting.js';
import { definePolicy, proposeFix } from '../../policy.js';
import { scopedRoles } from './scoped-roles.js';

export default definePolicy({
  id: 'wildcard-resource',
  several: ['grants', 'cover all resources of a service'],
  threat: 'over-privileged-permissions',
  title: 'Grant covers every resource of a service',
  severity: 'high',
  why: 'One function that is taken over reads or changes every table, bucket or queue of the account.',
  remedy: 'Name the resources that the function uses.',
  acceptable: 'The resources are made at run time and share neither a name prefix nor a tag.',
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
    links: [
      'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
    ],
  },

  // Left out: actions that accept only `*`, the right to write logs, statements that a wildcard action makes worse.
  *check(stack) {
    for (const { role, right, principal } of heldPermissions(stack, 'wide-resource')) {
      if (right.grant === undefined || right.service === undefined) continue;
      yield {
        about: role,
        at: right.at,
        message: `${principal} may act on every resource: ${right.words}${inBranch(right)}.`,
        severity: weighedFor(role, right.weight),
        confidence: right.confidence,
        discriminator: right.key,
        fix: proposeFix('exact', narrowToOnlyStore(right.grant, right.service, stack.stores)),
      };
    }
    yield* scopedRoles(stack);
  },
});

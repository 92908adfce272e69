import { definePolicy } from '../../definition.js';
import { federationProblems } from './federations.js';
import { roleProblems } from './roles.js';

export default definePolicy({
  id: 'role-trust-too-wide',
  several: ['roles', 'can be assumed by others than they are for'],
  threat: 'over-privileged-permissions',
  title: 'Others can assume the role',
  severity: 'high',
  why: 'Whoever assumes the role has its permissions, without calling the function or passing its checks.',
  remedy:
    'Name the one service or account that assumes the role; require an external ID from other accounts, and restrict the subject of tokens from other providers.',
  acceptable: 'The role is meant for these principals, and its permissions are no more than they may have.',
  references: {
    owasp: ['OW5'],
    csa: ['SAS-4'],
    cwe: ['CWE-284'],
    peers: [
      ...['CKV_AWS_60', 'CKV_AWS_61', 'CKV_AWS_358', 'CKV_GCP_118', 'CKV_GCP_125', 'CKV_AZURE_249'],
      ...['F2', 'F6', 'W14', 'GCP-0068', 'wildcard-assume-role', 'IAM Role Allows All Principals To Assume'],
    ],
    links: {
      aws: [
        'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-trust-policy.html',
        'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html',
        'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html',
      ],
      google: ['https://cloud.google.com/iam/docs/workload-identity-federation-with-deployment-pipelines'],
      azure: [
        'https://learn.microsoft.com/entra/workload-id/workload-identities-flexible-federated-identity-credentials',
      ],
    },
  },

  // Left out: single roles and users of other accounts, SAML, providers of an organization's own, and services where anything
  // beside functions refers to the role.
  *check(stack) {
    for (const role of stack.roles) yield* roleProblems(role, stack);
    for (const federation of stack.federations ?? []) yield* federationProblems(federation);
  },
});

import { narrowToOnlyStore } from '../../../facts/permissions/narrowing.js';
import type { ExcessivePermission } from '../../../facts/permissions/permissions.js';
import { heldPermissions, weighedFor } from '../../../facts/permissions/principals.js';
import { inBranch } from '../../../model/setting.js';
import { definePolicy, proposeFix } from '../../definition.js';
import { narrowToNamedParameters } from './named-parameters.js';

const note = 'After this edit reading parameters under other names fails.';

export default definePolicy({
  id: 'secret-read-wildcard',
  several: ['grants', 'allow reading or decrypting every secret'],
  threat: 'over-privileged-permissions',
  title: 'Function can read or decrypt every secret',
  severity: 'medium',
  why: 'Anyone who takes over the function obtains every secret that the grant covers, not only those of this function.',
  remedy: 'Limit the grant to the secrets, parameters or keys that the function uses.',
  acceptable: 'The function rotates or backs up all secrets, and only trusted principals can invoke it.',
  references: {
    owasp: ['OW3'],
    csa: ['SAS-7'],
    cwe: ['CWE-732'],
    peers: ['CKV_AWS_107', 'CKV_AWS_287', 'KMS.1', 'KMS.2'],
    links: {
      aws: [
        'https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_examples.html',
        'https://docs.aws.amazon.com/kms/latest/developerguide/iam-policies-best-practices.html',
      ],
      azure: ['https://learn.microsoft.com/azure/key-vault/general/rbac-guide'],
      google: ['https://cloud.google.com/secret-manager/docs/access-control'],
      knative: ['https://kubernetes.io/docs/concepts/security/rbac-good-practices/'],
    },
  },

  // Left out: literal prefixes, whole services (wildcard-action judges them), keys bound by alias or secret conditions.
  *check(stack) {
    for (const { role, right, principal } of heldPermissions(stack, 'secrets')) {
      const { grant, service } = right;
      const narrowed = grant && service ? narrowToOnlyStore(grant, service, stack.stores) : undefined;
      const named = grant && narrowed === undefined ? narrowToNamedParameters(grant, role, stack) : undefined;
      yield {
        about: role,
        at: right.at,
        message: `${principal} can read or decrypt every secret${within(right)} through ${right.words}${inBranch(right)}.`,
        severity: weighedFor(stack, role, right.weight),
        confidence: right.confidence,
        discriminator: right.key,
        fix: proposeFix('exact', narrowed) ?? proposeFix('breaking', named, note),
      };
    }
  },
});

/** The vault, where only the secrets of one are meant. */
function within({ named }: ExcessivePermission): string {
  return named?.on === undefined ? '' : ` in ${named.on}`;
}

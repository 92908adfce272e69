import { narrowToOnlyStore } from '../../../facts/permissions/narrowing.js';
import { heldPermissions, weighedFor } from '../../../facts/permissions/principals.js';
import { inBranch } from '../../../model/setting.js';
import { definePolicy, proposeFix } from '../../policy.js';
import { narrowToNamedParameters } from './named-parameters.js';

const note = 'Parameters that the code reads under other names are then refused.';

export default definePolicy({
  id: 'secret-read-wildcard',
  several: ['grants', 'allow reading or decrypting every secret'],
  threat: 'over-privileged-permissions',
  title: 'Function may read or decrypt every secret',
  severity: 'high',
  why: 'One leak exposes all credentials of the account, not only those of this function.',
  remedy: 'Name the secrets, parameters or keys that the function uses.',
  acceptable: 'The function rotates or backs up all secrets and nobody outside can start it.',
  references: {
    owasp: ['OW3'],
    csa: ['SAS-7'],
    cwe: ['CWE-732'],
    peers: ['CKV_AWS_107', 'CKV_AWS_287', 'KMS.1', 'KMS.2'],
    links: [
      'https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_examples.html',
      'https://docs.aws.amazon.com/kms/latest/developerguide/iam-policies-best-practices.html',
    ],
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
        message: `${principal} may read or decrypt every secret: ${right.words}${inBranch(right)}.`,
        severity: weighedFor(role, right.weight),
        confidence: right.confidence,
        discriminator: right.key,
        fix: proposeFix('exact', narrowed) ?? proposeFix('breaking', named, note),
      };
    }
  },
});

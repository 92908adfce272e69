import type { Federation } from '../../../model/identity.js';
import { text } from '../../values/codec.js';
import { declarationOf, type GoogleStack, ofAsset, setting } from '../google-stack.js';

/** Providers of workload identity pools that take tokens of an issuer. */
export function googleFederations(stack: GoogleStack): readonly Federation[] {
  return ofAsset(stack, 'iam.googleapis.com/WorkloadIdentityPoolProvider').map((declared) => ({
    ...declarationOf(declared),
    kind: 'federation',
    issuer: setting(declared, ['oidc', 'issuerUri'], text),
    limit: setting(declared, ['attributeCondition'], text),
  }));
}

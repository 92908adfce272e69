import type { Federation } from '../../../model/identity.js';
import { text } from '../../values/codec.js';
import { firstSaid } from '../../values/writes.js';
import { declarationOf, type Mapping, setting } from '../mapping.js';

/** Federated credentials of identities: whose tokens they take, and of which subject or under which claims. */
export function mapFederations(mapping: Mapping): readonly Federation[] {
  return mapping.ofType('microsoft.managedidentity/userassignedidentities/federatedidentitycredentials').map((one) => ({
    ...declarationOf(one),
    kind: 'federation',
    issuer: setting(one, ['properties', 'issuer'], text),
    limit: firstSaid(
      setting(one, ['properties', 'claimsMatchingExpression', 'value'], text),
      setting(one, ['properties', 'subject'], text),
    ),
  }));
}

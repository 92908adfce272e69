import type { TrustStatement } from '../../../model/identity.js';
import type { Value } from '../../../model/value.js';
import type { Mapping } from '../mapping.js';
import { readPolicyDocument } from '../policies/document.js';

/** Who may assume a role. */
export function trustOf(mapping: Mapping, document: Value | undefined): readonly TrustStatement[] {
  return readPolicyDocument(document, mapping.reading).statements.map(
    ({ at, effect, actions, notActions, principals, principalsOpen, conditions }) => ({
      at,
      effect,
      actions,
      ...(notActions && { notActions }),
      principals,
      principalsOpen,
      conditions,
    }),
  );
}

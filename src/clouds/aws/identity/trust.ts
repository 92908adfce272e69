import type { TrustStatement } from '../../../model/identity.js';
import type { Value } from '../../../model/value.js';
import type { Mapping } from '../mapping.js';
import { readPolicyDocument } from '../policies/document.js';

/** Who may assume a role. */
export function trustOf(mapping: Mapping, document: Value | undefined): readonly TrustStatement[] {
  return readPolicyDocument(document, mapping.reading).statements.map((statement) => {
    const { at, effect, actions, notActions, principals, principalsOpen, exceptPrincipals, admit } = statement;
    const { conditions, conditionsOpen, branch } = statement;
    return {
      ...{ at, effect, actions, principals, principalsOpen, exceptPrincipals, conditions, conditionsOpen, admit },
      ...(notActions && { notActions }),
      ...(branch !== undefined && { branch }),
    };
  });
}

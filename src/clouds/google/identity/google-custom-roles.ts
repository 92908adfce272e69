import type { Term } from '../../../model/resource.js';
import { termsOf } from '../../values/terms.js';
import { type GoogleStack, ofAsset, property } from '../google-stack.js';

/** What the stack's own roles permit, by the role's id. */
export type CustomRoles = ReadonlyMap<string, readonly Term[]>;

export function customRolesOf(stack: GoogleStack): CustomRoles {
  return new Map(
    ofAsset(stack, 'iam.googleapis.com/Role').map((role) => {
      const owner = { at: role.at, reading: { ...role.properties.reading, unresolved: [] } };
      return [role.id, termsOf(property(role, 'includedPermissions'), owner).terms];
    }),
  );
}

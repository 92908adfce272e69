import { termsOf } from '../../../../clouds/values/terms.js';
import type { Term } from '../../../../model/resource.js';
import { declaredOf, type Mapping, property, same } from '../cloud.js';

const fields = same('permissions', 'role_id');

/** The types of roles that a stack defines itself. */
export const customRoleTypes = ['google_project_iam_custom_role', 'google_organization_iam_custom_role'] as const;

/** What the stack's own roles permit, by the role's id. */
export type CustomRoles = ReadonlyMap<string, readonly Term[]>;

export function customRolesOf(mapping: Mapping): CustomRoles {
  const declared = declaredOf(mapping, Object.fromEntries(customRoleTypes.map((type) => [type, fields])));
  return new Map(
    declared.map((role) => {
      const owner = { at: role.at, reading: { ...mapping.reading, unresolved: [] } };
      return [role.id, termsOf(property(role, 'permissions'), owner).terms];
    }),
  );
}

import type { ExcessivePermission } from '../../../facts/permissions/permissions.js';
import { heldPermissions } from '../../../facts/permissions/principals.js';
import type { Stack } from '../../../facts/stack.js';
import type { Absorbed } from '../../definition.js';
import type { Entry } from './entries.js';

const policies: Readonly<Record<ExcessivePermission['kind'], string>> = {
  admin: 'admin-grant',
  escalation: 'privilege-escalation-grant',
  'wide-action': 'wildcard-action',
  'wide-resource': 'wildcard-resource',
  secrets: 'secret-read-wildcard',
};

/** The policies that tell of an entry point alone, or of a right alone. */
export const absorbed: readonly string[] = [
  'function-url-open',
  'route-without-authorizer',
  ...Object.values(policies),
  'unused-grant',
];

/** The findings on the entry point and on the right that the path tells together. */
export function absorbedBy(entry: Entry, right: ExcessivePermission, stack: Stack): readonly Absorbed[] {
  const entryPoint = entry.policy === undefined ? [] : [{ policy: entry.policy, about: entry.about }];
  const told = heldPermissions(stack, right.kind).filter(
    (held) => held.right.key === right.key && isAt(held.right, right),
  );
  const rights = told.map(({ role }) => ({
    policy: policies[right.kind],
    about: role.id,
    discriminator: right.key,
  }));
  return [...entryPoint, ...rights];
}

function isAt(a: ExcessivePermission, b: ExcessivePermission): boolean {
  return a.at.path === b.at.path && a.at.start === b.at.start;
}

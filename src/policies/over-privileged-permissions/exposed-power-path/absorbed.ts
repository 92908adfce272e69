import { borneRights } from '../../../facts/permissions/bearers.js';
import type { ExcessiveRight } from '../../../facts/permissions/rights.js';
import type { Stack } from '../../../facts/stack.js';
import type { Absorbed } from '../../policy.js';
import type { Entry } from './entries.js';

const policies: Readonly<Record<ExcessiveRight['kind'], string>> = {
  admin: 'admin-grant',
  escalation: 'privilege-escalation-grant',
  'wide-action': 'wildcard-action',
  'wide-resource': 'wildcard-resource',
  secrets: 'secret-read-wildcard',
};

/** The findings on the door and on the right that the path tells together. */
export function absorbedBy(entry: Entry, right: ExcessiveRight, stack: Stack): readonly Absorbed[] {
  const door = entry.policy === undefined ? [] : [{ policy: entry.policy, about: entry.about }];
  const told = borneRights(stack, right.kind).filter(
    (borne) => borne.right.key === right.key && isAt(borne.right, right),
  );
  const absorbed = told.map(({ role }) => ({
    policy: policies[right.kind],
    about: role.id,
    discriminator: right.key,
  }));
  return [...door, ...absorbed];
}

function isAt(a: ExcessiveRight, b: ExcessiveRight): boolean {
  return a.at.path === b.at.path && a.at.start === b.at.start;
}

import type { Role } from '../../../model/identity.js';
import type { ExcessiveRight } from '../../../model/rights.js';
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
export function absorbedBy(entry: Entry, right: ExcessiveRight, role: Role): readonly Absorbed[] {
  const door = entry.policy === undefined ? [] : [{ policy: entry.policy, about: entry.about }];
  return [...door, { policy: policies[right.kind], about: role.id, discriminator: right.key }];
}

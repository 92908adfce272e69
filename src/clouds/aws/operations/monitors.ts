import type { Model } from '../../../model/model.js';
import { type Mapping, nameOf, property } from '../mapping.js';

/** Dashbird reads the account's logs and metrics through a role that its set-up calls `dashbird-delegation-role`. */
export function mapMonitors(mapping: Mapping): Model['monitors'] {
  const roles = mapping.ofType('AWS::IAM::Role');
  const found = roles.some((role) => /dashbird/i.test(`${role.id} ${nameOf(property(role, 'RoleName')) ?? ''}`));
  return found ? [{ name: 'Dashbird', functions: 'all' }] : [];
}

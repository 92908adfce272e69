import type { Role } from '../../model/identity.js';
import { none } from '../../model/setting.js';
import type { Said } from './said.js';

/** An identity of which only its permissions are said: it cannot be given further ones. */
export function plainRole(said: Said<Role, 'grants' | 'named' | 'open'>): Role {
  return {
    generated: false,
    users: [],
    trust: [],
    boundary: none(said.at),
    attach: () => undefined,
    ...said,
    kind: 'role',
  };
}

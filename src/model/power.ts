import type { Role } from './identity.js';

/** What a role may do at most (catalogue §1), most powerful first. */
export type Power = 'admin' | 'escalation' | 'wide' | 'data' | 'minimal' | 'unknown';

export function powerOf(_role: Role | undefined): Power {
  return 'unknown';
}

import type { Role } from './identity.js';

/** True if functions run as the role, or are meant to: their service may assume it. */
export function isFunctionRole(role: Role): boolean {
  if (role.users.length > 0) return true;
  const services = role.trust.flatMap(({ principals }) => principals.filter(({ kind }) => kind === 'service'));
  return services.some(({ term }) => term.text === 'lambda.amazonaws.com');
}

/** Who has the rights, for messages. */
export function bearerOf(role: Role): string {
  const [first, ...others] = role.users;
  if (first === undefined) return isFunctionRole(role) ? `Role ${role.id}` : `${role.id}, which no function here uses,`;
  return others.length === 0 ? first : `Each of ${role.users.length} functions with role ${role.id}`;
}

/** How heavy something about a role weighs: nothing that no function runs as weighs much here. */
export function weighedFor<W extends string>(role: Role, weight: W): W | 'low' {
  return isFunctionRole(role) ? weight : 'low';
}

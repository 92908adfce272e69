import type { Installation, Permissions, Repository, World } from '../world.js';
import type { Caller } from './call.js';
import { checkJwt } from './jwt.js';
import { refusal } from './refusal.js';

const ranks = new Map([
  ['read', 1],
  ['write', 2],
  ['admin', 3],
]);

function rank(level: string | undefined): number {
  return ranks.get(level ?? '') ?? 0;
}

/** Whether permissions include a wanted one: `checks:write`; `a|b` is either, `a+b` is both. */
export function permits(permissions: Permissions, wanted: string): boolean {
  return wanted.split('|').some((alternative) =>
    alternative.split('+').every((one) => {
      const [name = '', level] = one.split(':');
      return rank(permissions[name]) >= rank(level);
    }),
  );
}

function covers(installation: Installation, repository: Repository): boolean {
  return installation.account === repository.owner;
}

/** Whether a caller's token reaches a repository at all, whatever it may do there. */
export function reaches(caller: Caller, repository: Repository): boolean {
  if (caller.kind !== 'installation' || !covers(caller.token.installation, repository)) return false;
  return caller.token.repositories === undefined || caller.token.repositories.has(repository.id);
}

export function canRead(caller: Caller, repository: Repository): boolean {
  return !repository.isPrivate || reaches(caller, repository);
}

function badCredentials(violation: string): Error {
  return refusal(401, 'Bad credentials', { violation });
}

/** Who is calling: the app itself, one of its installations, or nobody. */
export function authenticate(world: World, header: string | undefined): Caller {
  if (header === undefined) return { kind: 'nobody' };
  const secret = /^(?:bearer|token)\s+(.+)$/i.exec(header)?.[1];
  if (secret === undefined) throw badCredentials('bad-credentials');
  const token = world.tokens.get(secret);
  if (token === undefined && secret.split('.').length === 3) {
    checkJwt(world.app, secret);
    return { kind: 'app' };
  }
  if (token === undefined) throw badCredentials('bad-credentials');
  if (token.expires < Date.now()) throw badCredentials('expired-token');
  if (token.installation.suspendedAt !== undefined) throw refusal(403, 'This installation has been suspended');
  if (!world.installations.includes(token.installation)) throw refusal(401, 'Bad credentials');
  return { kind: 'installation', token };
}

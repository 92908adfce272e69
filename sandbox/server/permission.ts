import type { Repository, World } from '../world.js';
import { canRead, permits, reaches } from './authenticate.js';
import type { Caller } from './call.js';
import type { Route } from './exchange.js';
import { notFound, refusal } from './refusal.js';

const notAccessible = 'Resource not accessible by integration';

/** Whether this kind of caller may use the route at all. */
export function checkCaller(route: Route, caller: Caller): void {
  const wanted = route.caller ?? 'installation';
  if (wanted === 'anyone') return;
  if (wanted === 'app' && caller.kind !== 'app') {
    throw refusal(401, 'A JSON web token could not be decoded', { violation: 'app-token-needed' });
  }
  if (wanted === 'installation' && caller.kind === 'app') {
    throw refusal(403, notAccessible, { violation: 'installation-token-needed' });
  }
  if (caller.kind === 'nobody') throw refusal(401, 'Requires authentication', { violation: 'unauthenticated' });
}

/** The repository that the path names, as far as the caller can see it. */
export function visibleRepository(
  world: World,
  route: Route,
  caller: Caller,
  parameters: Readonly<Record<string, string>>,
): Repository | undefined {
  if (!route.route.includes('/repos/{owner}/{repo}')) return undefined;
  const repository = world.repositories.get(`${parameters.owner}/${parameters.repo}`.toLowerCase());
  if (repository === undefined) throw notFound();
  if (caller.kind !== 'app' && !canRead(caller, repository)) throw notFound();
  return repository;
}

function accepted(permission: string): string {
  return permission.replaceAll(':', '=').replaceAll('|', '; ').replaceAll('+', ', ');
}

/** Refuses a call that the installation's permissions do not cover. Anyone may read what is public. */
export function checkPermission(route: Route, caller: Caller, repository: Repository | undefined): void {
  const { permission } = route;
  if (permission === undefined || caller.kind !== 'installation') return;
  const outside = repository !== undefined && !reaches(caller, repository);
  if (outside && !repository.isPrivate && route.route.startsWith('GET ')) return;
  if (!outside && permits(caller.token.permissions, permission)) return;
  throw refusal(403, notAccessible, {
    headers: { 'x-accepted-github-permissions': accepted(permission) },
    violation: `missing-permission ${permission}`,
  });
}

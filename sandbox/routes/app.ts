import { permits } from '../server/authenticate.js';
import { type Answer, bodyOf, type Exchange, numberParameter, parameter, type Route } from '../server/exchange.js';
import { pageOf } from '../server/pages.js';
import { notFound, refusal, unprocessable } from '../server/refusal.js';
import { appShape, installationShape } from '../shapes/account.js';
import { repositoryShape } from '../shapes/repository.js';
import type { Installation, Permissions, Repository } from '../world.js';

interface TokenRequest {
  readonly permissions?: Permissions;
  readonly repositories?: readonly string[];
  readonly repository_ids?: readonly number[];
}

function installationOf(exchange: Exchange): Installation {
  const id = numberParameter(exchange, 'installation_id');
  const installation = exchange.world.installations.find((each) => each.id === id);
  if (installation === undefined) throw notFound();
  return installation;
}

function repositoriesOf(exchange: Exchange, installation: Installation): readonly Repository[] {
  return [...exchange.world.repositories.values()].filter(({ owner }) => owner === installation.account);
}

function grantedPermissions(installation: Installation, wanted: Permissions | undefined): Permissions {
  if (wanted === undefined) return installation.permissions;
  for (const [name, level] of Object.entries(wanted)) {
    if (permits(installation.permissions, `${name}:${level}`)) continue;
    const message = 'The permissions requested are not granted to this installation.';
    throw unprocessable(message, `permissions-not-granted ${name}: ${level}`);
  }
  return { metadata: 'read', ...wanted };
}

function chosenRepositories(exchange: Exchange, installation: Installation): ReadonlySet<number> | undefined {
  const { repositories, repository_ids: ids } = bodyOf<TokenRequest>(exchange);
  if (repositories === undefined && ids === undefined) return undefined;
  const chosen = repositoriesOf(exchange, installation).filter(
    ({ id, name }) => repositories?.includes(name) === true || ids?.includes(id) === true,
  );
  if (chosen.length === (repositories?.length ?? 0) + (ids?.length ?? 0)) return new Set(chosen.map(({ id }) => id));
  const message = 'There is at least one repository that does not exist or is not accessible.';
  throw unprocessable(message, 'repository-not-in-installation');
}

function createToken(exchange: Exchange): Answer {
  const installation = installationOf(exchange);
  const { world } = exchange;
  if (installation.suspendedAt !== undefined) throw refusal(403, 'This installation has been suspended');
  const permissions = grantedPermissions(installation, bodyOf<TokenRequest>(exchange).permissions);
  const repositories = chosenRepositories(exchange, installation);
  const expires = Date.now() + world.limits.tokenMilliseconds;
  const secret = world.newSecret(world.app.id);
  world.tokens.set(secret, { secret, installation, permissions, repositories, expires });
  const listed = repositoriesOf(exchange, installation).filter(({ id }) => repositories?.has(id) === true);
  return {
    status: 201,
    body: {
      token: secret,
      expires_at: new Date(expires).toISOString().replace(/\.\d+Z$/, 'Z'),
      permissions,
      repository_selection: repositories === undefined ? 'all' : 'selected',
      ...(repositories === undefined ? {} : { repositories: listed.map((each) => repositoryShape(world, each)) }),
    },
  };
}

function installationFor(exchange: Exchange): Answer {
  const installation = exchange.world.installations.find(({ account }) => account === exchange.repository?.owner);
  if (installation === undefined) throw notFound();
  return { body: installationShape(exchange.world, installation), looser: true };
}

function accountInstallation(exchange: Exchange): Answer {
  const login = (parameter(exchange, 'org') || parameter(exchange, 'username')).toLowerCase();
  const installation = exchange.world.installations.find(({ account }) => account.login.toLowerCase() === login);
  if (installation === undefined) throw notFound();
  return { body: installationShape(exchange.world, installation), looser: true };
}

function listRepositories(exchange: Exchange): Answer {
  const { caller, world } = exchange;
  if (caller.kind !== 'installation') throw notFound();
  const all = repositoriesOf(exchange, caller.token.installation);
  const repositories = pageOf(exchange, all).map((repository) => repositoryShape(world, repository));
  return { body: { total_count: all.length, repositories } };
}

export const appRoutes: readonly Route[] = [
  {
    route: 'GET /app',
    caller: 'app',
    answer: ({ world }) => ({
      body: { ...appShape(world, world.app), installations_count: world.installations.length },
    }),
  },
  {
    route: 'GET /app/installations',
    caller: 'app',
    answer: (exchange) => ({
      body: pageOf(exchange, exchange.world.installations).map((each) => installationShape(exchange.world, each)),
      looser: true,
    }),
  },
  {
    route: 'GET /app/installations/{installation_id}',
    caller: 'app',
    answer: (exchange) => ({ body: installationShape(exchange.world, installationOf(exchange)), looser: true }),
  },
  { route: 'POST /app/installations/{installation_id}/access_tokens', caller: 'app', answer: createToken },
  { route: 'GET /repos/{owner}/{repo}/installation', caller: 'app', answer: installationFor },
  { route: 'GET /orgs/{org}/installation', caller: 'app', answer: accountInstallation },
  { route: 'GET /users/{username}/installation', caller: 'app', answer: accountInstallation },
  { route: 'GET /installation/repositories', answer: listRepositories },
];

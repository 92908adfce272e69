import { describeRoute, isPublic, needsAuthentication } from '../../../facts/exposure/routes.js';
import type { Stack } from '../../../facts/stack.js';
import { type Api, type Auth, type Route, strengthOf } from '../../../model/api.js';
import { weaker } from '../../../model/confidence.js';
import { known } from '../../../model/setting.js';
import { requirementOf } from '../../close-route.js';
import { type Problem, proposeFix } from '../../definition.js';
import { confidenceOf, isLiteral } from './literal.js';
import { placeOf } from './place.js';

/** Public routes that ask their callers for less than before. */
export function* openedRoutes(base: Stack, head: Stack): Generator<Problem> {
  const apis = new Map(head.apis.map((api) => [api.id, api]));
  const before = new Map(base.routes.flatMap((route) => [[route.id, route] as const, [keyOf(route), route] as const]));
  for (const route of head.routes) {
    const api = apis.get(route.api ?? '');
    const earlier = before.get(route.id) ?? before.get(keyOf(route));
    if (api === undefined || earlier === undefined || isHidden(api) || !needsAuthentication(route, api)) continue;
    const [was, is] = [known(earlier.auth), known(route.auth)];
    if (was === undefined || is === undefined || !isWeaker(is, was)) continue;
    yield problemOf({ route, earlier, was, is, api });
  }
}

/** Of a document alone nothing says who reaches the API, which makes the step back no smaller. */
function isHidden(api: Api): boolean {
  return !isPublic(api) && api.visibility.kind !== 'unknown';
}

function keyOf({ api, method, path }: Route): string {
  return `${api ?? ''} ${method} ${path}`;
}

function isWeaker(is: Auth, was: Auth): boolean {
  return (
    Math.floor(strengthOf(is)) < Math.floor(strengthOf(was)) ||
    (is.kind === was.kind && strengthOf(is) < strengthOf(was))
  );
}

interface Opened {
  readonly route: Route;
  readonly earlier: Route;
  readonly was: Auth;
  readonly is: Auth;
  readonly api: Api;
}

function problemOf({ route, earlier, was, is, api }: Opened): Problem {
  const still = was.authorizer === undefined || api.authorizers.some(({ name }) => name === was.authorizer);
  const write = still && isLiteral(route.auth) ? route.auth.write(was) : undefined;
  return {
    about: route,
    ...placeOf(earlier.auth, route.auth, route),
    message: `${describeRoute(route)} of ${api.id} ${consequence({ is, was, api })}.`,
    confidence: [earlier.auth, route.auth]
      .map(confidenceOf)
      .reduce(weaker, api.visibility.kind === 'unknown' ? 'medium' : 'high'),
    severity: is.kind === 'none' ? 'critical' : 'high',
    fix: proposeFix('exact', write),
    absorbs: [{ policy: 'route-without-authorizer', about: route.id }],
  };
}

function consequence({ is, was, api }: Pick<Opened, 'is' | 'was' | 'api'>): string {
  if (is.kind === was.kind) return 'no longer requires a scope';
  if (is.kind !== 'none') return `requires only ${requirementOf(is, api)} and no longer ${requirementOf(was, api)}`;
  const toWhom = api.builtInAuth === 'identity' ? ': `allUsers` may invoke it' : '';
  return `no longer requires ${requirementOf(was, api)}${toWhom}`;
}

import { describeRoute, isPublic, openRoute } from '../../../facts/exposure/routes.js';
import type { Stack } from '../../../facts/stack.js';
import { known } from '../../../model/setting.js';
import { type Problem, proposeFix } from '../../policy.js';
import { placeOf } from './place.js';

/** Open routes of APIs that only the inside could reach before. */
export function* unveiledRoutes(base: Stack, head: Stack): Generator<Problem> {
  const before = new Map(base.apis.map((api) => [api.id, api]));
  const routes = new Set(base.routes.map(({ id }) => id));
  for (const api of head.apis) {
    const earlier = before.get(api.id);
    if (earlier === undefined || known(earlier.visibility) !== 'private' || !isPublic(api)) continue;
    const open = head.routes.find((route) => {
      return route.api === api.id && routes.has(route.id) && openRoute(route, api) !== undefined;
    });
    if (open === undefined) continue;
    const { visibility } = api;
    const write = visibility.kind === 'known' || visibility.kind === 'absent' ? visibility.write('private') : undefined;
    yield {
      about: open,
      ...placeOf(earlier.visibility, visibility, api),
      discriminator: 'visibility',
      message: `${describeRoute(open)} of ${api.id} was private and now accepts unauthenticated requests from the internet.`,
      fix: proposeFix('exact', write),
      absorbs: [{ policy: 'route-without-authorizer', about: open.id }],
    };
  }
}

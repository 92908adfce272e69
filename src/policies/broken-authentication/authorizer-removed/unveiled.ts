import { describeRoute, openRoute } from '../../../facts/exposure/routes.js';
import type { Stack } from '../../../facts/stack.js';
import { type Confidence, weaker } from '../../../model/confidence.js';
import { when } from '../../../model/setting.js';
import { type Problem, proposeFix } from '../../definition.js';
import { placeOf } from './place.js';

/** What stands in front of the network, or of all routes of a cluster, may ask callers who they are. */
function nowIs(confidence: Confidence): string {
  return confidence === 'high'
    ? 'now accepts unauthenticated requests from the internet'
    : 'is now published outside of its network, and nothing in this stack authenticates its callers';
}

/** Open routes of APIs that only the inside could reach before. */
export function* unveiledRoutes(base: Stack, head: Stack): Generator<Problem> {
  const before = new Map(base.apis.map((api) => [api.id, api]));
  const routes = new Set(base.routes.map(({ id }) => id));
  for (const api of head.apis) {
    const earlier = before.get(api.id);
    const closed = earlier && when(earlier.visibility, (seen) => seen === 'private');
    const { visibility } = api;
    const shown = when(visibility, (seen) => seen === 'public', { absent: true });
    if (earlier === undefined || closed === undefined || shown === undefined) continue;
    const own = head.routes.filter((route) => route.api === api.id && routes.has(route.id));
    const [found] = own.flatMap((route) => {
      const match = openRoute(route, api);
      return match === undefined ? [] : [{ route, match }];
    });
    if (found === undefined) continue;
    const { route: open, match } = found;
    const write = visibility.kind === 'known' || visibility.kind === 'absent' ? visibility.write('private') : undefined;
    const confidence = [closed, shown, match].map((one) => one.confidence).reduce(weaker);
    yield {
      about: open,
      ...placeOf(earlier.visibility, visibility, api),
      discriminator: 'visibility',
      confidence,
      message: `${describeRoute(open)} of ${api.id} was private and ${nowIs(confidence)}.`,
      fix: proposeFix('exact', write),
      absorbs: [{ policy: 'route-without-authorizer', about: open.id }],
    };
  }
}

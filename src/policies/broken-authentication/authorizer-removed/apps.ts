import { isPublic } from '../../../facts/exposure/routes.js';
import type { Stack } from '../../../facts/stack.js';
import { weaker } from '../../../model/confidence.js';
import { when } from '../../../model/setting.js';
import { type Problem, proposeFix } from '../../definition.js';
import { placeOf } from './place.js';

/** Apps whose callers the platform signed in before, and whose routes are declared with their code. */
export function* unguardedApps(base: Stack, head: Stack): Generator<Problem> {
  const before = new Map(base.apis.map((api) => [api.id, api]));
  for (const api of head.apis) {
    const earlier = before.get(api.id)?.signIn;
    const match = when(api.signIn, (on) => !on, { absent: true });
    const former = earlier && when(earlier, (on) => on);
    if (earlier === undefined || former === undefined || match === undefined) continue;
    if (!isPublic(api) || head.routes.some((route) => route.api === api.id)) continue;
    yield {
      about: api,
      ...placeOf(earlier, api.signIn, api),
      discriminator: 'sign-in',
      message: `${api.id} no longer requires callers to sign in before requests reach its code.`,
      severity: 'high',
      confidence: weaker(match.confidence, former.confidence),
      fix: proposeFix('exact', match.write(true)),
    };
  }
}

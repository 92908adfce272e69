import type { Stack } from '../../../facts/stack.js';
import type { Route } from '../../../model/api.js';
import { type Match, when } from '../../../model/setting.js';
import type { Edit } from '../../../model/span.js';
import { type Problem, proposeFix } from '../../definition.js';

interface Testable {
  readonly route: Route;
  readonly match: Match<boolean>;
}

/** APIs whose methods may be tried out from the provider's console, past every stage; one problem for each, on its first method. */
export function* testCalls({ apis, routes }: Stack): Generator<Problem> {
  for (const api of apis) {
    const own = routes.filter((route) => route.api === api.id).flatMap(testable);
    const [first] = own;
    if (first === undefined) continue;
    const which = own.length === 1 ? 'a method' : `${own.length} methods`;
    yield {
      about: api,
      at: first.match.at,
      discriminator: 'test',
      message: `${api.id} lets the API Gateway console invoke the functions behind ${which}, past its stages.`,
      confidence: first.match.confidence,
      related: own.map(({ match }) => match.at),
      fix: proposeFix(
        'exact',
        withoutTests(own),
        'After this edit the function can be invoked through the deployed stages only.',
      ),
    };
  }
}

function testable(route: Route): readonly Testable[] {
  const match = route.testable && when(route.testable, (on) => on);
  return match ? [{ route, match }] : [];
}

/** Routes may share what calls their function: it is changed once. */
function withoutTests(own: readonly Testable[]): readonly Edit[] | undefined {
  const byPlace = new Map(own.map(({ match }) => [`${match.at.path} ${match.at.start}`, match]));
  const edits = [...byPlace.values()].map((match) => match.write(false));
  return edits.some((one) => one === undefined) ? undefined : edits.flatMap((one) => one ?? []);
}

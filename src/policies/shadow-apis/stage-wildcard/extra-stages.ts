import type { Stack } from '../../../facts/stack.js';
import type { Api } from '../../../model/api.js';
import { inBranch, type Match, when } from '../../../model/setting.js';
import { type Problem, proposeFix } from '../../definition.js';

interface Extra {
  readonly api: Api;
  readonly match: Match<string>;
}

/** SAM makes a stage called `Stage` beside the named one unless a version of OpenAPI is set; APIs with one line for it are told once. */
export function* extraStages({ apis }: Stack): Generator<Problem> {
  const byPlace = new Map<string, Extra[]>();
  for (const api of apis) {
    const match = when(api.openApiVersion, () => false, { absent: true });
    if (match === undefined) continue;
    const place = `${match.at.path} ${match.at.start}`;
    byPlace.set(place, [...(byPlace.get(place) ?? []), { api, match }]);
  }
  for (const [first, ...others] of byPlace.values()) {
    if (first !== undefined) yield problemOf(first, others.length);
  }
}

function problemOf({ api, match }: Extra, others: number): Problem {
  const who = others === 0 ? `${api.id} gets` : `${api.id} and ${others} more get`;
  return {
    about: api,
    at: match.at,
    discriminator: 'Stage',
    message: `${who} a second stage named Stage because OpenApiVersion is not set${inBranch(match)}.`,
    confidence: match.confidence,
    fix: proposeFix(
      'exact',
      match.write('3.0.1'),
      'After this edit the next deployment removes the stage named Stage.',
    ),
  };
}

import { when } from '../../../model/setting.js';
import type { Stack } from '../../../model/stack.js';
import type { Problem } from '../../policy.js';

/** Subscriptions whose broker or channel drops an event that the subscriber keeps refusing. */
export function* undeliveredProblems({ triggers }: Pick<Stack, 'triggers'>): Generator<Problem> {
  for (const trigger of triggers.filter((candidate) => candidate.trigger === 'cloudevent')) {
    const match = when(trigger.onFailure, () => false, { absent: true });
    if (match === undefined) continue;
    yield {
      about: trigger,
      at: match.at,
      message: `Events that ${trigger.function ?? 'the subscriber'} refuses are lost: ${trigger.id} has nowhere to put them.`,
      confidence: match.confidence,
      advice: 'Name a dead-letter sink under `delivery`, with a bounded number of retries.',
    };
  }
}

import type { Stack } from '../../../facts/stack.js';
import { isUnsaid, when } from '../../../model/setting.js';
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
      advice: 'Name a dead-letter destination for the subscription, with a bounded number of retries.',
    };
  }
}

/** Functions that the platform calls again and again with an event that makes them fail, until the event expires. */
export function* endlessRetries({ triggers, functions }: Pick<Stack, 'triggers' | 'functions'>): Generator<Problem> {
  const retried = new Set(functions.filter(({ platform }) => platform.endlessRetries === 'asked').map(({ id }) => id));
  for (const trigger of triggers.filter((candidate) => retried.has(candidate.function ?? ''))) {
    const match = when(trigger.maximumRetries, (retries) => retries < 0);
    if (match === undefined || !isUnsaid(trigger.onFailure)) continue;
    yield {
      about: trigger,
      at: match.at,
      message: `${trigger.function} is called again and again with an event that makes it fail, for as long as there is the event.`,
      confidence: match.confidence,
      advice:
        'Bound the retries, and keep what still fails: in a dead-letter topic or a queue that the function itself writes to.',
    };
  }
}

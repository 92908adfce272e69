import type { Stack } from '../../../facts/stack.js';
import { isUnsaid, when } from '../../../model/setting.js';
import type { TriggerKind } from '../../../model/trigger.js';
import type { Problem } from '../../definition.js';

/** Subscriptions whose broker or channel drops an event that the subscriber keeps refusing. */
export function* undeliveredProblems({ triggers }: Pick<Stack, 'triggers'>): Generator<Problem> {
  for (const trigger of triggers.filter((candidate) => candidate.trigger === 'cloudevent')) {
    const match = when(trigger.onFailure, () => false, { absent: true });
    if (match === undefined) continue;
    yield {
      about: trigger,
      at: match.at,
      message: `${trigger.id} has no dead-letter destination: events that ${trigger.function ?? 'the subscriber'} fails to process are dropped.`,
      confidence: match.confidence,
      advice: 'Set a dead-letter destination and a limit on retries for the subscription.',
    };
  }
}

/** Those of streams are told by the policy on streams. */
const streams: ReadonlySet<TriggerKind> = new Set<TriggerKind>(['stream', 'kafka']);

/** Functions that the platform calls again and again with an event that makes them fail, until the event expires. */
export function* endlessRetries({ triggers, functions }: Pick<Stack, 'triggers' | 'functions'>): Generator<Problem> {
  const retried = new Set(functions.filter(({ platform }) => platform.endlessRetries === 'asked').map(({ id }) => id));
  for (const trigger of triggers.filter((candidate) => retried.has(candidate.function ?? ''))) {
    if (streams.has(trigger.trigger)) continue;
    const match = when(trigger.maximumRetries, (retries) => retries < 0);
    if (match === undefined || !isUnsaid(trigger.onFailure)) continue;
    yield {
      about: trigger,
      at: match.at,
      message: `${trigger.function} retries a failing event without limit until the event expires.`,
      confidence: match.confidence,
      advice:
        'Limit the retries, or have the function write events that keep failing to a dead-letter topic or queue and return success.',
    };
  }
}

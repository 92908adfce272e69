import { deadLetterSink } from '../../../facts/events/dead-letters.js';
import type { Stack } from '../../../facts/stack.js';
import type { WriteFailureTarget } from '../../../model/function.js';
import { isUnsaid, type Match, when } from '../../../model/setting.js';
import type { Trigger, TriggerKind } from '../../../model/trigger.js';
import { type Problem, type ProposedFix, proposeFix } from '../../definition.js';

/** Subscriptions whose broker or channel drops an event that the subscriber keeps refusing. */
export function* undeliveredProblems(stack: Stack): Generator<Problem> {
  const { triggers } = stack;
  for (const trigger of triggers.filter((candidate) => candidate.trigger === 'cloudevent')) {
    const match = when(trigger.onFailure, () => false, { absent: true });
    if (match === undefined) continue;
    yield {
      about: trigger,
      at: match.at,
      message: `${trigger.id} has no dead-letter destination: events that ${trigger.function ?? 'the subscriber'} fails to process are dropped.`,
      confidence: match.confidence,
      fix: keepUndelivered(trigger, match, stack),
      advice: 'Set a dead-letter destination and a limit on retries for the subscription.',
    };
  }
}

function keepUndelivered(
  { function: subscriber }: Trigger,
  { write }: Match<WriteFailureTarget>,
  stack: Stack,
): ProposedFix | undefined {
  const sink = deadLetterSink(stack, subscriber);
  return proposeFix(
    'parameter',
    sink === undefined ? undefined : write({ queue: sink }),
    `After this edit events that cannot be delivered go to ${sink}.`,
  );
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

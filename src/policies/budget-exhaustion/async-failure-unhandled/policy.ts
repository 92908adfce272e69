import { deadLetterQueue } from '../../../facts/events/dead-letters.js';
import type { Stack } from '../../../facts/stack.js';
import type { ServerlessFunction, WriteFailureTarget } from '../../../model/function.js';
import { inBranch, known, type Match, when } from '../../../model/setting.js';
import { asynchronousKinds, type Trigger } from '../../../model/trigger.js';
import { definePolicy, type ProposedFix, proposeFix } from '../../policy.js';
import { endlessRetries, undeliveredProblems } from './undelivered.js';

export default definePolicy({
  id: 'async-failure-unhandled',
  several: ['functions', 'lose events that fail asynchronously'],
  threat: 'budget-exhaustion',
  title: 'Failed asynchronous event is retried, then lost',
  severity: 'low',
  fails: 'never',
  why: 'An event that makes the function fail is paid for three times over up to six hours and then dropped with the evidence.',
  remedy: 'Send events that keep failing to a dead-letter queue or another failure destination.',
  acceptable: 'A lost event does no harm because the next one brings the same state again.',
  references: {
    csa: ['SAS-8'],
    cwe: ['CWE-755'],
    peers: ['CKV_AWS_116', 'ES1007', 'ES4000', 'ES7000'],
    links: [
      'https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html',
      'https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html',
    ],
  },

  // Left out: functions that only requests, queues or streams start, and platforms that retry in another way.
  *check(stack) {
    yield* undeliveredProblems(stack);
    yield* endlessRetries(stack);
    for (const fn of stack.functions) {
      const [first] = stack.triggers.filter((trigger) => startsAsynchronously(trigger, fn));
      const match = when(fn.onFailure, () => false, { absent: true });
      if (first === undefined || match === undefined || fn.purpose !== 'handler') continue;
      yield {
        about: fn,
        at: match.at,
        message: `Events from ${sourceOf(first)} that make ${fn.id} fail are lost after two retries${inBranch(match)}.`,
        confidence: match.confidence,
        fix: keepFailures(match, stack),
        related: [first.at],
      };
    }
  },
});

function startsAsynchronously(trigger: Trigger, fn: ServerlessFunction): boolean {
  return trigger.function === fn.id && asynchronousKinds.has(trigger.trigger) && known(trigger.enabled) !== false;
}

function sourceOf({ source, trigger }: Trigger): string {
  return source ?? sources.get(trigger) ?? `its ${trigger} trigger`;
}

const sources = new Map<Trigger['trigger'], string>([
  ['schedule', 'its schedule'],
  ['bus', 'its event rule'],
  ['log', 'its log subscription'],
  ['topic', 'its topic'],
  ['bucket', 'its bucket'],
  ['iot', 'its IoT rule'],
  ['email', 'its mail rule'],
]);

function keepFailures(match: Match<WriteFailureTarget>, stack: Stack): ProposedFix | undefined {
  const queue = deadLetterQueue(stack, { fifo: false });
  if (queue !== undefined) return proposeFix('parameter', match.write({ queue: queue.id }));
  return proposeFix('exact', match.write('new'), 'This declares a queue that keeps failed events for 14 days.');
}

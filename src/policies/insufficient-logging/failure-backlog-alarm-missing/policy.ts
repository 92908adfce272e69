import { deadLetterTargets } from '../../../facts/events/dead-letters.js';
import { onCallTopic } from '../../../facts/logging/on-call.js';
import type { Stack } from '../../../facts/stack.js';
import type { Alarm, Store } from '../../../model/store.js';
import { definePolicy, proposeFix } from '../../definition.js';

export default definePolicy({
  id: 'failure-backlog-alarm-missing',
  several: ['backlogs of failures', 'grow unseen'],
  threat: 'insufficient-logging',
  title: 'No alarm on failed events',
  severity: 'low',
  fails: 'never',
  why: 'Events in a dead-letter queue or waiting in a stream are evidence of a fault or an attack, and expire before anyone looks.',
  remedy: 'Add an alarm on the number of messages in the queue, or on the age of records that wait in the stream.',
  acceptable: 'Somebody reviews the queue on a schedule.',
  references: {
    owasp: ['OW10'],
    csa: ['SAS-5'],
    cwe: ['CWE-778'],
    links: {
      aws: [
        'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/dead-letter-queues-alarms-cloudwatch.html',
        'https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html',
      ],
    },
  },

  // Left out: queues that a function empties, topics, stacks for tests, and repositories that show no alarm at all.
  *check(stack, { completeness, externalMonitor }) {
    if (stack.environment === 'other' || stack.open || externalMonitor !== undefined) return;
    if (stack.monitors.some(({ functions }) => functions === 'all')) return;
    const hinges = completeness === 'stack' ? ({ hinges: { on: 'alarms', there: true } } as const) : {};
    const topic = onCallTopic(stack);
    for (const queue of unwatchedQueues(stack)) {
      yield {
        about: queue,
        at: queue.at,
        message: `${queue.id} takes failed messages, and no alarm watches how many there are.`,
        fix: proposeFix(
          'parameter',
          topic === undefined ? undefined : queue.watch?.(topic),
          `After this edit ${topic} is notified.`,
        ),
        advice: 'Add an alarm that fires as soon as one message is there, and notifies whoever is on call.',
        ...hinges,
      };
    }
    for (const trigger of unwatchedStreams(stack)) {
      yield {
        about: trigger,
        at: trigger.at,
        message: `${trigger.function} reads ${trigger.source ?? trigger.sourceName ?? 'a stream'}, and no alarm watches how far it falls behind.`,
        advice: 'Add an alarm on the age of the records that wait for the function.',
        ...hinges,
      };
    }
  },
});

function unwatchedQueues(stack: Stack): readonly Store[] {
  const targets = deadLetterTargets(stack);
  const drained = new Set(stack.triggers.map(({ source }) => source));
  const watching = stack.alarms.filter(({ metric }) => metric === undefined || /messages|deadletter/i.test(metric));
  return stack.stores.filter(
    ({ id, store, service }) =>
      store === 'queue' && service === 'sqs' && targets.has(id) && !drained.has(id) && !watches(watching, id),
  );
}

function unwatchedStreams({ triggers, alarms, functions }: Stack) {
  const watching = alarms.filter(({ metric }) => metric === undefined || /iterator_?age|offsetlag/i.test(metric));
  const retrying = new Set(
    functions.filter(({ platform }) => platform.endlessRetries === 'default').map(({ id }) => id),
  );
  return triggers.filter(
    ({ trigger, function: fn }) =>
      (trigger === 'stream' || trigger === 'kafka') && fn !== undefined && retrying.has(fn) && !watches(watching, fn),
  );
}

function watches(alarms: readonly Alarm[], id: string): boolean {
  return alarms.some((alarm) => alarm.everything || alarm.watches.length === 0 || alarm.watches.includes(id));
}

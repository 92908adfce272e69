import { deadLetterTargets } from '../../../facts/events/dead-letters.js';
import { onCallTopic } from '../../../facts/logging/on-call.js';
import type { Stack } from '../../../facts/stack.js';
import type { Alarm, Store } from '../../../model/store.js';
import { definePolicy, type Problem, proposeFix } from '../../definition.js';

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
      azure: [
        'https://learn.microsoft.com/azure/service-bus-messaging/service-bus-dead-letter-queues',
        'https://learn.microsoft.com/azure/azure-monitor/reference/supported-metrics/microsoft-servicebus-namespaces-metrics',
      ],
    },
  },

  // Left out: queues that a function empties, topics, which of several namespaces an alert is about, stacks for tests, and
  // repositories that show no alarm at all.
  *check(stack, { completeness, externalMonitor }) {
    if (stack.environment === 'other' || stack.open || externalMonitor !== undefined) return;
    if (stack.monitors.some(({ functions }) => functions === 'all')) return;
    const hinges = completeness === 'stack' ? ({ hinges: { on: 'alarms', there: true } } as const) : {};
    for (const problem of [...backlogs(stack), ...parts(stack), ...lags(stack)]) yield { ...problem, ...hinges };
  },
});

function backlogs(stack: Stack): readonly Problem[] {
  const topic = onCallTopic(stack);
  return unwatchedQueues(stack).map((queue) => ({
    about: queue,
    at: queue.at,
    message: `${queue.id} takes failed messages, and no alarm watches how many there are.`,
    fix: proposeFix(
      'parameter',
      topic === undefined ? undefined : queue.watch?.(topic),
      `After this edit ${topic} is notified.`,
    ),
    advice: 'Add an alarm that fires as soon as one message is there, and notifies whoever is on call.',
  }));
}

function parts(stack: Stack): readonly Problem[] {
  return unwatchedParts(stack).map((queue) => ({
    about: queue,
    at: queue.at,
    message: `${queue.id} keeps messages that could not be delivered, and no alert watches how many there are.`,
    advice: 'Add an alert that fires as soon as one dead-lettered message is there, and notifies whoever is on call.',
  }));
}

function lags(stack: Stack): readonly Problem[] {
  return unwatchedStreams(stack).map((trigger) => ({
    about: trigger,
    at: trigger.at,
    message: `${trigger.function} reads ${trigger.source ?? trigger.sourceName ?? 'a stream'}, and no alarm watches how far it falls behind.`,
    advice: 'Add an alarm on the age of the records that wait for the function.',
  }));
}

function unwatchedQueues(stack: Stack): readonly Store[] {
  const targets = deadLetterTargets(stack);
  const drained = new Set(stack.triggers.map(({ source }) => source));
  const watching = stack.alarms.filter(({ metric }) => metric === undefined || /messages|deadletter/i.test(metric));
  return stack.stores.filter(
    ({ id, store, service }) =>
      store === 'queue' && service === 'sqs' && targets.has(id) && !drained.has(id) && !watches(watching, id),
  );
}

/** Queues that functions read and that keep what failed themselves, where no alert is about dead letters. */
function unwatchedParts({ stores, triggers, alarms, functions }: Stack): readonly Store[] {
  if (alarms.some(({ metric }) => metric === undefined || /dead_?letter/i.test(metric))) return [];
  const isInCode = functions.some(({ platform }) => platform.triggers === 'code');
  const drained = new Set(triggers.flatMap(({ source, sourceName = '' }) => (isOfPart(sourceName) ? [source] : [])));
  const read = new Set(triggers.map(({ source }) => source));
  return stores.filter(
    ({ id, keepsDeadLetters }) => keepsDeadLetters === true && (isInCode || read.has(id)) && !drained.has(id),
  );
}

/** `orders/$DeadLetterQueue`. */
function isOfPart(name: string): boolean {
  return /\$deadletterqueue$/i.test(name);
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

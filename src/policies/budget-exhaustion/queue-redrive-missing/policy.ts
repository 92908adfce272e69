import { deadLetterTargets } from '../../../facts/events/dead-letters.js';
import { definePolicy } from '../../definition.js';
import { consumedQueues } from './consumers.js';
import { redriveProblem } from './redrive.js';
import { visibilityProblem } from './visibility.js';

export default definePolicy({
  id: 'queue-redrive-missing',
  several: ['queues', 'have no dead-letter queue'],
  threat: 'budget-exhaustion',
  title: 'Queue redelivers messages too often or too early',
  severity: 'medium',
  fails: 'never',
  why: 'Every redelivery invokes the function again at your cost: a message that always fails blocks others until it expires, and one that returns too early is processed twice.',
  remedy:
    'Move messages to a dead-letter queue after a few failed deliveries, and keep a received message hidden for at least as long as the function may run.',
  acceptable: 'Messages expire within minutes and may be lost.',
  references: {
    csa: ['SAS-8'],
    cwe: ['CWE-770'],
    peers: ['ES6000', 'AwsSolutions-SQS3'],
    links: {
      aws: [
        'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html',
        'https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html',
      ],
      azure: [
        'https://learn.microsoft.com/azure/service-bus-messaging/service-bus-dead-letter-queues',
        'https://learn.microsoft.com/azure/azure-functions/functions-bindings-storage-queue',
      ],
      google: ['https://cloud.google.com/pubsub/docs/handling-failures'],
    },
  },

  // Left out: queues of another stack, and queues that are themselves for dead letters.
  *check(stack, { defaults }) {
    const targets = deadLetterTargets(stack);
    for (const { queue, timeout, mappings } of consumedQueues(stack)) {
      const problems = [
        targets.has(queue.id) ? undefined : redriveProblem(queue, stack, defaults.maxReceiveCount),
        visibilityProblem(queue, timeout),
      ];
      yield* problems.flatMap((problem) => (problem === undefined ? [] : [{ ...problem, related: mappings }]));
    }
  },
});

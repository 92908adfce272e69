import { deadLetterTargets } from '../../../facts/events/dead-letters.js';
import { definePolicy } from '../../policy.js';
import { consumedQueues } from './consumers.js';
import { redriveProblem } from './redrive.js';
import { visibilityProblem } from './visibility.js';

export default definePolicy({
  id: 'queue-redrive-missing',
  several: ['queues', 'have no dead-letter queue'],
  threat: 'budget-exhaustion',
  title: 'Poison message is redelivered until it expires',
  severity: 'medium',
  fails: 'never',
  why: 'A message that makes the function fail comes back, is paid for again and blocks others, for up to 14 days.',
  remedy: 'Move a message to a dead-letter queue after a few receives, and hide it for six times the function timeout.',
  acceptable: 'Messages may be lost and expire within minutes.',
  references: {
    csa: ['SAS-8'],
    cwe: ['CWE-770'],
    peers: ['ES6000', 'AwsSolutions-SQS3'],
    links: [
      'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html',
      'https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html',
    ],
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

import { deadLetterQueue, isFifo } from '../../../facts/events/dead-letters.js';
import type { Stack } from '../../../facts/stack.js';
import { inBranch, type Match, when } from '../../../model/setting.js';
import type { Store, WriteRedrive } from '../../../model/store.js';
import { type Problem, type ProposedFix, proposeFix } from '../../definition.js';

/** So many receives are as good as no limit; some services count five or ten by default. */
const tooMany = 100;
const tooManyWhereCounted = 20;

/** What is wrong with where undeliverable messages go, if anything. */
export function redriveProblem(queue: Store, stack: Stack, receives: number): Problem | undefined {
  const missing = when(queue.redrive, () => false, { absent: true });
  if (missing !== undefined) {
    return {
      about: queue,
      at: missing.at,
      discriminator: 'redrive',
      message: `${queue.id} has no dead-letter ${keeperOf(queue)}: a message that keeps failing is redelivered until it expires${inBranch(missing)}.`,
      confidence: missing.confidence,
      fix: addRedrive(queue, missing, stack, receives),
    };
  }
  return countProblem(queue, receives);
}

function addRedrive(queue: Store, match: Match<WriteRedrive>, stack: Stack, receives: number): ProposedFix | undefined {
  const dead = deadLetterQueue(stack, { fifo: isFifo(queue), except: queue.id, store: keeperOf(queue) });
  if (dead !== undefined) return proposeFix('parameter', match.write({ queue: dead.id, maximumReceives: receives }));
  return proposeFix(
    'exact',
    match.write('new'),
    'After this edit the stack also declares a dead-letter queue, which keeps messages for 14 days.',
  );
}

/** Pub/Sub publishes what it could not deliver to a topic. */
function keeperOf({ service }: Store): 'queue' | 'topic' {
  return service.startsWith('pubsub') ? 'topic' : 'queue';
}

function countProblem(queue: Store, receives: number): Problem | undefined {
  const isCounted = /^(?:storage-queue|servicebus)/.test(queue.service);
  const most = isCounted ? tooManyWhereCounted : tooMany;
  const match = when(queue.redrive, ({ maximumReceives: count }) => count === 1 || (count ?? 0) > most);
  if (match === undefined) return undefined;
  const once = when(queue.redrive, ({ maximumReceives }) => maximumReceives === 1) !== undefined;
  const consequence = once
    ? 'moves a message to its dead-letter destination after a single failed delivery'
    : `redelivers a failing message more than ${most} times`;
  return {
    about: queue,
    at: match.at,
    discriminator: 'receives',
    message: `${queue.id} ${consequence}${inBranch(match)}.`,
    severity: once || isCounted ? 'low' : 'medium',
    confidence: match.confidence,
    fix: isCounted ? proposeFix('parameter', match.write({ queue: queue.id, maximumReceives: receives })) : undefined,
  };
}

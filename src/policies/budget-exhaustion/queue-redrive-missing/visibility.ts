import { weaker } from '../../../model/confidence.js';
import { inBranch, when } from '../../../model/setting.js';
import type { Store } from '../../../model/store.js';
import { type Problem, proposeFix } from '../../definition.js';
import type { Timeout } from './consumers.js';

/** Seconds for which SQS hides a received message unless told otherwise, and the most it can. */
const defaultVisibility = 30;
const maximumVisibility = 43_200;

/**
 * A message must stay hidden for at least one try, or AWS refuses the mapping; six times that is what it advises.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html
 */
const advisedTries = 6;

/** A message that comes back while the function still works on it, or too soon after. */
export function visibilityProblem(queue: Store, timeout: Timeout | undefined): Problem | undefined {
  if (timeout === undefined) return undefined;
  const { seconds } = timeout;
  const isUnder = (limit: number) =>
    when(queue.visibilityTimeout, (visibility) => visibility < limit, { absent: defaultVisibility < limit });
  const tooShort = isUnder(seconds);
  const match = tooShort ?? isUnder(Math.min(seconds * advisedTries, maximumVisibility));
  if (match === undefined) return undefined;
  const target = Math.min(seconds * advisedTries, maximumVisibility);
  return {
    about: queue,
    at: match.at,
    discriminator: 'visibility',
    message: tooShort
      ? `The visibility timeout of ${queue.id} is shorter than the ${seconds} s timeout of ${timeout.function}${inBranch(match)}: messages can be processed twice, and AWS rejects a new event source mapping.`
      : `The visibility timeout of ${queue.id} is shorter than six times the ${seconds} s timeout of ${timeout.function}${inBranch(match)}.`,
    severity: tooShort ? 'medium' : 'low',
    confidence: weaker(match.confidence, timeout.confidence),
    fix: proposeFix(
      'exact',
      match.write(target),
      `After this edit a received message stays hidden for ${target} seconds.`,
    ),
    advice: `Set the visibility timeout to at least ${target} seconds.`,
  };
}

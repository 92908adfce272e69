import { weaker } from '../../../model/confidence.js';
import { inBranch, when } from '../../../model/setting.js';
import type { Store } from '../../../model/store.js';
import { type Problem, proposeFix } from '../../policy.js';
import type { Timeout } from './consumers.js';

/** Seconds for which SQS hides a received message unless told otherwise, and the most it can. */
const defaultVisibility = 30;
const maximumVisibility = 43_200;

/** A message must stay hidden for longer than one try; AWS advises room for the retries of a throttled function. */
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
  const limit = tooShort
    ? `the ${seconds} s that ${timeout.function} may take`
    : `six times the timeout of ${timeout.function}`;
  return {
    about: queue,
    at: match.at,
    discriminator: 'visibility',
    message: `${queue.id} hides a received message for less than ${limit}${inBranch(match)}.`,
    severity: tooShort ? 'medium' : 'low',
    confidence: weaker(match.confidence, timeout.confidence),
    fix: proposeFix('exact', match.write(Math.min(seconds * advisedTries, maximumVisibility))),
  };
}

import type { HeadKind } from './constants.js';

/** What a company is like. Other numbers can be given on the command line. */
export interface Assumptions {
  readonly repositories: number;
  readonly installations: number;
  /** Pull requests of a repository in a week, and heads of each: the first one and its pushes. */
  readonly pullsPerWeek: number;
  readonly headsPerPull: number;
  /** Webhooks of a pull request that ask for nothing: labels, assignments, reviews asked for, closing. */
  readonly otherWebhooksPerPull: number;
  /** Shares of heads: nothing serverless, serverless and nothing new, something new. */
  readonly shares: Readonly<Record<HeadKind, number>>;
  /** Reviews at the same time, in all processes. */
  readonly workers: number;
  readonly historyDays: number;
  readonly seed: number;
}

export const usualAssumptions: Assumptions = {
  repositories: 10_000,
  installations: 50,
  pullsPerWeek: 4,
  headsPerPull: 3,
  otherWebhooksPerPull: 8,
  shares: { other: 0.7, quiet: 0.22, telling: 0.08 },
  workers: 4,
  historyDays: 180,
  seed: 1,
};

/** How much of a day's work falls into each hour: an office and a smaller one seven hours to the west. */
const hourShares = [1, 1, 0, 0, 0, 1, 2, 5, 9, 11, 11, 8, 8, 10, 11, 9, 8, 6, 4, 4, 3, 3, 2, 2];
/** Monday to Sunday. */
const dayShares = [1, 1.1, 1.1, 1.05, 0.85, 0.08, 0.08];

/** The share of a week's work that falls into each of its 168 hours. */
export function weekShares(): readonly number[] {
  const hours = dayShares.flatMap((day) => hourShares.map((hour) => day * hour));
  const sum = hours.reduce((total, one) => total + one, 0);
  return hours.map((one) => one / sum);
}

import type { Assumptions } from './assumptions.js';
import type { Constants } from './constants.js';
import { type Head, headsOf } from './traffic.js';

/** What a week came to. */
export interface Week {
  readonly heads: number;
  readonly webhooks: number;
  readonly calls: number;
  readonly findings: number;
  /** Processor seconds. */
  readonly work: number;
  readonly busiestHour: { readonly heads: number; readonly work: number };
  /** Of the installation that used most of its limit in an hour. */
  readonly mostOfLimit: number;
  /** Seconds from the push to the concluded check. */
  readonly wait: { readonly median: number; readonly late: number; readonly longest: number };
}

/** GitHub's pace: a second between two writes of an installation. */
const betweenWrites = 1;
/** Seconds of an answer of GitHub. */
const answer = 0.15;
/** Calls an hour that an installation may make: 5,000, and 50 more for each repository above 20, up to 12,500. */
const limits = { least: 5000, each: 50, above: 20, most: 12_500 };

/** Plays a week: each head takes the worker that is free first, and its writes take their places in the pace. */
export function simulate(assumptions: Assumptions, constants: Constants, sizes: readonly number[]): Week {
  const heads = headsOf(assumptions);
  const workers = new Float64Array(assumptions.workers);
  const nextWrite = new Float64Array(assumptions.installations);
  const waits = heads.map((head) => conclude(head, { workers, nextWrite, constants }) - head.at);
  waits.sort((one, other) => one - other);
  const at = (share: number) => waits[Math.min(waits.length - 1, Math.floor(waits.length * share))] ?? 0;
  return {
    ...sumsOf(heads, assumptions, constants),
    mostOfLimit: mostOfLimit(heads, constants, sizes),
    wait: { median: at(0.5), late: at(0.99), longest: at(1) },
  };
}

interface Office {
  readonly workers: Float64Array;
  readonly nextWrite: Float64Array;
  readonly constants: Constants;
}

/** When its check is concluded. Waiting for the pace holds no worker. */
function conclude({ at, installation, kind }: Head, { workers, nextWrite, constants }: Office): number {
  const { calls, writes, milliseconds } = constants.heads[kind];
  let free = 0;
  for (let number = 1; number < workers.length; number += 1) {
    if ((workers[number] ?? 0) < (workers[free] ?? 0)) free = number;
  }
  const begun = Math.max(at, workers[free] ?? 0);
  const worked = begun + milliseconds / 1000 + calls * answer;
  workers[free] = worked;
  const from = Math.max(begun, nextWrite[installation] ?? 0);
  nextWrite[installation] = from + writes * betweenWrites;
  return Math.max(worked, from + (writes - 1) * betweenWrites);
}

function sumsOf(heads: readonly Head[], assumptions: Assumptions, constants: Constants) {
  const sum = (of: (head: Head) => number) => heads.reduce((total, head) => total + of(head), 0);
  const webhooks = Math.round(
    heads.length * constants.webhooksPerHead +
      (heads.length / assumptions.headsPerPull) * assumptions.otherWebhooksPerPull,
  );
  const hours = new Map<number, { heads: number; work: number }>();
  for (const { at, kind } of heads) {
    const hour = hours.get(Math.floor(at / 3600)) ?? { heads: 0, work: 0 };
    hours.set(Math.floor(at / 3600), hour);
    hour.heads += 1;
    hour.work += constants.heads[kind].milliseconds / 1000;
  }
  const busiestHour = [...hours.values()].reduce((most, one) => (one.heads > most.heads ? one : most), {
    heads: 0,
    work: 0,
  });
  return {
    heads: heads.length,
    webhooks,
    calls: sum(({ kind }) => constants.heads[kind].calls),
    findings: Math.round(sum(({ kind }) => constants.heads[kind].findings)),
    work:
      sum(({ kind }) => constants.heads[kind].milliseconds / 1000) + (webhooks * constants.webhookMilliseconds) / 1000,
    busiestHour,
  };
}

function mostOfLimit(heads: readonly Head[], constants: Constants, sizes: readonly number[]): number {
  const used = new Map<string, number>();
  let most = 0;
  for (const { at, installation, kind } of heads) {
    const key = `${installation} ${Math.floor(at / 3600)}`;
    const calls = (used.get(key) ?? 0) + constants.heads[kind].calls;
    used.set(key, calls);
    most = Math.max(most, calls / limitOf(sizes[installation] ?? 0));
  }
  return most;
}

function limitOf(repositories: number): number {
  return Math.min(limits.most, limits.least + limits.each * Math.max(0, repositories - limits.above));
}

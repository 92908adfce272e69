import type { Claim } from './store/claim.js';
import type { Store } from './store/store.js';

/** Why an attempt stops that another process makes now: this one was silent for too long. */
export const claimLost = 'claim lost';

/** A job that this process does now. */
export interface Run {
  readonly claim: Claim;
  readonly controller: AbortController;
  readonly ended: Promise<void>;
}

/** All of them, by subject. */
interface Running {
  readonly runs: ReadonlyMap<string, Run>;
  readonly store: Pick<Store, 'tasks'>;
}

/** Says that this process lives, and stops what is pointless and what it lost by being silent. */
export async function beat({ store, runs }: Running): Promise<void> {
  const before = [...runs];
  if (before.length === 0) return;
  const { subjects, stopped } = await store.tasks.beat(before.map(([subject]) => subject));
  for (const { subject, by } of stopped) runs.get(subject)?.controller.abort(by);
  for (const [subject, { controller }] of before) if (!subjects.has(subject)) controller.abort(claimLost);
}

export async function allEnded({ runs }: Running, grace: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, grace);
  });
  await Promise.race([Promise.all([...runs.values()].map(({ ended }) => ended)), over]);
  clearTimeout(timer);
}

/** What did not end is for the next process, at once. */
export async function giveBack({ runs, store }: Running): Promise<void> {
  for (const { claim, controller } of runs.values()) {
    controller.abort(claimLost);
    await store.tasks.postpone(claim, { job: claim.job, at: new Date(0), counts: false });
  }
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { CheckRun } from '../check.js';
import type { Repository, World } from '../world.js';

export interface Wait {
  readonly milliseconds?: number;
  readonly name?: string;
}

const pollMilliseconds = 20;

function describeRuns(runs: readonly CheckRun[]): string {
  return runs.length === 0 ? 'no check run' : runs.map((run) => `${run.name} is ${run.status}`).join(', ');
}

/** A commit that is checked: of a pull request, of an entry of the merge queue. */
export interface Head {
  readonly repository: Repository;
  readonly headSha: string;
}

/** The check runs of a commit, oldest first. */
export function runsAt(world: World, { repository, headSha }: Head): readonly CheckRun[] {
  return world.checkRuns.filter((run) => run.repository === repository && run.headSha === headSha);
}

/** Waits until the commit has check runs and all are completed. */
export async function waitForCheck(world: World, head: Head, wait: Wait): Promise<CheckRun> {
  const end = Date.now() + (wait.milliseconds ?? 20_000);
  for (;;) {
    const runs = runsAt(world, head).filter(({ name }) => wait.name === undefined || name === wait.name);
    const last = runs.at(-1);
    if (last !== undefined && runs.every(({ status }) => status === 'completed')) return last;
    if (Date.now() > end) throw new Error(`No completed check on ${head.headSha} in time: ${describeRuns(runs)}.`);
    await sleep(pollMilliseconds);
  }
}

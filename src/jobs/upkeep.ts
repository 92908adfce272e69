import type { Probot } from 'probot';
import type { GitHub } from '../pull-request/client.js';
import { githubOf } from '../pull-request/gated-client.js';
import { listInstallations, redeliverMissing } from './redelivery.js';
import type { Store } from './store/store.js';

/** What has to be looked after although nobody asks for it. Of all processes one does it at a time. */
export interface UpkeepOptions {
  readonly probot: Probot;
  readonly store: Store;
  readonly wake: () => void;
  readonly onError: (error: unknown) => void;
  /** Seconds between two looks for webhooks that never came; the other tasks are rarer. */
  readonly recoverySeconds: number;
}

type Task = 'deliveries' | 'sweep' | 'cleaning';

/** How much rarer than the look for webhooks each task is. */
const rarities: Readonly<Record<Task, number>> = { deliveries: 1, sweep: 5, cleaning: 20 };

/** Milliseconds between two looks at what is due. */
const lookEvery = 10_000;

interface Desk extends UpkeepOptions {
  readonly github: GitHub;
}

export interface Upkeep {
  readonly isBusy: () => boolean;
  readonly stop: () => void;
}

export async function startUpkeep(options: UpkeepOptions): Promise<Upkeep> {
  const { store, onError, recoverySeconds } = options;
  const due = Object.entries(rarities).map(([name, rarity]) => [name, rarity * recoverySeconds] as const);
  const desk = { ...options, github: await asApp(options.probot) };
  let isBusy = false;
  const look = async () => {
    if (isBusy) return;
    isBusy = true;
    try {
      for (const [name, seconds] of due) await store.turns.callUpkeep(name, seconds);
      for (let name = await store.turns.nextUpkeep(); name !== undefined; name = await store.turns.nextUpkeep()) {
        await tasks[name as Task]?.(desk);
      }
    } catch (error) {
      onError(error);
    } finally {
      isBusy = false;
    }
  };
  const timer = setInterval(() => void look(), Math.min(lookEvery, recoverySeconds * 1000));
  void look();
  return { isBusy: () => isBusy, stop: () => clearInterval(timer) };
}

const tasks: Readonly<Record<Task, (desk: Desk) => Promise<void>>> = {
  deliveries: async ({ github, store, recoverySeconds }) => {
    await redeliverMissing(github, store.deliveries, { patience: recoverySeconds * 1000 });
  },
  sweep: async ({ github, store, wake }) => {
    for (const installation of await listInstallations(github)) {
      await store.tasks.enqueue([{ kind: 'sweep', delivery: 'sweep', ...installation }]);
    }
    wake();
  },
  cleaning: async ({ store }) => {
    await store.deliveries.forget();
    await store.history.forget();
    await store.cache.shrink();
    await store.tidy();
  },
};

/** The API as the app itself; its calls are few, and its limits its own. Once: Probot has one client for it. */
async function asApp(probot: Probot): Promise<GitHub> {
  return githubOf(await probot.auth(), {
    enter: async () => undefined,
    onAnswer: () => undefined,
    onLimit: async () => undefined,
  });
}

import type { Probot } from 'probot';
import postern from '../app.js';
import { type Pool, startPool } from '../contained/pool.js';
import type { ServerEnvironment } from '../environment.js';
import { openAdvisories } from '../jobs/advisories.js';
import { containedReviewer } from '../jobs/reviewer.js';
import { containedScanner } from '../jobs/scanner.js';
import { startJobs } from '../jobs/start.js';
import { openApart } from '../jobs/store/apart/apart.js';
import { openStore, type Store } from '../jobs/store/store.js';
import { startUpkeep } from '../jobs/upkeep.js';
import type { Workers } from '../jobs/workers.js';
import { catalogue } from '../policies/catalogue.js';
import { wordsOf } from '../report/words.js';
import { createBodyReader } from '../webhooks/body.js';
import { jobsOf, noteJob } from '../webhooks/decide.js';
import { receiveWebhook } from '../webhooks/receiver.js';
import { type eventsOf, plainError } from './events.js';
import type { Handler, Routes } from './http.js';

/** What the parts of a server work with. */
export interface Parts {
  readonly settings: ServerEnvironment;
  readonly probot: Probot;
  readonly store: Store;
  readonly events: ReturnType<typeof eventsOf>;
}

/** Workers, and what is looked after beside them. */
export interface Work extends Workers {
  /** True while this process looks after what nobody asks for. */
  readonly isLookingAfter: () => boolean;
}

/** The reviews of this process, with its children. */
export async function startWork({ settings, probot, store, events }: Parts): Promise<Work> {
  const { workers, advisories, pages } = settings;
  const advisor = await told(`ADVISORIES (${advisories}) cannot be used`, () =>
    openAdvisories(advisories, store.cache),
  );
  const pool: Pool = startPool(workers, { most: workers + 1 });
  const policies = catalogue.map(({ id }) => id);
  const reviewer = containedReviewer(pool, policies, advisor);
  const scanner = containedScanner(pool, policies, advisor);
  const words = wordsOf(catalogue, pages);
  const jobs = startJobs({ probot, store, reviewer, scanner, words, workers, events });
  const upkeep = await startUpkeep({
    probot,
    store,
    wake: jobs.wake,
    recoverySeconds: settings.recoverySeconds,
    onError: (error) => events.onFailure(error, undefined),
  });
  return {
    ...jobs,
    isLookingAfter: upkeep.isBusy,
    stop: async (grace) => {
      upkeep.stop();
      await jobs.stop(grace);
      pool.close();
    },
  };
}

/** A thread begins with a file of its own. */
const storeProgram = new URL('../jobs/store/apart/thread.js', import.meta.url);

/** Where everything is kept, by the operator's settings. */
export function openStoreOf(settings: ServerEnvironment, probot: Probot): Promise<Store> {
  const { databaseUrl, dataDirectory, historyDays, historyQuotes } = settings;
  const onError = (error: Error) => probot.log.error({ error: plainError(error) }, 'The store has trouble');
  const options = { historyDays, historyQuotes, onError };
  if (databaseUrl !== undefined) {
    return told('DATABASE_URL cannot be used', () => openStore({ ...options, url: databaseUrl }));
  }
  // Whoever supervises the process starts it anew, and the store with it: nothing that was kept is lost.
  const onLost = (error: Error) => {
    probot.log.fatal({ err: error }, 'The store ended');
    process.exit(1);
  };
  return told(`DATA_DIR (${dataDirectory ?? 'none'}) cannot be used`, () =>
    openApart({ ...options, directory: dataDirectory, onLost, program: storeProgram }),
  );
}

/** Where webhooks come in. */
export function intakeRoutes({ settings, probot, store, events, wake }: Parts & { readonly wake: () => void }): Routes {
  postern(probot, noteJob);
  const bodies = createBodyReader(settings.webhookSecret);
  const receive: Handler = async (request, response) => {
    await receiveWebhook(request, response, {
      bodies,
      jobsOf: (event) => jobsOf(probot, event),
      accept: store.tasks.accept,
      onReceived: (received) => {
        events.onReceived(received);
        if (received.jobs.length > 0) wake();
      },
    });
    return undefined;
  };
  return { [`POST ${settings.webhookPath}`]: receive, 'POST /': receive };
}

/** Which setting of the operator an error is about. */
export async function told<T>(what: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new Error(`${what}: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

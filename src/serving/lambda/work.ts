import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { readEnvironment, type ServerEnvironment } from '../../environment.js';
import type { Store } from '../../jobs/store/store.js';
import { eventsOf } from '../events.js';
import { createFigures } from '../figures.js';
import { openProbot } from '../github-app.js';
import { openStoreOf, type Parts, startWork, type Work as Working } from '../parts.js';
import { parseMessage } from './message.js';
import { variablesOf } from './settings.js';

/** From SQS: https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html; a schedule sends no records. */
const eventShape = z.object({
  Records: z.array(z.object({ messageId: z.string(), body: z.string() })).optional(),
});

interface Context {
  readonly getRemainingTimeInMillis: () => number;
}

interface Failures {
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[];
}

/** Keeps what came through the queue and does reviews while there are any and the time allows; what is left is for the next call. */
export type Work = (event: unknown, context: Context) => Promise<Failures>;

export async function openWork(environment: Readonly<Record<string, string | undefined>>): Promise<Work> {
  const { variables } = await variablesOf(environment);
  const settings = readEnvironment(variables);
  if (settings?.databaseUrl === undefined) {
    throw new Error('APP_ID, PRIVATE_KEY, WEBHOOK_SECRET and DATABASE_URL have to be in the secret of SECRET_ID.');
  }
  return async (event, context) => {
    const { Records: records = [] } = eventShape.parse(event);
    // Lambda freezes the process between two calls: nothing may be left running, and no connection open.
    const parts = await openParts(settings);
    try {
      const batchItemFailures = await keep(records, parts);
      const work = await startWork(parts);
      await untilDone(work, parts.store, () => context.getRemainingTimeInMillis());
      await work.stop(Math.max(0, context.getRemainingTimeInMillis() - farewell));
      return { batchItemFailures };
    } finally {
      await parts.store.close();
    }
  };
}

async function openParts(settings: ServerEnvironment): Promise<Parts> {
  const probot = await openProbot(settings);
  const store = await openStoreOf(settings, probot);
  const figures = createFigures(store.tasks.backlog);
  return { settings, probot, store, events: eventsOf(probot.log, figures) };
}

type QueueRecord = NonNullable<z.infer<typeof eventShape>['Records']>[number];

/** A message that cannot be kept stays in the queue, and goes to the dead letters when it never can. */
async function keep(records: readonly QueueRecord[], { store, events }: Parts): Promise<Failures['batchItemFailures']> {
  const failed: { itemIdentifier: string }[] = [];
  for (const { messageId: itemIdentifier, body } of records) {
    try {
      const { delivery, jobs } = parseMessage(body);
      await store.tasks.accept(delivery, jobs);
    } catch (error) {
      events.onFailure(error, undefined);
      failed.push({ itemIdentifier });
    }
  }
  return failed;
}

/** Milliseconds before the end of the call at which nothing more begins, and at which the rest is given back. */
const reserve = 30_000;
const farewell = 8_000;
const lookEvery = 250;

/** Resolves when nothing runs and nothing could begin, or when the time is up. */
async function untilDone(work: Working, { tasks }: Store, timeLeft: () => number): Promise<void> {
  for (let quiet = 0; quiet < 2 && timeLeft() > reserve; ) {
    await sleep(lookEvery);
    quiet = work.working() === 0 && !work.isLookingAfter() && (await tasks.ready()) === 0 ? quiet + 1 : 0;
  }
}

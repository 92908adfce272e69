import { AsyncLocalStorage } from 'node:async_hooks';
import type { Probot } from 'probot';
import type { Job } from '../jobs/job.js';
import { jobShape } from './job-shape.js';
import type { WebhookEvent } from './receiver.js';
import type { Enqueue } from './source.js';

/** What handlers ask for while one event is received, and why they could not read it. */
const asked = new AsyncLocalStorage<{ readonly jobs: Job[]; readonly errors: unknown[] }>();

/** For handlers: notes the job for the event that is being received. */
export const noteJob: Enqueue = async (job) => {
  asked.getStore()?.jobs.push(jobShape.parse(job));
};

type Handler<C> = (context: C) => Promise<void>;

/** A handler whose errors stay here: Probot would log them with the whole payload. */
export function noting<C>(handler: Handler<C>): Handler<C> {
  return async (context) => {
    const store = asked.getStore();
    if (store === undefined) await handler(context);
    else await handler(context).catch((error: unknown) => store.errors.push(error));
  };
}

/** What an event asks for, by the handlers of the app. Rejects when one of them cannot read it. */
export async function jobsOf(probot: Probot, event: WebhookEvent): Promise<readonly Job[]> {
  const store = { jobs: [], errors: [] as unknown[] };
  const { webhooks } = await probot.ready();
  // Not `probot.receive`, which writes the whole payload to the log when it is fine enough.
  await asked.run(store, () => webhooks.receive(event as Parameters<Probot['receive']>[0]));
  if (store.errors.length > 0) throw store.errors[0];
  return store.jobs;
}

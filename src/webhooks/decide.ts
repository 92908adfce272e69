import { AsyncLocalStorage } from 'node:async_hooks';
import type { Probot } from 'probot';
import type { Job } from '../jobs/job.js';
import { jobShape } from './job-shape.js';
import type { WebhookEvent } from './receiver.js';
import type { Enqueue } from './source.js';

/** What handlers ask for while one event is received. */
const asked = new AsyncLocalStorage<Job[]>();

/** For handlers: notes the job for the event that is being received. */
export const noteJob: Enqueue = async (job) => {
  asked.getStore()?.push(jobShape.parse(job));
};

/** What an event asks for, by the handlers of the app. Rejects when one of them cannot read it. */
export async function jobsOf(probot: Probot, event: WebhookEvent): Promise<readonly Job[]> {
  const jobs: Job[] = [];
  const { webhooks } = await probot.ready();
  // Not `probot.receive`, which writes the whole payload to the log when it is fine enough.
  await asked.run(jobs, () => webhooks.receive(event as Parameters<Probot['receive']>[0]));
  return jobs;
}

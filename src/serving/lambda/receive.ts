import { Probot } from 'probot';
import { z } from 'zod';
import postern from '../../app.js';
import type { Job } from '../../jobs/job.js';
import { isSignedBy } from '../../webhooks/body.js';
import { jobsOf, noteJob } from '../../webhooks/decide.js';
import { type Answer, type Received, receiveRead } from '../../webhooks/receiver.js';
import { writeMessage } from './message.js';
import { variablesOf } from './settings.js';

/** What a function URL tells: https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html */
const eventShape = z.object({
  headers: z.record(z.string(), z.string()),
  body: z.string().optional(),
  isBase64Encoded: z.boolean(),
  requestContext: z.object({ http: z.object({ method: z.string() }) }),
});

interface UrlAnswer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The function behind the URL: it has no key of the app, no store, and may do nothing but send to the queue. */
export type Receive = (event: unknown) => Promise<UrlAnswer>;

export async function openReceive(environment: Readonly<Record<string, string | undefined>>): Promise<Receive> {
  const { variables, aws } = await variablesOf(environment);
  const { WEBHOOK_SECRET: secret, QUEUE_URL: queue } = variables;
  if (!secret || !queue) throw new Error('QUEUE_URL, and WEBHOOK_SECRET in the secret of SECRET_ID, have to be set.');
  // Handlers only read payloads: no call is made with this token.
  const probot = new Probot({ githubToken: 'none', logLevel: 'fatal' });
  postern(probot, noteJob);
  // Repeated ones are seen where they are stored: all go on, also those of which nothing follows.
  const accept = async (delivery: string, jobs: readonly Job[]) => {
    await aws.send(queue, writeMessage({ delivery, jobs: [...jobs] }));
    return true;
  };
  return async (event) => {
    const { headers, body = '', isBase64Encoded, requestContext } = eventShape.parse(event);
    if (requestContext.http.method !== 'POST') return answer({ status: 404, text: 'not found' });
    const read = async (signature: string) => {
      const bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
      return isSignedBy(secret, bytes, signature) ? bytes : ('wrong signature' as const);
    };
    const onReceived = (one: Received) => console.log(lineOf(one));
    return answer(await receiveRead(headers, read, { jobsOf: (one) => jobsOf(probot, one), accept, onReceived }));
  };
}

function answer({ status, text }: Answer): UrlAnswer {
  return { statusCode: status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: `${text}\n` };
}

/** One line for each delivery, as the server writes it: names and numbers. */
function lineOf({ id, name, outcome, jobs, error }: Received): string {
  const because = error instanceof Error ? { because: error.message.slice(0, 300) } : {};
  return JSON.stringify({ delivery: id, event: name, outcome, jobs: jobs.length, ...because, msg: 'A webhook came' });
}

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Job } from '../jobs/job.js';
import { type BodyReader, isSignature, type Refused } from './body.js';

/** One webhook, as it came. */
export interface WebhookEvent {
  readonly id: string;
  readonly name: string;
  readonly payload: unknown;
}

/** What becomes of a webhook whose body was read. */
interface Intake {
  /** What the event asks for. Rejects when it has not the form that GitHub documents. */
  readonly jobsOf: (event: WebhookEvent) => Promise<readonly Job[]>;
  /** Keeps the delivery and its jobs; false if it was accepted before. */
  readonly accept: (delivery: string, jobs: readonly Job[]) => Promise<boolean>;
  readonly onReceived: (received: Received) => void;
}

export interface Receiver extends Intake {
  readonly bodies: BodyReader;
}

/** How a signed webhook ended. */
export interface Received extends WebhookEvent {
  readonly outcome: 'accepted' | 'repeated' | 'odd' | 'not kept';
  readonly jobs: readonly Job[];
  /** Why it is odd, or was not kept. */
  readonly error?: unknown;
}

export interface Answer {
  readonly status: number;
  readonly text: string;
}

/** Answers one webhook: nothing happens unless its signature is right, and then the answer waits only until the jobs are kept. */
export async function receiveWebhook(
  request: IncomingMessage,
  response: ServerResponse,
  receiver: Receiver,
): Promise<void> {
  const { status, text } = await answerTo(request, receiver);
  const isRead = request.readableEnded;
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    ...(status === 503 && { 'retry-after': '30' }),
    ...(!isRead && { connection: 'close' }),
  });
  response.end(`${text}\n`);
  if (!isRead) hangUp(request);
}

/** Milliseconds that a sender has to notice the answer to a body that nobody reads. */
const farewell = 1000;

function hangUp(request: IncomingMessage): void {
  request.on('error', () => undefined).resume();
  const timer = setTimeout(() => request.destroy(), farewell).unref();
  request.once('close', () => clearTimeout(timer));
}

function answerTo(request: IncomingMessage, receiver: Receiver): Promise<Answer> {
  return receiveRead(request.headers, (signature) => receiver.bodies.read(request, signature), receiver);
}

/** Answers one webhook whose body is read when its headers, in small letters, are those of one. */
export async function receiveRead(
  headers: Headers,
  read: (signature: string) => Promise<Buffer | Refused>,
  receiver: Intake,
): Promise<Answer> {
  const [id, name] = [header(headers, 'x-github-delivery'), header(headers, 'x-github-event')];
  const signature = header(headers, 'x-hub-signature-256');
  if (!isSignature(signature)) return { status: 401, text: 'The signature is missing.' };
  if (!isName(id) || !isName(name)) return { status: 400, text: 'This is no webhook of GitHub.' };
  if (!/^application\/json\b/i.test(header(headers, 'content-type') ?? '')) return { status: 415, text: 'Send JSON.' };
  const body = await read(signature);
  if (typeof body === 'string') return refusals[body];
  const payload = parse(body.toString('utf8'));
  if (payload === undefined) return { status: 400, text: 'The payload is not JSON.' };
  return takeIn({ id, name, payload }, receiver);
}

const refusals: Readonly<Record<Refused, Answer>> = {
  'too large': { status: 413, text: 'The payload is too large.' },
  'too busy': { status: 503, text: 'Too much is being received; send it again.' },
  'wrong signature': { status: 401, text: 'The signature is wrong.' },
  'cut off': { status: 400, text: 'The payload was cut off.' },
};

/** What GitHub could not have sent asks for nothing; what cannot be kept is refused, so that GitHub's list shows it. */
async function takeIn(event: WebhookEvent, { jobsOf, accept, onReceived }: Intake): Promise<Answer> {
  let jobs: readonly Job[] = [];
  let odd: { readonly error: unknown } | undefined;
  try {
    jobs = await jobsOf(event);
  } catch (error) {
    odd = { error };
  }
  try {
    const isNew = await accept(event.id, jobs);
    const outcome = !isNew ? 'repeated' : odd === undefined ? 'accepted' : 'odd';
    onReceived({ ...event, outcome, jobs, ...odd });
    return { status: 202, text: outcome === 'odd' ? 'not understood, ignored' : outcome };
  } catch (error) {
    onReceived({ ...event, outcome: 'not kept', jobs, error });
    return { status: 503, text: 'The event could not be stored; send it again.' };
  }
}

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

function header(headers: Headers, name: string): string | undefined {
  const value = headers[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Ids and names go into the store and the log. */
function isName(written: string | undefined): written is string {
  return written !== undefined && /^[\w.-]{1,100}$/.test(written);
}

function parse(body: string): unknown {
  try {
    const payload: unknown = JSON.parse(body);
    return typeof payload === 'object' && payload !== null ? payload : undefined;
  } catch {
    return undefined;
  }
}

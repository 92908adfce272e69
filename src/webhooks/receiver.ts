import type { IncomingMessage, ServerResponse } from 'node:http';

/** What receiving webhooks needs of Probot. */
export interface Receiver {
  readonly verify: (payload: string, signature: string) => Promise<boolean>;
  readonly receive: (event: { readonly id: string; readonly name: string; readonly payload: unknown }) => Promise<void>;
  /** A handler failed: GitHub gets a 500, so that its list of deliveries shows it. */
  readonly onError: (error: unknown, delivery: string) => void;
}

/** GitHub sends no more: https://docs.github.com/en/webhooks/webhook-events-and-payloads#payload-cap */
const mostBytes = 25 * 1024 * 1024;

/** Answers one webhook: nothing happens unless its signature is right, and then the answer waits only until the job is kept. */
export async function receiveWebhook(
  request: IncomingMessage,
  response: ServerResponse,
  receiver: Receiver,
): Promise<void> {
  const answer = (status: number, text: string) => {
    response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
  };
  const [id, name] = [header(request, 'x-github-delivery'), header(request, 'x-github-event')];
  const signature = header(request, 'x-hub-signature-256');
  if (signature === undefined) return answer(401, 'The signature is missing.');
  if (id === undefined || name === undefined) return answer(400, 'This is no webhook of GitHub.');
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) return answer(415, 'Send JSON.');
  const body = await readBody(request);
  if (body === undefined) return answer(413, 'The payload is too large.');
  if (!(await isSigned(body, signature, receiver))) return answer(401, 'The signature is wrong.');
  const payload = parse(body);
  if (payload === undefined) return answer(400, 'The payload is not JSON.');
  try {
    await receiver.receive({ id, name, payload });
    answer(202, 'accepted');
  } catch (error) {
    receiver.onError(error, id);
    answer(500, 'The event could not be accepted.');
  }
}

function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The whole body as UTF-8; undefined when it is too large. */
async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    if (!Buffer.isBuffer(chunk)) continue;
    size += chunk.length;
    if (size <= mostBytes) chunks.push(chunk);
    else chunks.length = 0;
  }
  return size > mostBytes ? undefined : Buffer.concat(chunks).toString('utf8');
}

async function isSigned(body: string, signature: string, { verify }: Receiver): Promise<boolean> {
  if (!/^sha256=[0-9a-f]{64}$/.test(signature) || body === '') return false;
  return verify(body, signature);
}

function parse(body: string): unknown {
  try {
    const payload: unknown = JSON.parse(body);
    return typeof payload === 'object' && payload !== null ? payload : undefined;
  } catch {
    return undefined;
  }
}

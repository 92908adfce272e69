import { createHmac, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { get, impatientFetch } from '../../pull-request/client.js';
import type { Desk } from './desk.js';
import { type Diagnosis, doubtful, well, wordsOf, wrong } from './diagnosis.js';

const configShape = z.object({
  url: z.string().optional(),
  content_type: z.string().optional(),
  secret: z.string().optional(),
  insecure_ssl: z.union([z.string(), z.number()]).optional(),
});
type Config = z.infer<typeof configShape>;

/** Where GitHub sends webhooks to, and whether the server there takes ours. */
export async function lookAtWebhook(desk: Desk, settingsPage: string): Promise<readonly Diagnosis[]> {
  const config = await get(desk.github, '/app/hook/config', {}, configShape);
  const { url } = config;
  if (!url || !URL.canParse(url)) {
    const change = `Write the address of this server and ${desk.settings.webhookPath} at ${settingsPage}, and tick Active.`;
    return [wrong('webhook', 'GitHub sends no webhooks: the app has no address.', change)];
  }
  return [...mistakesIn(config, new URL(url), desk, settingsPage), await knock(url, desk)];
}

function mistakesIn(config: Config, url: URL, { settings }: Desk, page: string): readonly Diagnosis[] {
  const { webhookPath: path } = settings;
  const found: Diagnosis[] = [];
  const note = (state: typeof wrong, says: string, change: string) => void found.push(state('webhook', says, change));
  if (config.content_type !== 'json') note(wrong, 'Webhooks are sent as forms.', `Choose application/json at ${page}.`);
  if (!config.secret)
    note(wrong, 'Webhooks are not signed.', `Write WEBHOOK_SECRET as the webhook's secret at ${page}.`);
  if (url.pathname !== path && url.pathname !== '/') {
    const says = `Webhooks are sent to ${url.pathname}, and this server takes them at ${path}.`;
    note(doubtful, says, `Unless a proxy rewrites it, set WEBHOOK_PATH or the address at ${page}.`);
  }
  if (url.protocol !== 'https:')
    note(doubtful, 'Webhooks are sent in the clear.', `Write an https address at ${page}.`);
  if (String(config.insecure_ssl ?? '0') !== '0') {
    note(doubtful, 'GitHub does not check the certificate of this server.', `Enable SSL verification at ${page}.`);
  }
  return found;
}

/** Sends what GitHub would: an event of which nothing follows, signed with our secret. */
async function knock(url: string, { settings }: Desk): Promise<Diagnosis> {
  const body = JSON.stringify({ zen: 'Asked by postern doctor.' });
  const signature = createHmac('sha256', settings.webhookSecret).update(body).digest('hex');
  const headers = {
    'content-type': 'application/json',
    'x-github-event': 'ping',
    'x-github-delivery': randomUUID(),
    'x-hub-signature-256': `sha256=${signature}`,
  };
  try {
    const { status } = await impatientFetch(url, { method: 'POST', headers, body, redirect: 'manual' });
    return answerOf(url, status);
  } catch (error) {
    const says = `Nobody answers at ${url}: ${wordsOf(error)}`;
    return doubtful('webhook', says, 'Start the server. If only this host cannot reach it, look at the deliveries.');
  }
}

function answerOf(url: string, status: number): Diagnosis {
  if (status === 202) return well('webhook', `The server at ${url} takes webhooks that are signed with our secret.`);
  if (status === 401) {
    const change = "Make WEBHOOK_SECRET of all processes and the webhook's secret on GitHub the same.";
    return wrong('webhook', `The server at ${url} has another secret.`, change);
  }
  if (status === 503) {
    return wrong('webhook', `The server at ${url} cannot store webhooks.`, 'Look at its log, its store and its disk.');
  }
  const change = 'Point the address, or the proxy at it, to a process with the role web or both.';
  return wrong('webhook', `What answers at ${url} (status ${status}) is not Postern.`, change);
}

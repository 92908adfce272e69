import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { createProbot, type Probot, run } from 'probot';
import postern from './app.js';
import { startPool } from './contained/pool.js';
import { loadEnvironment, readEnvironment, type ServerEnvironment, writeEnvironment } from './environment.js';
import { openAdvisories } from './jobs/advisories.js';
import { forgetfulJournal, openJournal } from './jobs/journal.js';
import type { Queue } from './jobs/queue.js';
import { containedReviewer } from './jobs/reviewer.js';
import { catalogue } from './policies/catalogue.js';
import { impatientFetch } from './pull-request/client.js';
import { PacedOctokit } from './pull-request/octokit.js';
import { wordsOf } from './report/words.js';
import { receiveWebhook } from './webhooks/receiver.js';

/** Milliseconds that a stopping server gives its reviews; what is left over is in the journal. */
const patience = 25_000;

try {
  loadEnvironment(process.env);
  const environment = readEnvironment(process.env);
  if (environment === undefined) await showSetupPage();
  else await serve(environment);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

/** Probot's page that registers the app from `app.yml` and writes its credentials. */
async function showSetupPage(): Promise<void> {
  process.env.NODE_ENV = 'development';
  process.env.NO_SMEE_SETUP ??= 'true';
  process.env.HOST ??= '0.0.0.0';
  const updateEnv = (changed: NodeJS.ProcessEnv) => {
    writeEnvironment(process.env, changed);
    return changed;
  };
  await run(() => undefined, { env: process.env, updateEnv });
}

async function serve(settings: ServerEnvironment): Promise<void> {
  const { workers, pages, dataDirectory, host, port } = settings;
  const probot = createProbot({
    env: settings.probot,
    overrides: { Octokit: PacedOctokit, request: { fetch: impatientFetch } },
  });
  await probot.ready();
  const advisor = await told(`ADVISORIES (${settings.advisories}) cannot be used`, () =>
    openAdvisories(settings.advisories),
  );
  const journal = await told(`DATA_DIR (${dataDirectory}) cannot be used`, async () =>
    dataDirectory === undefined ? forgetfulJournal() : openJournal(join(dataDirectory, 'jobs.jsonl')),
  );
  const pool = startPool(workers);
  const reviewer = containedReviewer(
    pool,
    catalogue.map(({ id }) => id),
    advisor,
  );
  const queue = postern(probot, { reviewer, words: wordsOf(catalogue, pages), journal, workers });
  const state = { isReady: true };
  const server = createServer((request, response) => void respond(request, response, { ...settings, probot, state }));
  const listening = new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve);
  });
  await told(`HOST and PORT (${host}, ${port}) cannot be used`, () => listening);
  probot.log.info({ host, port }, 'Listening');
  const stop = async () => {
    state.isReady = false;
    await close(server, queue);
    pool.close();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop());
}

/** Which setting of the operator an error is about. */
async function told<T>(what: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new Error(`${what}: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

async function close(server: Server, queue: Queue): Promise<void> {
  server.close();
  server.closeIdleConnections();
  await queue.drain(patience);
}

interface Desk {
  readonly webhookPath: string;
  readonly probot: Probot;
  readonly state: { readonly isReady: boolean };
}

async function respond(request: IncomingMessage, response: ServerResponse, desk: Desk): Promise<void> {
  const { probot, webhookPath, state } = desk;
  const path = request.url?.split('?')[0] ?? '';
  const say = (status: number, text: string) => response.writeHead(status, { 'content-type': 'text/plain' }).end(text);
  try {
    if (request.method === 'POST' && (path === webhookPath || path === '/')) {
      await receiveWebhook(request, response, {
        verify: (payload, signature) => probot.webhooks.verify(payload, signature),
        receive: (event) => probot.receive(event as Parameters<Probot['receive']>[0]),
        onError: (error, delivery) => probot.log.error({ err: error, delivery }, 'The webhook was not accepted'),
      });
    } else if (request.method !== 'GET') say(404, 'not found\n');
    else if (path === '/healthz') say(200, 'ok\n');
    else if (path === '/ping') say(200, 'PONG');
    else if (path === '/readyz') say(state.isReady ? 200 : 503, state.isReady ? 'ready\n' : 'stopping\n');
    else say(404, 'not found\n');
  } catch (error) {
    probot.log.error({ err: error }, 'The request failed');
    response.destroy();
  }
}

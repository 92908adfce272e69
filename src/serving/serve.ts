import type { Server } from 'node:http';
import { createProbot, type Probot } from 'probot';
import { readEnvironment, type ServerEnvironment } from '../environment.js';
import { openStore, type Store } from '../jobs/store/store.js';
import { impatientFetch } from '../pull-request/client.js';
import { AppOctokit } from '../pull-request/octokit.js';
import { eventsOf } from './events.js';
import { createFigures, type Figures } from './figures.js';
import { listen, type Routes, serveRoutes } from './http.js';
import { intakeRoutes, startWork, told } from './parts.js';
import { createReadiness, type Readiness } from './readiness.js';
import { serveSetup } from './setup.js';
import { startTracing } from './tracing.js';

type Variables = Readonly<Record<string, string | undefined>>;

/** Runs the server until it is told to stop. Without an app id it serves the page that registers the app. */
export async function serve(variables: Variables): Promise<void> {
  const settings = readEnvironment(variables);
  if (settings === undefined) await serveSetup(variables);
  else await serveApp(settings, variables);
}

async function serveApp(settings: ServerEnvironment, variables: Variables): Promise<void> {
  const { host, port, role, graceSeconds } = settings;
  const endTracing = await startTracing(variables);
  const probot = createProbot({
    env: settings.probot,
    overrides: { Octokit: AppOctokit, request: { fetch: impatientFetch } },
  });
  await probot.ready();
  const store = await openStoreOf(settings, probot);
  const figures = createFigures(store.tasks.backlog);
  const events = eventsOf(probot.log, figures);
  const work = role === 'web' ? undefined : await startWork({ settings, probot, store, events });
  const state = { isStopping: false };
  const ready = createReadiness({
    probe: store.probe,
    identify: () => authenticated(probot),
    isStopping: () => state.isStopping,
  });
  const machine = machineRoutes(ready, figures);
  const intake = role === 'worker' ? {} : intakeRoutes({ settings, probot, store, events, wake: () => work?.wake() });
  const server = serveRoutes({ ...machine, ...intake }, (error) => events.onFailure(error, undefined));
  await told(`HOST and PORT (${host}, ${port}) cannot be used`, () => listen(server, port, host));
  probot.log.info({ host, port, role }, 'Listening');
  onStopSignal(async () => {
    state.isStopping = true;
    await stopServer(server);
    await work?.stop(graceSeconds * 1000);
    await store.close();
    await endTracing();
  });
}

/** What machines ask. */
function machineRoutes(ready: Readiness, figures: Figures): Routes {
  return {
    'GET /healthz': async () => ({ status: 200, text: 'ok\n' }),
    'GET /ping': async () => ({ status: 200, text: 'PONG' }),
    'GET /readyz': async () => {
      const missing = await ready();
      return {
        status: missing.length === 0 ? 200 : 503,
        text: missing.length === 0 ? 'ready\n' : `${missing.join('\n')}\n`,
      };
    },
    'GET /metrics': async () => ({ status: 200, text: await figures.render() }),
  };
}

function openStoreOf(settings: ServerEnvironment, probot: Probot): Promise<Store> {
  const { databaseUrl, dataDirectory, historyDays, historyQuotes } = settings;
  const what = databaseUrl === undefined ? `DATA_DIR (${dataDirectory ?? 'none'})` : 'DATABASE_URL';
  const onError = (error: Error) => probot.log.error({ err: error }, 'The store has trouble');
  return told(`${what} cannot be used`, () =>
    openStore({ url: databaseUrl, directory: dataDirectory, historyDays, historyQuotes, onError }),
  );
}

async function authenticated(probot: Probot): Promise<unknown> {
  const octokit = await probot.auth();
  return octokit.request('GET /app');
}

async function stopServer(server: Server): Promise<void> {
  server.close();
  server.closeIdleConnections();
}

function onStopSignal(stop: () => Promise<void>): void {
  const end = () =>
    void stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error instanceof Error ? error.message : error);
        process.exit(1);
      },
    );
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, end);
}

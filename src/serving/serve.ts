import type { Probot } from 'probot';
import { readEnvironment, type ServerEnvironment } from '../environment.js';
import { eventsOf } from './events.js';
import { createFigures, type Figures } from './figures.js';
import { openProbot } from './github-app.js';
import { endServer, listen, type Routes, serveRoutes } from './http.js';
import { intakeRoutes, openStoreOf, startWork, told } from './parts.js';
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
  const probot = await openProbot(settings);
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
    await Promise.all([endServer(server), work?.stop(graceSeconds * 1000)]);
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

async function authenticated(probot: Probot): Promise<unknown> {
  const octokit = await probot.auth();
  return octokit.request('GET /app');
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

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ApplicationFunction, createNodeMiddleware, Probot } from 'probot';
import { readManifest } from '../../sandbox/app.js';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../sandbox/sandbox.js';
import { PlainOctokit } from './octokit.js';

export type TestSandboxOptions = Partial<SandboxOptions>;

/** A sandbox where the app of `app.yml` is installed. */
export function startTestSandbox(options: TestSandboxOptions = {}): Promise<Sandbox> {
  return startSandbox({ app: options.app ?? readManifest('app.yml'), ...options });
}

function probotFor(sandbox: Sandbox): Probot {
  const { environment, world } = sandbox;
  return new Probot({
    appId: environment.APP_ID,
    privateKey: environment.PRIVATE_KEY,
    secret: environment.WEBHOOK_SECRET,
    baseUrl: `${world.address}/api/v3`,
    logLevel: 'fatal',
    Octokit: PlainOctokit,
  });
}

/** A client that acts as the installed app. */
export function installationClient(sandbox: Sandbox) {
  const installation = sandbox.world.installations[0];
  if (installation === undefined) throw new Error('The app is not installed.');
  return probotFor(sandbox).auth(installation.id);
}

export interface RunningApp {
  readonly stop: () => Promise<void>;
}

/** Runs an app in this process and has the sandbox's webhooks sent to it. */
export async function runApp(sandbox: Sandbox, app: ApplicationFunction): Promise<RunningApp> {
  const middleware = await createNodeMiddleware(app, { probot: probotFor(sandbox) });
  const server: Server = createServer((request, response) => {
    void Promise.resolve(middleware(request, response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  sandbox.sendWebhooksTo(`http://127.0.0.1:${(server.address() as AddressInfo).port}/api/github/webhooks`);
  return {
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

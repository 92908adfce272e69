import { type Options, Probot } from 'probot';
import { readManifest } from '../../sandbox/app.js';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../sandbox/sandbox.js';
import { PlainOctokit } from './octokit.js';

export type TestSandboxOptions = Partial<SandboxOptions>;

/** A sandbox where the app of `app.yml` is installed. */
export function startTestSandbox(options: TestSandboxOptions = {}): Promise<Sandbox> {
  return startSandbox({ app: options.app ?? readManifest('app.yml'), ...options });
}

/** What makes a Probot of this sandbox's app, without retries and pauses. */
export function probotOptions({ environment, world }: Sandbox): Options {
  return {
    appId: environment.APP_ID,
    privateKey: environment.PRIVATE_KEY,
    secret: environment.WEBHOOK_SECRET,
    baseUrl: `${world.address}/api/v3`,
    logLevel: 'fatal',
    Octokit: PlainOctokit,
  };
}

/** A client that acts as the installed app. */
export function installationClient(sandbox: Sandbox) {
  const installation = sandbox.world.installations[0];
  if (installation === undefined) throw new Error('The app is not installed.');
  return new Probot(probotOptions(sandbox)).auth(installation.id);
}

import type { Probot } from 'probot';
import { readEnvironment, type ServerEnvironment } from '../../environment.js';
import type { GitHub } from '../../pull-request/client.js';
import { githubOf } from '../../pull-request/gated-client.js';
import { openProbot } from '../github-app.js';
import { readManifest } from '../manifest.js';
import { lookAtAdvisories } from './advisories.js';
import { lookAtApp } from './app.js';
import { lookAtDeliveries } from './deliveries.js';
import type { Desk } from './desk.js';
import { type About, type Diagnosis, type Look, well, wordsOf, wrong } from './diagnosis.js';
import { lookAtInstallations } from './installations.js';
import { lookAtStore } from './store.js';
import { lookAtWebhook } from './webhook.js';

type Variables = Readonly<Record<string, string | undefined>>;

/** Looks at a deployment from the host it runs on, with the server's own settings. Undefined: it is not registered yet. */
export async function examine(
  variables: Variables,
  now: () => number = Date.now,
): Promise<readonly Diagnosis[] | undefined> {
  let settings: ServerEnvironment | undefined;
  try {
    settings = readEnvironment(variables);
  } catch (error) {
    return [wrong('settings', wordsOf(error), 'See .env.example for what each variable means.')];
  }
  if (settings === undefined) return undefined;
  const probot = await openProbot({ probot: { ...settings.probot, LOG_LEVEL: 'fatal' } });
  const desk = await deskOf(settings, probot, now);
  return [
    well('settings', 'The settings can be read.'),
    ...(await looksOf(desk)),
    ...(await tried('store', () => lookAtStore(desk))),
  ];
}

/** What needs GitHub; without it there is no more to see than that. */
async function looksOf(desk: Desk): Promise<readonly Diagnosis[]> {
  const { diagnoses, page } = await lookAtApp(desk);
  if (page === undefined) return diagnoses;
  let example: number | undefined;
  const installed = await tried('installations', async () => {
    const found = await lookAtInstallations(desk);
    example = found.example;
    return found.diagnoses;
  });
  return [
    ...diagnoses,
    ...installed,
    ...(await tried('webhook', () => lookAtWebhook(desk, page))),
    ...(await tried('deliveries', () => lookAtDeliveries(desk))),
    ...(await tried('advisories', () => lookAtAdvisories(desk, example))),
  ];
}

/** A look that fails is a finding, too. */
async function tried(about: About, look: Look): Promise<readonly Diagnosis[]> {
  try {
    return await look();
  } catch (error) {
    return [wrong(about, `It could not be looked at: ${wordsOf(error)}`, 'Try again, and look at the network.')];
  }
}

async function deskOf(settings: ServerEnvironment, probot: Probot, now: () => number): Promise<Desk> {
  return {
    settings,
    now,
    manifest: readManifest(),
    github: ungated(await probot.auth()),
    as: async (installation) => ungated(await probot.auth(installation)),
  };
}

/** A handful of calls needs no pace. */
function ungated(octokit: Parameters<typeof githubOf>[0]): GitHub {
  return githubOf(octokit, {
    enter: async () => undefined,
    onAnswer: () => undefined,
    onLimit: async () => undefined,
  });
}

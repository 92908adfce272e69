import { createProbot, type Probot } from 'probot';
import type { ServerEnvironment } from '../environment.js';
import { impatientFetch } from '../pull-request/client.js';
import { AppOctokit } from '../pull-request/octokit.js';

/** Probot as Postern uses it: signed in as the app, and with Postern's own patience. */
export async function openProbot({ probot: env }: Pick<ServerEnvironment, 'probot'>): Promise<Probot> {
  const probot = createProbot({ env, overrides: { Octokit: AppOctokit, request: { fetch: impatientFetch } } });
  await probot.ready();
  return probot;
}

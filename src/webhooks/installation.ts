import type { Context } from 'probot';
import type { Enqueue } from './source.js';

type InstallationEvent = Context<'installation.created' | 'installation_repositories.added'>;

/** Repositories that are surveyed at most when the app is installed; the others are reviewed at their next push. */
const mostSurveyed = 100;

/** The app came to repositories: their open pull requests need a check, or a required one would wait for ever. */
export function onInstallation(enqueue: Enqueue): (context: InstallationEvent) => Promise<void> {
  return async ({ id, payload }) => {
    const { installation } = payload;
    const repositories = 'repositories_added' in payload ? payload.repositories_added : (payload.repositories ?? []);
    for (const { name, full_name } of repositories.slice(0, mostSurveyed)) {
      const owner = full_name.split('/')[0] ?? '';
      const url = `${addressOf(installation.account)}/${name}`;
      await enqueue({ kind: 'survey', installation: installation.id, owner, repo: name, url, delivery: id });
    }
  };
}

/** `https://github.com/acme`. */
function addressOf(account: unknown): string {
  const address = typeof account === 'object' && account !== null && 'html_url' in account ? account.html_url : '';
  return String(address);
}

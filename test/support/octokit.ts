import { AppOctokit } from '../../src/pull-request/octokit.js';

/** The app's Octokit, silent. */
export const PlainOctokit: typeof AppOctokit = AppOctokit.defaults((options: Record<string, unknown>) => ({
  ...options,
  log: { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined },
}));

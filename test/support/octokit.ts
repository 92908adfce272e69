import { PacedOctokit } from '../../src/pull-request/octokit.js';

/** The app's Octokit without retries and pauses: what reaches the other side is what the code under test sent. */
export const PlainOctokit: typeof PacedOctokit = PacedOctokit.defaults((options: Record<string, unknown>) => ({
  ...options,
  retry: { enabled: false },
  throttle: { enabled: false },
  log: { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined },
}));

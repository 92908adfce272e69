import { ProbotOctokit } from 'probot';

/** Octokit without retries and throttling: what reaches the other side is what the code under test sent. */
export const PlainOctokit = ProbotOctokit.defaults((options) => ({
  ...options,
  retry: { enabled: false },
  throttle: { enabled: false },
  log: { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined },
}));

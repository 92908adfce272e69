import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type AppProcess, startApp } from '../../sandbox/demo/app-process.js';
import type { Sandbox } from '../../sandbox/sandbox.js';
import { startTestSandbox } from '../support/sandbox.js';
import { openTemplate, soundFiles } from '../support/scenario.js';

let sandbox: Sandbox;
let app: AppProcess;
beforeAll(async () => {
  sandbox = await startTestSandbox();
  app = await startApp(sandbox, { entry: 'dist/server.js', environment: { LOG_LEVEL: 'trace' } });
});
afterAll(async () => {
  await app.stop();
  await sandbox.stop();
});

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** Stand in the source, each where a review quotes, counts or looks. */
const canaries = {
  password: 'hunter2-canary-9f31c7',
  comment: 'canary-comment-51d2',
  handler: 'canary_handler_77ab',
  title: 'canary-title-12e8',
};
const change = {
  'template.yaml': openTemplate.replace(
    '      Tracing: Active\n',
    `      Tracing: Active # ${canaries.comment}\n      Environment: { Variables: { DB_PASSWORD: ${canaries.password} } }\n`,
  ),
  'src/index.mjs': `export const handler = async (event) => eval(event.body.${canaries.handler});\n`,
};

test('what is logged at the finest level holds no secret and no source, also of what GitHub refuses', async () => {
  const repository = await sandbox.createRepository({ files: soundFiles });
  sandbox.fail({ kind: 'status', status: 502, route: 'GET /repos/{owner}/{repo}/compare/{basehead}' });
  const first = await sandbox.openPullRequest(repository, { files: change });
  await sandbox.waitForCheck(first);
  sandbox.expireTokens();
  sandbox.fail({ kind: 'status', status: 422, route: 'POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews' });
  await sandbox.waitForCheck(await sandbox.openPullRequest(repository, { files: change }));
  // A check that cannot be completed, and a payload that no handler can read.
  sandbox.fail({ kind: 'status', status: 400, route: 'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}' });
  await sandbox.openPullRequest(repository, { files: { ...change, 'README.md': 'More.\n' } });
  await until(() => app.output().includes('The job failed'));
  const odd = { action: 'opened', pull_request: { title: canaries.title }, installation: {} };
  await sandbox.deliver({ event: 'pull_request', action: 'opened', payload: odd });
  await until(() => app.output().includes('The webhook has a form that is not known'));
  const { app: registered, tokens } = sandbox.world;
  const key = registered.privateKey.split('\n').filter((line) => line.length > 40);
  const secrets = [...tokens.keys(), registered.webhookSecret, ...key, ...Object.values(canaries)];
  expect(tokens.size).toBeGreaterThan(1);
  expect(sandbox.world.calls.some(({ route, status }) => route?.endsWith('/reviews') && status === 422)).toBe(true);
  expect(app.output()).toContain('GitHub request: POST');
  // Parts are compared, so that a failure repeats nothing.
  expect(secrets.flatMap((secret, index) => (app.output().includes(secret) ? [index] : []))).toEqual([]);
});

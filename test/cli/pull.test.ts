import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Sandbox } from '../../sandbox/sandbox.js';
import type { Pull } from '../../sandbox/world.js';
import { runIn } from '../support/command.js';
import { startTestSandbox } from '../support/sandbox.js';
import { linesOf, openTemplate, soundFiles } from '../support/scenario.js';
import { forkPermissions, workflowToken } from '../support/workflow-token.js';

let sandbox: Sandbox;
let pull: Pull;
let name: string;
let mark = 0;
let repositories = 0;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  process.env.GITHUB_API_URL = `${sandbox.world.address}/api/v3`;
});
afterAll(async () => {
  delete process.env.GITHUB_API_URL;
  delete process.env.GITHUB_TOKEN;
  await sandbox.stop();
});

beforeEach(async () => {
  repositories += 1;
  const repository = await sandbox.createRepository({ files: soundFiles, name: `shop-${repositories}` });
  pull = await sandbox.openPullRequest(repository, { files: { 'template.yaml': openTemplate } });
  name = `${repository.fullName}#${pull.number}`;
  process.env.GITHUB_TOKEN = workflowToken(sandbox);
  mark = sandbox.mark();
});
afterEach(() => expect(sandbox.violations()).toEqual([]));

const run = (...args: readonly string[]) => runIn('.', ['review', '--pull', ...args]);
const written = () => sandbox.writes(mark).flatMap(linesOf);
const posted = ['review', 'comment template.yaml:12 RIGHT: authorizer-removed, suggestion'];
const check = ['new check | in_progress', 'check | failure | 1 new problem, 1 fails this check'];

describe('a pull request on GitHub', () => {
  test('is reviewed with a token, and nothing is posted', async () => {
    const { status, stdout, stderr } = await run(name, '--format', 'markdown');
    expect([status, stderr]).toEqual([1, '']);
    expect(stdout).toContain('## Comment on `template.yaml`, line 12');
    expect(written()).toEqual([]);
  });

  test('is named by its address too', async () => {
    const { status } = await run(`https://github.com/${name.replace('#', '/pull/')}/files`);
    expect(status).toBe(1);
  });

  test('is told with --publish what the App would tell, once', async () => {
    expect((await run(name, '--publish')).status).toBe(1);
    expect(written()).toEqual([...posted, ...check]);
    mark = sandbox.mark();
    await run(name, '--publish');
    expect(written()).toEqual(['check | in_progress', 'check | failure | 1 new problem, 1 fails this check']);
  });

  test('gets its comments from a token that may not write checks', async () => {
    process.env.GITHUB_TOKEN = workflowToken(sandbox, { ...forkPermissions, pull_requests: 'write' });
    const { status, stderr } = await run(name, '--publish');
    expect([status, stderr]).toEqual([1, expect.stringContaining('The token may not write checks')]);
    expect(written()).toEqual([...posted, 'refused with 403', 'new check | in_progress']);
    sandbox.world.violations.length = 0;
  });

  test('that is closed takes no comments', async () => {
    await sandbox.close(pull);
    await run(name, '--publish');
    expect(written()).not.toContain('review');
  });
});

describe('what stands in the way is one sentence', () => {
  const refused = async (...args: readonly string[]) => {
    const { status, stdout, stderr } = await run(...args);
    expect([status, stdout, written().filter((line) => line.startsWith('check'))]).toEqual([2, '', []]);
    return stderr.replaceAll(name, 'NAME');
  };

  test('no pull request of that name', async () =>
    expect(await refused('shop')).toBe('postern: --pull must be OWNER/REPO#NUMBER, not "shop".\n'));

  test('a pull request that is gone', async () =>
    expect(await refused(name.replace(/#.*/, '#99'))).toContain(
      'cannot be reviewed: it does not exist, or the token may not read it; check GITHUB_TOKEN.\n',
    ));

  test('no token', async () => {
    delete process.env.GITHUB_TOKEN;
    expect(await refused(name)).toBe(
      'postern: GITHUB_TOKEN is not set: set it to a token that may read the pull request.\n',
    );
  });

  test('a token that ended', async () => {
    sandbox.expireTokens();
    expect(await refused(name)).toBe(
      'postern: NAME cannot be reviewed: the token is not valid, or not any more; check GITHUB_TOKEN.\n',
    );
    sandbox.world.violations.length = 0;
  });

  test('a token that may not comment', async () => {
    process.env.GITHUB_TOKEN = workflowToken(sandbox, forkPermissions);
    expect(await refused(name, '--publish')).toMatch(
      /^postern: NAME cannot be commented on: the token lacks a permission.*; check GITHUB_TOKEN\.\n$/,
    );
    sandbox.world.violations.length = 0;
  });

  test('a limit of GitHub', async () => {
    sandbox.fail({ kind: 'primary-limit', retryAfterSeconds: 60 });
    expect(await refused(name)).toMatch(/takes no more requests of this token until \d{4}-/);
  });

  test('a GitHub that does not answer', async () => {
    process.env.GITHUB_API_URL = 'http://127.0.0.1:9';
    expect(await refused(name)).toBe('postern: NAME cannot be reviewed: GitHub cannot be reached.\n');
    process.env.GITHUB_API_URL = `${sandbox.world.address}/api/v3`;
  });

  test('--publish without a pull request', async () =>
    expect((await runIn('.', ['review', '--base', 'HEAD', '--publish'])).stderr).toBe(
      'postern: --publish posts on a pull request: name it with --pull.\n',
    ));
});

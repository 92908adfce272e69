import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Sandbox } from '../../sandbox/sandbox.js';
import type { Permissions, Pull, Repository } from '../../sandbox/world.js';
import { action, runStep, type Step } from '../support/runner.js';
import { startTestSandbox } from '../support/sandbox.js';
import { linesOf, openTemplate, soundFiles, soundTemplate } from '../support/scenario.js';
import { forkPermissions, workflowToken } from '../support/workflow-token.js';

const folder = mkdtempSync(join(tmpdir(), 'postern-action-'));
let sandbox: Sandbox;
let repository: Repository;
let pull: Pull;
let mark = 0;
let repositories = 0;

beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(async () => {
  await sandbox.stop();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  repositories += 1;
  repository = await sandbox.createRepository({ files: soundFiles, name: `shop-${repositories}` });
  pull = await sandbox.openPullRequest(repository, { files: { 'template.yaml': openTemplate } });
  mark = sandbox.mark();
});
afterEach(() => expect(sandbox.violations()).toEqual([]));

function eventOf({ number, headSha, baseSha }: Pull, from = repository.fullName): object {
  const base = { sha: baseSha, repo: { full_name: repository.fullName } };
  return { action: 'opened', pull_request: { number, head: { sha: headSha, repo: { full_name: from } }, base } };
}

/** What an older workflow gives; the published one says `checks: read` besides. */
const withoutChecks: Permissions = { metadata: 'read', contents: 'read', pull_requests: 'write' };

function step(changed: Partial<Step> = {}): Step {
  return {
    with: { advisories: 'off', ...changed.with },
    event: changed.event ?? eventOf(pull),
    repository: repository.fullName,
    token: changed.token ?? workflowToken(sandbox, { ...withoutChecks, checks: 'read' }),
    api: `${sandbox.world.address}/api/v3`,
    workspace: changed.workspace ?? folder,
    temp: folder,
  };
}

const written = () => sandbox.writes(mark).flatMap(linesOf);

test('runs on Node 24 from what the release brings along', () => {
  expect(action.runs).toEqual({ using: 'node24', main: 'dist/cli/action.js' });
});

describe('on a pull request the action', () => {
  test('comments, annotates, writes the page of the step, SARIF and its outputs, and fails', async () => {
    const end = await runStep(step({ with: { sarif: join(folder, 'out.sarif') } }));
    expect([end.code, end.stderr]).toEqual([1, '']);
    expect(written()).toEqual(['review', 'comment template.yaml:12 RIGHT: authorizer-removed, suggestion']);
    expect(end.annotations).toEqual([expect.stringMatching(/^::error file=template\.yaml,line=12,/)]);
    expect(end.summary).toMatch(/^## Postern: failure\n\n\*\*1 new problem, 1 fails this check\*\*/);
    const sarif = join(folder, 'out.sarif');
    expect(end.outputs).toEqual({ conclusion: 'failure', problems: '1', failing: '1', sarif });
    expect(Object.keys(end.outputs).filter((name) => !(name in action.outputs))).toEqual([]);
    expect(JSON.parse(readFileSync(sarif, 'utf8')).runs[0].results[0].ruleId).toBe('authorizer-removed');
  });

  test('counts in its outputs as the page of the step counts: a sum as its parts', async () => {
    const wide = openTemplate.replace(
      '      Handler:',
      "      Policies:\n        - Statement: [{ Effect: Allow, Action: 'dynamodb:*', Resource: '*' }]\n      Handler:",
    );
    const sum = await sandbox.openPullRequest(repository, { files: { 'template.yaml': wide } });
    const end = await runStep(step({ event: eventOf(sum), with: { comments: 'false' } }));
    const [, problems, failing] = /\*\*(\d+) new problems, (\d+) fails? this check/.exec(end.summary) ?? [];
    expect(Number(problems)).toBeGreaterThan(1);
    expect(end.outputs).toMatchObject({ problems, failing });
  });

  test('posts nothing where comments are not wanted', async () => {
    expect((await runStep(step({ with: { comments: 'false' } }))).code).toBe(1);
    expect(written()).toEqual([]);
  });

  test('passes under a profile that never fails', async () => {
    const end = await runStep(step({ with: { profile: 'advisory', comments: 'false' } }));
    expect([end.code, end.outputs.failing]).toEqual([0, '0']);
  });

  test('says which permission is missing, and goes on', async () => {
    const end = await runStep(step({ token: workflowToken(sandbox, forkPermissions) }));
    expect([end.code, end.annotations[0]]).toEqual([1, expect.stringContaining('pull-requests: write')]);
    sandbox.world.violations.length = 0;
  });

  test('comments without the permission to read checks, too', async () => {
    const end = await runStep(step({ token: workflowToken(sandbox, withoutChecks) }));
    expect([end.code, written().length]).toEqual([1, 2]);
    expect(sandbox.violations().map(({ kind }) => kind)).toEqual(['missing-permission']);
    sandbox.world.violations.length = 0;
  });

  test('leaves to SonarQube what it reports at the same line', async () => {
    const annotation = {
      path: 'template.yaml',
      start_line: 12,
      end_line: 12,
      annotation_level: 'failure',
      message: 'm',
    };
    const report = { app: 'sonarqubecloud', name: 'SonarCloud Code Analysis', conclusion: 'failure' };
    await sandbox.reportCheck(pull, { ...report, annotations: [annotation] });
    const end = await runStep(step());
    expect([end.code, written()]).toEqual([1, []]);
    expect(end.summary).toContain('1 new problem');
  });

  test('from a fork tries no comment: the page of the step has it all', async () => {
    const token = workflowToken(sandbox, forkPermissions);
    const end = await runStep(step({ token, event: eventOf(pull, 'stranger/shop') }));
    expect([end.code, written(), end.summary]).toEqual([1, [], expect.stringContaining('1 new problem')]);
  });

  test('that is gone ends with a sentence', async () => {
    const end = await runStep(step({ event: eventOf({ ...pull, number: 99 }) }));
    expect([end.code, end.annotations, end.summary]).toEqual([
      2,
      [expect.stringMatching(/^::error title=Postern could not run::The change cannot be reviewed: it does not exist/)],
      '',
    ]);
  });
});

test('an entry of the merge queue is compared with its own base, and gets no comment', async () => {
  const { baseSha, headSha } = pull;
  const event = { merge_group: { head_sha: headSha, base_sha: baseSha, base_ref: 'refs/heads/main' } };
  const end = await runStep(step({ event }));
  expect([end.code, end.outputs.conclusion, written()]).toEqual([1, 'failure', []]);
});

describe('without a token the checkout', () => {
  const checkout = join(folder, 'checkout');
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', '-c', 'commit.gpgsign=false', ...args], {
      cwd: checkout,
      encoding: 'utf8',
    }).trim();

  beforeAll(() => {
    mkdirSync(checkout);
    git('init', '-q', '-b', 'main');
    writeFileSync(join(checkout, 'template.yaml'), soundTemplate);
    git('add', '-A');
    git('commit', '-qm', 'sound');
    writeFileSync(join(checkout, 'template.yaml'), openTemplate);
    git('commit', '-qam', 'open');
  });

  test('is compared between the commits of the pull request', async () => {
    const event = eventOf({ ...pull, baseSha: git('rev-parse', 'HEAD~1'), headSha: git('rev-parse', 'HEAD') });
    const end = await runStep(step({ event, with: { token: '' }, workspace: checkout }));
    expect([end.code, end.outputs.problems, written()]).toEqual([1, '1', []]);
  });

  test('is looked at as it stands for any other event', async () => {
    const end = await runStep(step({ event: { ref: 'refs/heads/main' }, workspace: checkout }));
    expect([end.code, end.summary]).toEqual([
      1,
      expect.stringContaining('| severity | policy | what | where | resource |'),
    ]);
  });
});

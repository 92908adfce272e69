import type { CheckRun, CheckSuite } from '../check.js';
import { readCommit } from '../git/objects.js';
import { nodeId } from '../graphql/ids.js';
import type { Repository, World } from '../world.js';
import { appShape } from './account.js';
import { headCommitShape } from './commit.js';
import { mentionedPull } from './pull.js';
import { simpleRepository } from './repository.js';
import { repositoryPage, repositoryUrl } from './urls.js';

/** GitHub names the pull requests of a commit only when the head is in the same repository. */
function pullsOf(world: World, repository: Repository, sha: string) {
  return world.pulls
    .filter((pull) => pull.repository === repository && pull.headRepository === repository)
    .filter((pull) => pull.headSha === sha && pull.state === 'open')
    .map((pull) => mentionedPull(world, pull));
}

export function checkRunShape(world: World, run: CheckRun) {
  const url = `${repositoryUrl(world, run.repository)}/check-runs/${run.id}`;
  return {
    id: run.id,
    name: run.name,
    node_id: nodeId('CheckRun', run.id),
    head_sha: run.headSha,
    external_id: run.externalId,
    url,
    html_url: `${repositoryPage(world, run.repository)}/runs/${run.id}`,
    details_url: run.detailsUrl ?? world.address,
    status: run.status,
    conclusion: run.conclusion,
    started_at: run.startedAt,
    completed_at: run.completedAt,
    output: {
      title: run.title,
      summary: run.summary,
      text: run.text,
      annotations_count: run.annotations.length,
      annotations_url: `${url}/annotations`,
    },
    check_suite: { id: run.suite.id },
    app: appShape(world, run.suite.app ?? world.app),
    pull_requests: pullsOf(world, run.repository, run.headSha),
  };
}

const order = ['failure', 'timed_out', 'cancelled', 'action_required', 'success', 'neutral', 'skipped'];

/** A suite is as far as the newest run of each name. */
function suiteState(world: World, suite: CheckSuite) {
  const newest = new Map(world.checkRuns.filter((run) => run.suite === suite).map((run) => [run.name, run]));
  const runs = [...newest.values()];
  if (runs.length === 0) return { status: 'queued', conclusion: null };
  if (runs.some((run) => run.status !== 'completed')) return { status: 'in_progress', conclusion: null };
  const worst = order.find((conclusion) => runs.some((run) => run.conclusion === conclusion));
  return { status: 'completed', conclusion: worst ?? 'success' };
}

function suiteFacts(world: World, suite: CheckSuite) {
  return {
    id: suite.id,
    node_id: nodeId('CheckSuite', suite.id),
    head_branch: suite.headBranch,
    head_sha: suite.headSha,
    ...suiteState(world, suite),
    url: `${repositoryUrl(world, suite.repository)}/check-suites/${suite.id}`,
    before: '0'.repeat(40),
    after: suite.headSha,
    pull_requests: pullsOf(world, suite.repository, suite.headSha),
    app: appShape(world, suite.app ?? world.app),
    created_at: suite.createdAt,
    updated_at: suite.createdAt,
  };
}

/** A check run as webhooks have it: with its suite. */
export function hookCheckRun(world: World, run: CheckRun) {
  return { ...checkRunShape(world, run), check_suite: suiteFacts(world, run.suite) };
}

/** A check suite as webhooks have it. */
export async function hookCheckSuite(world: World, suite: CheckSuite) {
  const { repository, headSha } = suite;
  return {
    ...suiteFacts(world, suite),
    latest_check_runs_count: world.checkRuns.filter((run) => run.suite === suite).length,
    check_runs_url: `${repositoryUrl(world, repository)}/check-suites/${suite.id}/check-runs`,
    rerequestable: true,
    runs_rerequestable: true,
    head_commit: headCommitShape(await readCommit(repository.git, headSha)),
  };
}

/** A check suite as the API answers it: with its repository. */
export async function checkSuiteShape(world: World, suite: CheckSuite) {
  return { ...(await hookCheckSuite(world, suite)), repository: simpleRepository(world, suite.repository) };
}

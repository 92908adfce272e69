import { diffText } from '../git/diff.js';
import { listCommits } from '../git/repository.js';
import {
  type Answer,
  type Exchange,
  numberParameter,
  queryText,
  type Route,
  repositoryOf,
  wants,
} from '../server/exchange.js';
import { pageOf } from '../server/pages.js';
import { notFound, refusal } from '../server/refusal.js';
import { changedFileShape, pullShape, simplePull } from '../shapes/pull.js';
import type { Pull } from '../world.js';

/** The pull request that a route names. */
export function pullOf(exchange: Exchange, name = 'pull_number'): Pull {
  const repository = repositoryOf(exchange);
  const number = numberParameter(exchange, name);
  const pull = exchange.world.pulls.find((each) => each.repository === repository && each.number === number);
  if (pull === undefined) throw notFound();
  return pull;
}

function list(exchange: Exchange): Answer {
  const repository = repositoryOf(exchange);
  const state = queryText(exchange, 'state') ?? 'open';
  const head = queryText(exchange, 'head');
  const base = queryText(exchange, 'base');
  const pulls = exchange.world.pulls
    .filter((pull) => pull.repository === repository && (state === 'all' || pull.state === state))
    .filter((pull) => head === undefined || `${pull.headRepository.owner.login}:${pull.headBranch}` === head)
    .filter((pull) => base === undefined || pull.baseBranch === base)
    .reverse();
  return { body: pageOf(exchange, pulls).map((pull) => simplePull(exchange.world, pull)) };
}

/** GitHub does not print a diff of more files than that. */
const diffFiles = 300;

async function printDiff(pull: Pull): Promise<Answer> {
  if (pull.files.length > diffFiles) {
    const message = `Sorry, the diff exceeded the maximum number of files (${diffFiles}).`;
    throw refusal(406, message, { violation: 'diff-too-large' });
  }
  const text = await diffText(pull.repository.git, pull.mergeBase, pull.headSha);
  return { bytes: Buffer.from(text), type: 'application/vnd.github.diff; charset=utf-8' };
}

async function read(exchange: Exchange): Promise<Answer> {
  const pull = pullOf(exchange);
  if (wants(exchange, 'diff')) return printDiff(pull);
  const commits = await listCommits(pull.repository.git, pull.mergeBase, pull.headSha);
  return { body: pullShape(exchange.world, pull, commits.length) };
}

function listFiles(exchange: Exchange): Answer {
  const { world } = exchange;
  const pull = pullOf(exchange);
  const files = pageOf(exchange, pull.files.slice(0, world.limits.pullFiles));
  return { body: files.map(changedFileShape(world, pull)) };
}

export const pullRoutes: readonly Route[] = [
  { route: 'GET /repos/{owner}/{repo}/pulls', permission: 'pull_requests:read', answer: list },
  { route: 'GET /repos/{owner}/{repo}/pulls/{pull_number}', permission: 'pull_requests:read', answer: read },
  { route: 'GET /repos/{owner}/{repo}/pulls/{pull_number}/files', permission: 'pull_requests:read', answer: listFiles },
];

import { diffText } from '../git/diff.js';
import { type CommitFacts, readCommit } from '../git/objects.js';
import { emptyTree, fetchRef, listCommits, listRefs, mergeBase, resolveCommit } from '../git/repository.js';
import { changesBetween } from '../scenes/changes.js';
import {
  type Answer,
  type Exchange,
  parameter,
  queryText,
  type Route,
  repositoryOf,
  wants,
} from '../server/exchange.js';
import { pageOf } from '../server/pages.js';
import { notFound, unprocessable } from '../server/refusal.js';
import { commitShape } from '../shapes/commit.js';
import { changedFileAt, simplePull } from '../shapes/pull.js';
import { repositoryPage, repositoryUrl } from '../shapes/urls.js';
import type { Repository } from '../world.js';

/** The commit that a route names, or an error. */
export async function commitNamed(repository: Repository, ref: string, missing: Error = notFound()): Promise<string> {
  const sha = await resolveCommit(repository.git, ref);
  if (sha === undefined) throw missing;
  return sha;
}

export function noCommit(ref: string): Error {
  return unprocessable(`No commit found for SHA: ${ref}`, `unknown-commit ${ref}`);
}

async function shapes(exchange: Exchange, shas: readonly string[]) {
  const repository = repositoryOf(exchange);
  const facts: CommitFacts[] = [];
  for (const sha of shas) facts.push(await readCommit(repository.git, sha));
  return facts.map((each) => commitShape(exchange.world, repository, each));
}

async function readOne(exchange: Exchange): Promise<Answer> {
  const repository = repositoryOf(exchange);
  const ref = parameter(exchange, 'ref');
  const sha = await commitNamed(repository, ref, noCommit(ref));
  if (wants(exchange, 'sha')) return { bytes: Buffer.from(sha) };
  const facts = await readCommit(repository.git, sha);
  const files = await changesBetween(exchange.world, repository, facts.parents[0] ?? emptyTree, sha);
  const additions = files.reduce((sum, file) => sum + file.additions, 0);
  const deletions = files.reduce((sum, file) => sum + file.deletions, 0);
  return {
    body: {
      ...commitShape(exchange.world, repository, facts),
      stats: { additions, deletions, total: additions + deletions },
      files: pageOf(exchange, files, 100).map(changedFileAt(exchange.world, repository, sha)),
    },
  };
}

/** One end of a comparison: `ref`, or `owner:ref` for a fork's. */
async function comparedEnd(exchange: Exchange, end: string): Promise<string> {
  const repository = repositoryOf(exchange);
  const [, owner, ref = ''] = /^(?:([^:]+):)?(.+)$/.exec(end) ?? [];
  if (owner === undefined || owner === repository.owner.login) return commitNamed(repository, ref);
  const fork = exchange.world.repositories.get(`${owner}/${repository.name}`.toLowerCase());
  if (fork === undefined) throw notFound();
  const sha = await commitNamed(fork, ref);
  await fetchRef(repository.git, fork.git, `+${sha}:refs/compared/${sha}`);
  return sha;
}

function relation(ahead: number, behind: number): string {
  if (ahead > 0) return behind > 0 ? 'diverged' : 'ahead';
  return behind > 0 ? 'behind' : 'identical';
}

async function compare(exchange: Exchange): Promise<Answer> {
  const { world } = exchange;
  const repository = repositoryOf(exchange);
  const { git } = repository;
  const [, from = '', to = ''] = /^(.+?)\.\.\.(.+)$/.exec(parameter(exchange, 'basehead')) ?? [];
  const base = await comparedEnd(exchange, from);
  const head = await comparedEnd(exchange, to);
  const common = await mergeBase(git, base, head);
  if (common === undefined) throw notFound('No common ancestor between the two commits.');
  if (wants(exchange, 'diff')) return { bytes: Buffer.from(await diffText(git, common, head)) };
  const ahead = [...(await listCommits(git, base, head))].reverse();
  const behind = await listCommits(git, head, base);
  const files = await changesBetween(world, repository, common, head);
  const page = `${repositoryPage(world, repository)}/compare/${from}...${to}`;
  const onFirstPage = (queryText(exchange, 'page') ?? '1') === '1';
  const [baseShape, commonShape] = await shapes(exchange, [base, common]);
  return {
    body: {
      url: `${repositoryUrl(world, repository)}/compare/${from}...${to}`,
      html_url: page,
      permalink_url: page,
      diff_url: `${page}.diff`,
      patch_url: `${page}.patch`,
      base_commit: baseShape,
      merge_base_commit: commonShape,
      status: relation(ahead.length, behind.length),
      ahead_by: ahead.length,
      behind_by: behind.length,
      total_commits: ahead.length,
      commits: await shapes(exchange, pageOf(exchange, ahead, 100)),
      files: onFirstPage ? files.slice(0, world.limits.compareFiles).map(changedFileAt(world, repository, head)) : [],
    },
  };
}

async function pullsOfCommit(exchange: Exchange): Promise<Answer> {
  const { world } = exchange;
  const repository = repositoryOf(exchange);
  const ref = parameter(exchange, 'commit_sha');
  const sha = await commitNamed(repository, ref, noCommit(ref));
  const found = [];
  for (const pull of world.pulls.filter((each) => each.repository === repository)) {
    const commits = await listCommits(repository.git, pull.mergeBase, pull.headSha);
    if (commits.includes(sha)) found.push(simplePull(world, pull));
  }
  return { body: pageOf(exchange, found) };
}

async function readRef(exchange: Exchange): Promise<Answer> {
  const repository = repositoryOf(exchange);
  const name = `refs/${parameter(exchange, 'ref')}`;
  const ref = (await listRefs(repository.git, name)).find((each) => each.name === name);
  if (ref === undefined) throw notFound();
  const url = `${repositoryUrl(exchange.world, repository)}/git`;
  const target = { type: 'commit', sha: ref.sha, url: `${url}/commits/${ref.sha}` };
  return { body: { ref: name, node_id: 'REF', url: `${url}/${name}`, object: target } };
}

async function readBranch(exchange: Exchange): Promise<Answer> {
  const repository = repositoryOf(exchange);
  const name = parameter(exchange, 'branch');
  const sha = await commitNamed(repository, `refs/heads/${name}`, notFound('Branch not found'));
  const [commit] = await shapes(exchange, [sha]);
  const url = `${repositoryUrl(exchange.world, repository)}/branches/${name}`;
  const links = { self: url, html: `${repositoryPage(exchange.world, repository)}/tree/${name}` };
  const protection = { protected: false, protection: { enabled: false }, protection_url: `${url}/protection` };
  return { body: { name, commit, _links: links, ...protection } };
}

export const commitRoutes: readonly Route[] = [
  { route: 'GET /repos/{owner}/{repo}/commits/{ref}', permission: 'contents:read', answer: readOne },
  { route: 'GET /repos/{owner}/{repo}/compare/{basehead}', permission: 'contents:read', answer: compare },
  {
    route: 'GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls',
    permission: 'pull_requests:read',
    answer: pullsOfCommit,
  },
  { route: 'GET /repos/{owner}/{repo}/git/ref/{ref}', permission: 'contents:read', answer: readRef },
  { route: 'GET /repos/{owner}/{repo}/branches/{branch}', permission: 'contents:read', answer: readBranch },
];

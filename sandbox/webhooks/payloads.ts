import { readCommit } from '../git/objects.js';
import { listCommits } from '../git/repository.js';
import { nodeId } from '../graphql/ids.js';
import { accountShape, installationShape, organizationShape } from '../shapes/account.js';
import { hookCheckRun, hookCheckSuite } from '../shapes/check.js';
import { headCommitShape } from '../shapes/commit.js';
import { pullShape, simplePull } from '../shapes/pull.js';
import { namedRepository, repositoryShape } from '../shapes/repository.js';
import { issueCommentShape, issueShape, reviewCommentShape, reviewShape } from '../shapes/review.js';
import type { Pull, Repository, World } from '../world.js';
import type { Announcement, FormerBase, MergeGroup, Subject } from './announcement.js';

import { pushPart } from './push-payload.js';

type Part = Readonly<Record<string, unknown>>;

/** The repository that an announcement is about; an installation has many. */
export function repositoryOfSubject(subject: Subject): Repository | undefined {
  switch (subject.event) {
    case 'installation':
      return undefined;
    case 'check_run':
      return subject.run.repository;
    case 'check_suite':
      return subject.suite.repository;
    case 'merge_group':
    case 'push':
      return subject.repository;
    case 'pull_request':
    case 'pull_request_review':
    case 'pull_request_review_comment':
    case 'pull_request_review_thread':
    case 'issue_comment':
      return subject.pull.repository;
  }
}

interface PullChange {
  readonly pull: Pull;
  readonly before?: string;
  readonly formerBase?: FormerBase;
}

async function pullPart(world: World, change: PullChange): Promise<Part> {
  const { pull, before, formerBase } = change;
  const commits = await listCommits(pull.repository.git, pull.mergeBase, pull.headSha);
  return {
    number: pull.number,
    pull_request: pullShape(world, pull, commits.length),
    ...(before === undefined ? {} : { before, after: pull.headSha }),
    ...(formerBase === undefined
      ? {}
      : { changes: { base: { ref: { from: formerBase.ref }, sha: { from: formerBase.sha } } } }),
  };
}

async function groupPart(repository: Repository, group: MergeGroup): Promise<Part> {
  const commit = headCommitShape(await readCommit(repository.git, group.headSha));
  return {
    merge_group: {
      head_sha: group.headSha,
      head_ref: group.headRef,
      base_sha: group.baseSha,
      base_ref: group.baseRef,
      head_commit: commit,
    },
  };
}

async function part(world: World, subject: Subject): Promise<Part> {
  switch (subject.event) {
    case 'pull_request':
      return pullPart(world, subject);
    case 'pull_request_review': {
      const review = reviewShape(world, subject.review);
      const state = review.state.toLowerCase();
      return {
        review: { ...review, state, updated_at: review.submitted_at },
        pull_request: simplePull(world, subject.pull),
      };
    }
    case 'pull_request_review_comment':
      return { comment: reviewCommentShape(world, subject.comment), pull_request: simplePull(world, subject.pull) };
    case 'pull_request_review_thread': {
      const comments = subject.thread.comments.map((comment) => reviewCommentShape(world, comment));
      const thread = { node_id: nodeId('PullRequestReviewThread', subject.thread.id), comments };
      return { thread, pull_request: simplePull(world, subject.pull), updated_at: new Date().toISOString() };
    }
    case 'issue_comment':
      return { issue: issueShape(world, subject.pull), comment: issueCommentShape(world, subject.comment) };
    case 'check_run': {
      const requested = subject.requested === undefined ? {} : { requested_action: { identifier: subject.requested } };
      return { check_run: hookCheckRun(world, subject.run), ...requested };
    }
    case 'check_suite':
      return { check_suite: await hookCheckSuite(world, subject.suite) };
    case 'merge_group':
      return groupPart(subject.repository, subject.group);
    case 'push':
      return pushPart(world, subject);
    case 'installation':
      return installationPart(world, subject.installation.id);
  }
}

function installationPart(world: World, id: number): Part {
  const installation = world.installations.find((each) => each.id === id);
  if (installation === undefined) return {};
  const repositories = [...world.repositories.values()].filter(({ owner }) => owner === installation.account);
  return {
    installation: installationShape(world, installation),
    repositories: repositories.map(namedRepository),
    requester: null,
  };
}

/** What GitHub sends for an announcement. */
export async function payloadOf(world: World, announcement: Announcement): Promise<Part> {
  const { subject, action, sender } = announcement;
  const repository = repositoryOfSubject(subject);
  const installation = world.installations.find(({ account }) => account === repository?.owner);
  const isOrganization = repository?.owner.type === 'Organization';
  return {
    ...(action === undefined ? {} : { action }),
    ...(repository === undefined ? {} : { repository: repositoryShape(world, repository) }),
    ...(isOrganization ? { organization: organizationShape(world, repository.owner) } : {}),
    ...(installation === undefined
      ? {}
      : { installation: { id: installation.id, node_id: nodeId('Installation', installation.id) } }),
    sender: accountShape(world, sender),
    ...(await part(world, subject)),
  };
}

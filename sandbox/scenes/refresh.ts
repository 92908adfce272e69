import { changedFiles } from '../git/diff.js';
import { fetchRef, mergeBase, mergedTree, resolveCommit } from '../git/repository.js';
import { movedLine } from '../places/hunks.js';
import { type Place, placeComment } from '../places/place.js';
import type { Pull, ReviewComment, World } from '../world.js';
import { changesBetween } from './changes.js';
import { nowText } from './identity.js';

async function readEnds(pull: Pull): Promise<void> {
  const base = await resolveCommit(pull.repository.git, `refs/heads/${pull.baseBranch}`);
  const head = await resolveCommit(pull.headRepository.git, `refs/heads/${pull.headBranch}`);
  if (base === undefined || head === undefined) throw new Error(`Pull request ${pull.number} lost a branch.`);
  pull.baseSha = base;
  pull.headSha = head;
}

/** The head of a fork is brought into the repository; other heads are there already. */
async function bringHead(pull: Pull): Promise<void> {
  const { headRepository, repository, headBranch, number } = pull;
  if (headRepository === repository) return;
  await fetchRef(repository.git, headRepository.git, `+refs/heads/${headBranch}:refs/pull/${number}/head`);
}

async function readMerge(pull: Pull): Promise<void> {
  const { git } = pull.repository;
  const { baseSha, headSha } = pull;
  pull.mergeBase = (await mergeBase(git, baseSha, headSha)) ?? baseSha;
  pull.mergeable = pull.mergeBase === baseSha || (await mergedTree(git, baseSha, headSha)) !== undefined;
}

/** The place that a comment has after a push, or nothing when its lines were changed. */
async function placeNow(pull: Pull, comment: ReviewComment): Promise<Place | undefined> {
  const { original, originalCommit, path } = comment;
  const changes = await changedFiles(pull.repository.git, originalCommit, pull.headSha);
  const patch = changes.find(({ filename }) => filename === path)?.patch;
  const keep = original.side === 'LEFT' || patch === undefined;
  const move = (line: number) => (keep ? line : movedLine(patch, line));
  const line = move(original.line);
  const startLine = original.startLine === null ? undefined : move(original.startLine);
  if (line === undefined || (original.startLine !== null && startLine === undefined)) return undefined;
  const file = pull.files.find(({ filename }) => filename === path);
  const startSide = original.startSide ?? undefined;
  const placement = placeComment(file?.patch, { line, side: original.side, startLine, startSide });
  return 'place' in placement ? placement.place : undefined;
}

async function moveComments(world: World, pull: Pull): Promise<void> {
  const comments = world.threads.filter((thread) => thread.pull === pull).flatMap((thread) => thread.comments);
  for (const comment of comments) {
    comment.place = await placeNow(pull, comment);
    if (comment.place !== undefined) comment.commit = pull.headSha;
  }
}

/** Reads a pull request's branches again: its files, its merge, and where its comments now stand. */
export async function refreshPull(world: World, pull: Pull): Promise<void> {
  await readEnds(pull);
  await bringHead(pull);
  await readMerge(pull);
  pull.files = await changesBetween(world, pull.repository, pull.mergeBase, pull.headSha);
  pull.updatedAt = nowText();
  await moveComments(world, pull);
}

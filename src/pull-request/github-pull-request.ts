import type { Notice } from '../findings/notice.js';
import { type BlobReader, blobReader } from './blobs.js';
import type { Cache } from './cache.js';
import type { GitHub, Repository } from './client.js';
import { type Compared, compare, unlistedChanges } from './comparison.js';
import type { PullRequest, Side } from './pull-request.js';
import { readTree, type Tree } from './trees.js';

/** What is kept between reviews: things named by their hash never change. */
export interface Memory {
  readonly trees: Cache<Tree>;
  readonly blobs: Cache<string>;
}

/** A change on GitHub, with the commit it began from. */
export interface GithubPullRequest extends PullRequest {
  readonly mergeBase: string;
}

/** A pull request, or an entry of the merge queue, as GitHub has it. Everything is read by commit, forks included. */
export async function githubPullRequest(
  github: GitHub,
  repository: Repository,
  compared: Compared,
  memory: Memory,
): Promise<GithubPullRequest> {
  const { mergeBase, files, isPartial } = await compare(github, repository, compared);
  const commits: Record<Side, string> = { base: mergeBase, head: compared.head };
  const trees = rememberedTrees((side) => readTree(github, repository, commits[side], memory.trees));
  const both = isPartial ? { base: await trees('base'), head: await trees('head') } : undefined;
  const unlisted = both === undefined ? [] : unlistedChanges(files, both.base, both.head);
  const notices: Record<Side, Map<string, Notice>> = { base: new Map(), head: new Map() };
  const blobs = blobReader(github, repository, memory.blobs);
  return {
    mergeBase,
    changedFiles: [...files, ...unlisted],
    truncated: both !== undefined && (both.base.truncated || both.head.truncated),
    list: async (side) => {
      const tree = await trees(side);
      if (tree.truncated) notices[side].set('.', cutTree);
      return [...tree.files.keys()];
    },
    read: async (side, paths) => readTexts(await trees(side), paths, blobs, notices[side]),
    unread: (side) => [...notices[side].values()],
  };
}

export const cutTree: Notice = {
  path: '.',
  message: 'The repository has more files than GitHub lists; those beyond the list were not reviewed.',
  kind: 'unread',
};

/** Each side's tree, read once. */
function rememberedTrees(read: (side: Side) => Promise<Tree>): (side: Side) => Promise<Tree> {
  const started = new Map<Side, Promise<Tree>>();
  return (side) => {
    const tree = started.get(side) ?? read(side);
    started.set(side, tree);
    return tree;
  };
}

/** The texts of files of a tree; why one is missing is noted. */
export async function readTexts(tree: Tree, paths: readonly string[], blobs: BlobReader, notices: Map<string, Notice>) {
  const wanted = paths.flatMap((path) => {
    const file = tree.files.get(path);
    return file === undefined ? [] : [{ path, ...file }];
  });
  const texts = new Map<string, string>();
  for (const [path, read] of await blobs(wanted)) {
    if (typeof read === 'string') texts.set(path, read);
    else notices.set(path, read);
  }
  return texts;
}

import type { Notice } from '../findings/notice.js';
import { blobReader } from './blobs.js';
import type { GitHub, Repository } from './client.js';
import { cutTree, type Memory, readTexts } from './github-pull-request.js';
import { readTree } from './trees.js';

/** The files of one commit, with nothing to compare. */
export interface CommitTree {
  /** Every path. */
  readonly list: () => Promise<readonly string[]>;
  /** The texts of files; one that does not exist, is not text or is too large is left out. */
  readonly read: (paths: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** What exists but could not be read so far, and why. */
  readonly unread: () => readonly Notice[];
}

/** A commit as GitHub has it. */
export async function githubTree(
  github: GitHub,
  repository: Repository,
  commit: string,
  memory: Memory,
): Promise<CommitTree> {
  const tree = await readTree(github, repository, commit, memory.trees);
  const notices = new Map<string, Notice>(tree.truncated ? [['.', cutTree]] : []);
  const blobs = blobReader(github, repository, memory.blobs);
  return {
    list: async () => [...tree.files.keys()],
    read: (paths) => readTexts(tree, paths, blobs, notices),
    unread: () => [...notices.values()],
  };
}

import { z } from 'zod';
import { type Cache, createCache } from './cache.js';
import { type GitHub, get, type Repository } from './client.js';

/** A file of a commit: its content's hash and size. */
export interface TreeFile {
  readonly oid: string;
  readonly size: number;
}

export interface Tree {
  /** By path. Symbolic links and submodules are no files. */
  readonly files: ReadonlyMap<string, TreeFile>;
  /** GitHub did not list all of it. */
  readonly truncated: boolean;
}

const treeShape = z.object({
  truncated: z.boolean(),
  tree: z.array(
    z.object({
      path: z.string(),
      mode: z.string(),
      type: z.string(),
      sha: z.string(),
      size: z.number().optional(),
    }),
  ),
});

const symbolicLink = '120000';

/** Files kept in memory for all trees together. */
const mostFiles = 500_000;

export function createTreeCache(): Cache<Tree> {
  return createCache<Tree>(mostFiles);
}

/** All files of one commit, listed in one call and remembered: a commit's tree never changes. */
export async function readTree(
  github: GitHub,
  repository: Repository,
  commit: string,
  cache: Cache<Tree>,
): Promise<Tree> {
  const key = `${repository.owner}/${repository.repo}@${commit}`;
  const held = cache.get(key);
  if (held !== undefined) return held;
  const { owner, repo } = repository;
  const listed = await get(
    github,
    '/repos/{owner}/{repo}/git/trees/{tree_sha}',
    { owner, repo, tree_sha: commit, recursive: '1' },
    treeShape,
  );
  const files = new Map<string, TreeFile>();
  for (const { path, mode, type, sha, size = 0 } of listed.tree) {
    if (type === 'blob' && mode !== symbolicLink) files.set(path, { oid: sha, size });
  }
  const tree = { files, truncated: listed.truncated };
  cache.set(key, tree, files.size + 1);
  return tree;
}

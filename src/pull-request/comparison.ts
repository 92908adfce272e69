import { z } from 'zod';
import { type GitHub, get, getAll, type Repository } from './client.js';
import type { ChangedFile } from './pull-request.js';
import type { Tree } from './trees.js';

/** What to compare: a pull request, or an entry of the merge queue, which has no number. */
export interface Compared {
  readonly number: number | undefined;
  /** A commit, or the base branch as `refs/heads/...`: then its tip. */
  readonly base: string;
  readonly head: string;
}

export interface Comparison {
  readonly mergeBase: string;
  readonly files: readonly ChangedFile[];
  /** Some changed files are missing from `files`. */
  readonly isPartial: boolean;
}

const fileShape = z.object({
  filename: z.string(),
  previous_filename: z.string().optional(),
  status: z.enum(['added', 'removed', 'modified', 'renamed', 'copied', 'changed', 'unchanged']),
  patch: z.string().optional(),
});

const comparisonShape = z.object({
  merge_base_commit: z.object({ sha: z.string() }),
  files: z.array(fileShape).optional(),
});

/** GitHub lists no more files than these: https://docs.github.com/en/rest/commits/commits#compare-two-commits */
const mostCompared = 300;
/** https://docs.github.com/en/rest/pulls/pulls#list-pull-requests-files */
const mostListed = 3000;

/** The merge base and the changed files; longer lists come from the pull request's own list. */
export async function compare(
  github: GitHub,
  repository: Repository,
  { number, base, head }: Compared,
): Promise<Comparison> {
  const { owner, repo } = repository;
  const parameters = { owner, repo, basehead: `${base}...${head}`, per_page: 1, page: 1 };
  const compared = await get(github, '/repos/{owner}/{repo}/compare/{basehead}', parameters, comparisonShape);
  const mergeBase = compared.merge_base_commit.sha;
  const files = compared.files ?? [];
  if (files.length < mostCompared || number === undefined) {
    return { mergeBase, files: files.flatMap(toChanged), isPartial: files.length >= mostCompared };
  }
  const listed = await getAll(
    github,
    '/repos/{owner}/{repo}/pulls/{pull_number}/files',
    { owner, repo, pull_number: number },
    { shape: fileShape, most: mostListed },
  );
  return { mergeBase, files: listed.flatMap(toChanged), isPartial: listed.length >= mostListed };
}

function toChanged({ filename, previous_filename, status, patch }: z.infer<typeof fileShape>): readonly ChangedFile[] {
  if (status === 'unchanged') return [];
  const renamed = status === 'renamed' && previous_filename !== undefined;
  const plain = status === 'copied' ? 'added' : status === 'changed' || status === 'renamed' ? 'modified' : status;
  return [
    {
      path: filename,
      status: renamed ? 'renamed' : plain,
      ...(renamed && { previousPath: previous_filename }),
      ...(patch !== undefined && { patch }),
    },
  ];
}

/** The changed files that a partial list lacks, by comparing the trees; their patches are unknown. */
export function unlistedChanges(listed: readonly ChangedFile[], base: Tree, head: Tree): readonly ChangedFile[] {
  const known = new Set(listed.flatMap(({ path, previousPath }) => [path, previousPath ?? path]));
  const written = [...head.files].flatMap(([path, { oid }]): readonly ChangedFile[] => {
    const before = base.files.get(path);
    if (known.has(path) || before?.oid === oid) return [];
    return [{ path, status: before === undefined ? 'added' : 'modified' }];
  });
  const removed = [...base.files.keys()].filter((path) => !head.files.has(path) && !known.has(path));
  return [...written, ...removed.map((path): ChangedFile => ({ path, status: 'removed' }))];
}

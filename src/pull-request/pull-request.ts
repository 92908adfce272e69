import type { Notice } from '../findings/notice.js';

export type Side = 'base' | 'head';

export interface ChangedFile {
  /** In the head; of a removed file, in the base. */
  readonly path: string;
  readonly previousPath?: string;
  readonly status: 'added' | 'modified' | 'removed' | 'renamed';
  /** The hunks as GitHub lists them, beginning with `@@`; absent for binary and very large files. */
  readonly patch?: string;
}

/** A change between two commits: the merge base and the head. GitHub answers it in the app, a git checkout on the command line. */
export interface PullRequest {
  readonly changedFiles: readonly ChangedFile[];
  /** GitHub did not list every changed file. */
  readonly truncated: boolean;
  /** Every path of the tree. */
  readonly list: (side: Side) => Promise<readonly string[]>;
  /** The texts of files; one that does not exist, is not text or is too large is left out. */
  readonly read: (side: Side, paths: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** What exists but could not be read so far, and why. */
  readonly unread: (side: Side) => readonly Notice[];
}

/** The change without files that are not judged: what it does to them is nobody's affair. */
export function withoutExcluded(pull: PullRequest, isExcluded: (path: string) => boolean): PullRequest {
  const isJudged = ({ path, previousPath = path }: ChangedFile) => !isExcluded(path) || !isExcluded(previousPath);
  return { ...pull, changedFiles: pull.changedFiles.filter(isJudged) };
}

/** Every path that the change names, on either side. */
export function near({ changedFiles }: PullRequest): readonly string[] {
  return [...new Set(changedFiles.flatMap(({ path, previousPath }) => [path, previousPath ?? path]))];
}

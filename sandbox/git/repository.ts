import { mkdir } from 'node:fs/promises';
import { type GitDirectory, git, gitLine, gitLines, run } from './process.js';

/** The tree of a commit without any file: what the first commit is compared with. */
export const emptyTree = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

export interface Ref {
  readonly name: string;
  readonly sha: string;
}

export async function createRepository(directory: GitDirectory, branch: string): Promise<void> {
  await mkdir(directory, { recursive: true });
  await run(['init', '-q', '--bare', `--initial-branch=${branch}`, directory]);
}

export async function cloneRepository(from: GitDirectory, to: GitDirectory): Promise<void> {
  await run(['clone', '-q', '--bare', from, to]);
}

/** Brings objects of another repository under a ref of this one, as a pull request from a fork does. */
export async function fetchRef(directory: GitDirectory, from: GitDirectory, refspec: string): Promise<void> {
  await git(directory, ['fetch', '-q', '--no-tags', from, refspec]);
}

function candidates(ref: string): readonly string[] {
  if (/^[0-9a-f]{7,40}$/.test(ref)) return [ref, `refs/heads/${ref}`];
  if (ref.startsWith('refs/') || ref === 'HEAD') return [ref];
  return [`refs/heads/${ref}`, `refs/tags/${ref}`, `refs/${ref}`];
}

/** The commit that a branch, a tag, a ref or a hash names. */
export async function resolveCommit(directory: GitDirectory, ref: string): Promise<string | undefined> {
  if (ref === '' || /^-|[\s~^:?*[\\]|\.\./.test(ref)) return undefined;
  for (const candidate of candidates(ref)) {
    const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${candidate}^{commit}`];
    const { code, bytes } = await git(directory, args, { accept: [0, 1, 128] });
    if (code === 0) return bytes.toString().trim();
  }
  return undefined;
}

export async function setRef(directory: GitDirectory, ref: string, sha: string): Promise<void> {
  await git(directory, ['update-ref', ref, sha]);
}

export async function listRefs(directory: GitDirectory, prefix: string): Promise<readonly Ref[]> {
  const lines = await gitLines(directory, ['for-each-ref', '--format=%(refname) %(objectname)', prefix]);
  return lines.map((line) => {
    const [name = '', sha = ''] = line.split(' ');
    return { name, sha };
  });
}

export async function mergeBase(directory: GitDirectory, a: string, b: string): Promise<string | undefined> {
  const { code, bytes } = await git(directory, ['merge-base', a, b], { accept: [0, 1] });
  return code === 0 ? bytes.toString().trim() : undefined;
}

/** The commits of a range, newest first. */
export async function listCommits(directory: GitDirectory, range: string): Promise<readonly string[]> {
  return gitLines(directory, ['rev-list', range]);
}

/** The tree that merging two commits gives, or nothing when they conflict. */
export async function mergedTree(directory: GitDirectory, base: string, head: string): Promise<string | undefined> {
  const { code, bytes } = await git(directory, ['merge-tree', '--write-tree', base, head], { accept: [0, 1] });
  return code === 0 ? (bytes.toString().split('\n')[0] ?? '').trim() : undefined;
}

export async function treeOf(directory: GitDirectory, commit: string): Promise<string> {
  return gitLine(directory, ['rev-parse', `${commit}^{tree}`]);
}

import { mkdir } from 'node:fs/promises';
import { type Git, openGit } from './git.js';
import { run } from './process.js';

/** The tree of a commit without any file: what the first commit is compared with. */
export const emptyTree = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

export interface Ref {
  readonly name: string;
  readonly sha: string;
}

export async function createGit(directory: string, branch: string): Promise<Git> {
  await mkdir(directory, { recursive: true });
  await run(['init', '-q', '--bare', `--initial-branch=${branch}`, directory]);
  return openGit(directory);
}

export async function cloneGit(from: Git, directory: string): Promise<Git> {
  await run(['clone', '-q', '--bare', from.directory, directory]);
  return openGit(directory);
}

/** Brings objects of another repository under a ref of this one, as a pull request from a fork does. */
export async function fetchRef(git: Git, from: Git, refspec: string): Promise<void> {
  await git.run(['fetch', '-q', '--no-tags', from.directory, refspec]);
}

function candidates(ref: string): readonly string[] {
  if (/^[0-9a-f]{7,40}$/.test(ref)) return [ref, `refs/heads/${ref}`];
  if (ref.startsWith('refs/') || ref === 'HEAD') return [ref];
  return [`refs/heads/${ref}`, `refs/tags/${ref}`, `refs/${ref}`];
}

/** The commit that a branch, a tag, a ref or a hash names. */
export async function resolveCommit(git: Git, ref: string): Promise<string | undefined> {
  if (ref === '' || /^-|[\s~^:?*[\\]|\.\./.test(ref)) return undefined;
  for (const candidate of candidates(ref)) {
    const found = await git.ask(`${candidate}^{commit}`);
    if (found !== undefined) return found.sha;
  }
  return undefined;
}

export async function setRef(git: Git, ref: string, sha: string): Promise<void> {
  await git.run(['update-ref', ref, sha]);
}

export async function listRefs(git: Git, prefix: string): Promise<readonly Ref[]> {
  const text = await git.text(['for-each-ref', '--format=%(refname) %(objectname)', prefix]);
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [name = '', sha = ''] = line.split(' ');
      return { name, sha };
    });
}

/** The newest commit that both come from. */
export function mergeBase(git: Git, a: string, b: string): Promise<string | undefined> {
  return git.remember(`merge-base ${a} ${b}`, async () => {
    const { code, bytes } = await git.run(['merge-base', a, b], { accept: [0, 1] });
    return code === 0 ? bytes.toString().trim() : undefined;
  });
}

/** The commits of `to` that are not in `from`, newest first. */
export function listCommits(git: Git, from: string, to: string): Promise<readonly string[]> {
  return git.remember(`commits ${from} ${to}`, async () => {
    const text = await git.text(['rev-list', `${from}..${to}`]);
    return text.split('\n').filter((line) => line !== '');
  });
}

/** The tree that merging two commits gives, or nothing when they conflict. */
export async function mergedTree(git: Git, base: string, head: string): Promise<string | undefined> {
  const { code, bytes } = await git.run(['merge-tree', '--write-tree', base, head], { accept: [0, 1] });
  return code === 0 ? (bytes.toString().split('\n')[0] ?? '').trim() : undefined;
}

export async function treeOf(git: Git, commit: string): Promise<string> {
  const found = await git.ask(`${commit}^{tree}`);
  if (found === undefined) throw new Error(`There is no commit ${commit}.`);
  return found.sha;
}

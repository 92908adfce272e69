import type { Git } from './git.js';
import type { GitObject } from './reader.js';

export interface TreeEntry {
  readonly path: string;
  readonly mode: string;
  readonly type: string;
  readonly sha: string;
  readonly size?: number;
}

export interface Signature {
  readonly name: string;
  readonly email: string;
  readonly date: string;
}

export interface CommitFacts {
  readonly sha: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: Signature;
  readonly committer: Signature;
  readonly message: string;
}

function parseEntry(line: string): TreeEntry {
  const [meta = '', path = ''] = line.split('\t');
  const [mode = '', type = '', sha = '', size = '-'] = meta.split(/\s+/);
  return size === '-' ? { path, mode, type, sha } : { path, mode, type, sha, size: Number(size) };
}

export interface Listing {
  readonly recursive?: boolean;
  readonly path?: string;
}

export async function listTree(git: Git, treeish: string, listing: Listing = {}): Promise<readonly TreeEntry[]> {
  const depth = listing.recursive === true ? ['-r', '-t'] : [];
  const path = listing.path === undefined ? [] : ['--', listing.path];
  const printed = await git.text(['ls-tree', '-z', '-l', '--full-tree', ...depth, treeish, ...path]);
  return printed
    .split('\0')
    .filter((line) => line !== '')
    .map(parseEntry);
}

/** What stands at a path of a commit: a file, a folder, a link or a submodule. */
export async function entryAt(git: Git, commit: string, path: string): Promise<TreeEntry | undefined> {
  const entries = await listTree(git, commit, { path: path.replace(/\/+$/, '') });
  return entries[0];
}

/** A blob by its hash. */
export async function readBlob(git: Git, sha: string): Promise<Buffer | undefined> {
  const found = await git.ask(sha);
  return found?.type === 'blob' ? found.bytes : undefined;
}

/** A file at a commit, or nothing when no file stands there. */
export async function fileAt(git: Git, commit: string, path: string): Promise<GitObject | undefined> {
  const found = await git.ask(`${commit}:${path}`);
  return found?.type === 'blob' ? found : undefined;
}

function signatureOf(line: string): Signature {
  const [, name = '', email = '', seconds = '0'] = /^\w+ (.*) <(.*)> (\d+) /.exec(line) ?? [];
  return { name, email, date: new Date(Number(seconds) * 1000).toISOString().replace('.000', '') };
}

export async function readCommit(git: Git, sha: string): Promise<CommitFacts> {
  const found = await git.ask(sha);
  if (found?.type !== 'commit') throw new Error(`There is no commit ${sha}.`);
  const [head = '', ...message] = found.bytes.toString('utf8').split('\n\n');
  const lines = head.split('\n');
  const after = (word: string) => lines.filter((line) => line.startsWith(`${word} `));
  return {
    sha: found.sha,
    tree: (after('tree')[0] ?? '').slice('tree '.length),
    parents: after('parent').map((line) => line.slice('parent '.length)),
    author: signatureOf(after('author')[0] ?? ''),
    committer: signatureOf(after('committer')[0] ?? ''),
    message: message.join('\n\n').replace(/\n+$/, ''),
  };
}

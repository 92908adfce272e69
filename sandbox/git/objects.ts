import { type GitDirectory, git, gitLine, gitText } from './process.js';

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

export async function listTree(
  directory: GitDirectory,
  treeish: string,
  listing: Listing = {},
): Promise<readonly TreeEntry[]> {
  const depth = listing.recursive === true ? ['-r', '-t'] : [];
  const path = listing.path === undefined ? [] : ['--', listing.path];
  const printed = await gitText(directory, ['ls-tree', '-z', '-l', '--full-tree', ...depth, treeish, ...path]);
  return printed
    .split('\0')
    .filter((line) => line !== '')
    .map(parseEntry);
}

export async function entryAt(directory: GitDirectory, commit: string, path: string): Promise<TreeEntry | undefined> {
  const entries = await listTree(directory, commit, { path: path.replace(/\/+$/, '') });
  return entries[0];
}

export async function objectType(directory: GitDirectory, sha: string): Promise<string | undefined> {
  const { code, bytes } = await git(directory, ['cat-file', '-t', sha], { accept: [0, 128] });
  return code === 0 ? bytes.toString().trim() : undefined;
}

export async function blobSize(directory: GitDirectory, sha: string): Promise<number> {
  return Number(await gitLine(directory, ['cat-file', '-s', sha]));
}

export async function readBlob(directory: GitDirectory, sha: string): Promise<Buffer> {
  return (await git(directory, ['cat-file', 'blob', sha])).bytes;
}

/** A file's bytes at a commit, or nothing when no file stands there. */
export async function readFileAt(directory: GitDirectory, commit: string, path: string): Promise<Buffer | undefined> {
  const entry = await entryAt(directory, commit, path);
  return entry?.type === 'blob' ? readBlob(directory, entry.sha) : undefined;
}

function signature(name = '', email = '', date = ''): Signature {
  return { name, email, date: new Date(date).toISOString().replace('.000', '') };
}

export async function readCommit(directory: GitDirectory, sha: string): Promise<CommitFacts> {
  const format = '--format=%H%x00%T%x00%P%x00%an%x00%ae%x00%aI%x00%cn%x00%ce%x00%cI%x00%B';
  const fields = (await gitText(directory, ['show', '-s', format, sha])).split('\0');
  const [id = '', tree = '', parents = '', an, ae, ad, cn, ce, cd, message = ''] = fields;
  return {
    sha: id,
    tree,
    parents: parents === '' ? [] : parents.split(' '),
    author: signature(an, ae, ad),
    committer: signature(cn, ce, cd),
    message: message.replace(/\n+$/, ''),
  };
}

import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { type GitDirectory, git, gitLine } from './process.js';

/** Paths and their new contents; `null` deletes. */
export type Files = Readonly<Record<string, string | Buffer | null>>;

export interface TreeChange {
  readonly files: Files;
  /** What the files are laid over; nothing gives a tree of these files alone. */
  readonly over?: string;
}

export interface CommitDraft {
  readonly tree: string;
  readonly parents: readonly string[];
  readonly message: string;
  readonly author?: { readonly name: string; readonly email: string };
}

const noObject = '0'.repeat(40);

async function indexLine(directory: GitDirectory, file: string, content: string | Buffer | null): Promise<string> {
  if (content === null) return `0 ${noObject}\t${file}\0`;
  const sha = await gitLine(directory, ['hash-object', '-w', '--stdin'], { input: content });
  return `100644 ${sha}\t${file}\0`;
}

async function indexLines(directory: GitDirectory, files: Files): Promise<string> {
  const entries = Object.entries(files);
  const lines: string[] = [];
  for (let at = 0; at < entries.length; at += 16) {
    const some = entries.slice(at, at + 16);
    lines.push(...(await Promise.all(some.map(([file, content]) => indexLine(directory, file, content)))));
  }
  return lines.join('');
}

/** Writes a tree without a working copy and answers its hash. */
export async function writeTree(directory: GitDirectory, change: TreeChange): Promise<string> {
  const index = path.join(directory, `index-${randomUUID()}`);
  const environment = { GIT_INDEX_FILE: index };
  try {
    if (change.over !== undefined) await git(directory, ['read-tree', change.over], { environment });
    const input = await indexLines(directory, change.files);
    await git(directory, ['update-index', '-z', '--index-info'], { environment, input });
    return await gitLine(directory, ['write-tree'], { environment });
  } finally {
    await rm(index, { force: true });
  }
}

export async function writeCommit(directory: GitDirectory, draft: CommitDraft): Promise<string> {
  const { name, email } = draft.author ?? { name: 'dev', email: 'dev@users.noreply.example.com' };
  const parents = draft.parents.flatMap((parent) => ['-p', parent]);
  return gitLine(directory, ['commit-tree', draft.tree, ...parents, '-F', '-'], {
    input: draft.message,
    environment: {
      GIT_AUTHOR_NAME: name,
      GIT_AUTHOR_EMAIL: email,
      GIT_COMMITTER_NAME: name,
      GIT_COMMITTER_EMAIL: email,
    },
  });
}

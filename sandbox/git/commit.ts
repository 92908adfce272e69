import type { Git } from './git.js';

/** Paths and their new contents; `null` deletes. */
export type Files = Readonly<Record<string, string | Buffer | null>>;

export interface CommitDraft {
  /** The branch that the commit is put on: `refs/heads/main`. */
  readonly ref: string;
  readonly files: Files;
  readonly message: string;
  readonly author: { readonly name: string; readonly email: string };
  /** Nothing for the first commit of a repository. */
  readonly parent: string | undefined;
}

/** A path in a command for git: quoted, so that no character of it means anything. */
function quoted(path: string): string {
  return `"${path.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;
}

function fileCommand([path, content]: readonly [string, string | Buffer | null]): Buffer {
  if (content === null) return Buffer.from(`D ${quoted(path)}\n`);
  const bytes = Buffer.from(content as string);
  const head = `M 100644 inline ${quoted(path)}\ndata ${bytes.length}\n`;
  return Buffer.concat([Buffer.from(head), bytes, Buffer.from('\n')]);
}

/** Puts one commit on a branch, whatever the number of its files, and answers its hash. */
export async function commitFiles(git: Git, draft: CommitDraft): Promise<string> {
  const { ref, parent, message, author } = draft;
  const person = `${author.name} <${author.email}> ${Math.floor(Date.now() / 1000)} +0000`;
  const head = [
    `commit ${ref}`,
    'mark :1',
    `author ${person}`,
    `committer ${person}`,
    `data ${Buffer.byteLength(message)}`,
    message,
    ...(parent === undefined ? [] : [`from ${parent}`]),
    '',
  ];
  const commands = Object.entries(draft.files).map(fileCommand);
  const input = Buffer.concat([Buffer.from(head.join('\n')), ...commands, Buffer.from('\nget-mark :1\ndone\n')]);
  return (await git.text(['fast-import', '--quiet', '--force', '--done'], { input })).trim();
}

/** A merge commit that no branch holds. */
export async function commitTree(git: Git, tree: string, parents: readonly string[], message: string): Promise<string> {
  const args = parents.flatMap((parent) => ['-p', parent]);
  return (await git.text(['commit-tree', tree, ...args, '-F', '-'], { input: message })).trim();
}

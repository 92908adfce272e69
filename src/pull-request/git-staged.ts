import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { NoChange } from './git-checkout.js';

const run = promisify(execFile);

/** Nobody made this commit: it is in no branch, and git collects it some day. */
const nobody = ['-c', 'user.name=postern', '-c', 'user.email=postern@localhost'];

/** What the index holds, as a commit on top of HEAD: what `git commit` would make. No branch moves. */
export async function stagedCommit(directory: string): Promise<string> {
  const git = async (...args: readonly string[]) => {
    const { stdout } = await run('git', [...nobody, '-C', directory, ...args]);
    return stdout.trim();
  };
  const tree = await git('write-tree').catch(() => {
    throw new NoChange(`What is staged in ${directory} is no tree yet: resolve the conflicts first.`);
  });
  return git('commit-tree', '--no-gpg-sign', '-p', 'HEAD', '-m', 'staged', tree).catch(() => {
    throw new NoChange(`${directory} has no commit yet to compare what is staged with; use postern scan.`);
  });
}

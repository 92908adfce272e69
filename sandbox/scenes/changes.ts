import { type ChangedFile, changedFiles } from '../git/diff.js';
import type { Limits } from '../limits.data.js';
import type { Repository, World } from '../world.js';

/** GitHub leaves the patch of a large file out. */
function withoutLargePatch(limits: Limits, file: ChangedFile): ChangedFile {
  const { patch, ...rest } = file;
  if (patch === undefined) return file;
  const lines = file.additions + file.deletions;
  return Buffer.byteLength(patch) > limits.patchBytes || lines > limits.patchLines ? rest : file;
}

/** The files that differ between two commits, with GitHub's limits on patches. */
export async function changesBetween(
  world: World,
  repository: Repository,
  from: string,
  to: string,
): Promise<readonly ChangedFile[]> {
  const files = await changedFiles(repository.git, from, to);
  return files.map((file) => withoutLargePatch(world.limits, file));
}

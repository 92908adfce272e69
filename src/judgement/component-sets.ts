import type { ComponentSet } from '../dependencies/component.js';
import { componentSets, formatsOf } from '../dependencies/component-set.js';
import type { HeldFiles } from '../stacks/files.js';
import type { Fetch } from '../stacks/read.js';

/** One commit's files, how to get more, and the manifests and lockfiles to judge in it. */
export interface ComponentSide {
  readonly files: HeldFiles;
  readonly fetch: Fetch;
  /** Which those are may depend on files that are still to come: ask again when they have. */
  readonly paths: () => readonly string[];
}

/** The paths that are manifests or lockfiles. */
export function componentPaths(paths: readonly string[]): readonly string[] {
  return paths.filter((path) => formatsOf(path).length > 0);
}

/** Files of files: a chain of includes longer than this ends unread. */
const mostRounds = 6;

/** The component sets of some files, with every file that they turn out to need. */
export async function readSets({ files, fetch, paths }: ComponentSide): Promise<readonly ComponentSet[]> {
  await complete(files, fetch, paths());
  for (let round = 0; ; round += 1) {
    const misses = files.misses();
    const sets = componentSets(paths(), files);
    if (files.misses() === misses || round === mostRounds) return sets;
    await complete(files, fetch, files.wanted());
  }
}

async function complete(files: HeldFiles, fetch: Fetch, paths: readonly string[]): Promise<void> {
  const missing = paths.filter((path) => !files.texts.has(path));
  if (missing.length > 0) files.add(await fetch(missing), missing);
}

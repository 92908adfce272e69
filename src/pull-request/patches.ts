import { type FilePatch, type Patch, type Patches, parseFilePatch, patchBetween } from '../diff/patch.js';
import type { PullRequest } from './pull-request.js';

type Changed = Pick<PullRequest, 'changedFiles'>;

/** Former paths by new ones. */
export function renamesIn({ changedFiles }: Changed): ReadonlyMap<string, string> {
  return new Map(changedFiles.flatMap(({ path, previousPath }) => (previousPath ? [[path, previousPath]] : [])));
}

/** Texts of files on both sides. */
export interface Texts {
  readonly base: ReadonlyMap<string, string>;
  readonly head: ReadonlyMap<string, string>;
}

/** Each changed file's patch under its paths on both sides; computed where GitHub left it out. */
export function patchesIn({ changedFiles }: Changed, { base, head }: Texts): Patches {
  const patches = new Map<string, FilePatch>();
  for (const { path, previousPath, patch: listed } of changedFiles) {
    const basePath = previousPath ?? path;
    const patch = listed === undefined ? between(base.get(basePath), head.get(path)) : parseFilePatch(listed);
    if (patch === undefined) continue;
    patches.set(path, { patch, basePath });
    if (!patches.has(basePath)) patches.set(basePath, { patch, basePath });
  }
  return patches;
}

function between(base: string | undefined, head: string | undefined): Patch | undefined {
  return base === undefined && head === undefined ? undefined : patchBetween(base ?? '', head ?? '');
}

/** The head's path of a file of the base. */
export function headPathIn(pull: Changed): (basePath: string) => string {
  const heads = new Map([...renamesIn(pull)].map(([head, base]) => [base, head]));
  return (path) => heads.get(path) ?? path;
}

/** Patches of changed files by their paths in the head, as far as there are any. */
export function headPatches(
  { changedFiles }: Changed,
  patchOf: (file: PullRequest['changedFiles'][number]) => Patch | undefined,
): ReadonlyMap<string, Patch> {
  return new Map(
    changedFiles.flatMap((file) => {
      const patch = patchOf(file);
      return patch === undefined ? [] : [[file.path, patch] as const];
    }),
  );
}

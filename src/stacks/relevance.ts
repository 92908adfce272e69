import { formatsOf } from '../dependencies/component-set.js';
import { isSetting } from '../dependencies/touched.js';
import type { LazyFramework } from '../frameworks/framework.js';
import { frameworks } from '../frameworks/frameworks.js';
import { built, inFolders, installed, synthesised } from '../model/folders.js';
import { otherTools } from './not-read.data.js';

const code = /\.(js|mjs|cjs|jsx|ts|mts|cts|tsx|py|go|java|kt|cs|fs|rb|rs|php|sh|vtl|graphql|sql|toml|xml|ini|cfg)$/i;
/** What packages and images leave out. */
const ignoring = /(?:^|\/)\.(?:gcloud|docker|npm)ignore$|\.dockerignore$/;
/** Paths that belong to no stack, whatever they contain: installed, synthesised or built. */
export const isSilent = inFolders(installed, synthesised, built, ['.git']);

/** A change to this file can change what a stack declares or ships. */
export function isRelevant(path: string): boolean {
  if (isSilent(path)) return false;
  const isRead =
    entriesOf([path]).length > 0 ||
    code.test(path) ||
    ignoring.test(path) ||
    formatsOf(path).length > 0 ||
    isSetting(path);
  return isRead || otherTools.some(({ project }) => project.test(path));
}

/** A file or folder that may start a stack, and the frameworks that would read it. */
export interface Entry {
  readonly path: string;
  readonly frameworks: readonly LazyFramework[];
}

/** The stacks that files could start, each once, over all frameworks. */
export function entriesOf(paths: readonly string[]): readonly Entry[] {
  const found = new Map<string, LazyFramework[]>();
  for (const path of paths) {
    if (isSilent(path)) continue;
    for (const framework of frameworks) {
      const entry = framework.entryOf(path);
      if (entry === undefined) continue;
      const readers = found.get(entry) ?? [];
      if (!readers.includes(framework)) found.set(entry, [...readers, framework]);
    }
  }
  return [...found].map(([path, readers]) => ({ path, frameworks: readers }));
}

/** A name that stacks usually have, as their framework says: read even when it stands in no folder above the change. */
export function hasLikelyName(path: string): boolean {
  return frameworks.some(({ hasUsualName }) => hasUsualName?.(path) === true);
}

import { folderOf } from '../model/path.js';
import { type Entry, entriesOf, hasLikelyName, isRelevant } from './relevance.js';

/** Stacks far from the change that are looked into all the same, at most. */
const mostDistant = 200;

/**
 * The stacks that a change may touch: those that changed files start, those in the folders above changed files, and
 * those with a usual name anywhere (nearest first, bounded). Whether one is touched is known once it was read.
 */
export function candidateEntries(tree: readonly string[], changed: readonly string[]): readonly Entry[] {
  const relevant = changed.filter(isRelevant);
  if (relevant.length === 0) return [];
  const above = new Set(relevant.flatMap(foldersAbove));
  const present = new Set(tree);
  const near: string[] = [];
  const far: string[] = [];
  for (const path of tree) {
    if (above.has(folderOf(path))) near.push(path);
    else if (hasLikelyName(path)) far.push(path);
  }
  far.sort((a, b) => depth(a) - depth(b) || a.localeCompare(b));
  const own = relevant.filter((path) => present.has(path));
  return entriesOf([...own, ...near, ...far.slice(0, mostDistant)]);
}

function foldersAbove(path: string): readonly string[] {
  const folders: string[] = [];
  for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder)) folders.push(folder);
  return [...folders, ''];
}

function depth(path: string): number {
  return path.split('/').length;
}

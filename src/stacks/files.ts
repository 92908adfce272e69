import type { Files } from '../model/files.js';

/** The files of one commit that are at hand, and what was asked for and is not yet. */
export interface HeldFiles extends Files {
  /** Paths that were read although they are not at hand; only paths of the tree. */
  readonly wanted: () => readonly string[];
  /** How many reads so far found a file not at hand. */
  readonly misses: () => number;
  /** Paths of the tree that were asked for and did not come. */
  readonly missing: () => readonly string[];
  readonly add: (texts: ReadonlyMap<string, string>, asked: readonly string[]) => void;
  readonly texts: ReadonlyMap<string, string>;
}

/** Holds the texts of a tree as they arrive. A path outside of `list` reads as undefined and is never wanted. */
export function holdFiles(list: readonly string[]): HeldFiles {
  const known = new Set(list);
  const sorted = [...known].sort();
  const texts = new Map<string, string>();
  const wanted = new Set<string>();
  const answered = new Set<string>();
  let misses = 0;
  return {
    list: () => sorted,
    read: (path) => {
      const text = texts.get(path);
      if (text === undefined && known.has(path) && !answered.has(path)) {
        wanted.add(path);
        misses += 1;
      }
      return text;
    },
    wanted: () => [...wanted],
    misses: () => misses,
    missing: () => [...answered].filter((path) => known.has(path) && !texts.has(path)),
    add: (arrived, asked) => {
      for (const path of asked) {
        answered.add(path);
        wanted.delete(path);
      }
      for (const [path, text] of arrived) texts.set(path, text);
    },
    texts,
  };
}

/** The same files with other texts for some paths. */
export function overlay(files: Files, changed: ReadonlyMap<string, string>): Files {
  return { list: files.list, read: (path) => changed.get(path) ?? files.read(path) };
}

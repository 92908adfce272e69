import { indexLines } from './findings/lines.js';
import type { HeldFiles } from './stacks/files.js';

/** How much was looked at: every output ends with it. */
export interface ReviewStats {
  readonly stacks: number;
  readonly files: number;
  readonly lines: number;
  /** Values that only the deployment knows. */
  readonly unresolved: number;
  readonly milliseconds: number;
}

/** What one stack was read from, and the reasons of what stayed unresolved in it. */
export interface ReadExtent {
  readonly files: readonly string[];
  readonly unresolved: readonly string[];
}

/** Counts stacks, files, lines and unresolved values; time since `started`. */
export function statsOf(stacks: readonly ReadExtent[], { texts }: HeldFiles, started: number): ReviewStats {
  const read = [...new Set(stacks.flatMap(({ files }) => files))].flatMap((path) => texts.get(path) ?? []);
  return {
    stacks: stacks.length,
    files: read.length,
    lines: read.reduce((sum, text) => sum + indexLines(text).starts.length, 0),
    unresolved: stacks.reduce((sum, { unresolved }) => sum + unresolved.length, 0),
    milliseconds: Date.now() - started,
  };
}

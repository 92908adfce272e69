import { countLines } from './lines.js';

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

/** Counts stacks, files (`besides`: manifests and lockfiles), lines and unresolved values; time since `started`. */
export function statsOf(
  { stacks, besides }: { readonly stacks: readonly ReadExtent[]; readonly besides: readonly string[] },
  { texts }: { readonly texts: ReadonlyMap<string, string> },
  started: number,
): ReviewStats {
  const read = [...new Set([...stacks.flatMap(({ files }) => files), ...besides])].flatMap(
    (path) => texts.get(path) ?? [],
  );
  return {
    stacks: stacks.length,
    files: read.length,
    lines: read.reduce((sum, text) => sum + countLines(text), 0),
    unresolved: stacks.reduce((sum, { unresolved }) => sum + unresolved.length, 0),
    milliseconds: Date.now() - started,
  };
}

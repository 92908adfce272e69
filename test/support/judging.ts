import { adviseNothing, type Judge } from '../../src/judgement/judge.js';
import { catalogue } from '../../src/policies/catalogue.js';
import type { ChangedFile, PullRequest } from '../../src/pull-request/pull-request.js';
import { type Review, review } from '../../src/review.js';
import { type Scan, scan } from '../../src/scan.js';
import { settingsSchema } from '../../src/settings/schema.js';
import type { Settings } from '../../src/settings/settings.js';

/** The day on which all tests judge. */
export const testDate = '2026-11-25';

/** All policies with the numbers set that parameter fixes need. */
export function judge(settings: Partial<Settings> = {}): Judge {
  const given = settingsSchema.parse({ defaults: { reservedConcurrency: 50, throttle: { rate: 100, burst: 200 } } });
  return { policies: catalogue, settings: { ...given, ...settings }, date: testDate, advise: adviseNothing };
}

/** Scans a repository given as texts. */
export function scanFiles(files: ReadonlyMap<string, string>, by: Judge = judge()): Promise<Scan> {
  return scan([...files.keys()], async () => files, by);
}

/** A change given as the texts before and after. Renames are stated as `[from, to]`. */
export function pullRequest(
  base: ReadonlyMap<string, string>,
  head: ReadonlyMap<string, string>,
  renames: readonly (readonly [string, string])[] = [],
): PullRequest {
  const sides = { base, head };
  return {
    changedFiles: changedFiles(base, head, new Map(renames.map(([from, to]) => [to, from]))),
    truncated: false,
    list: async (side) => [...sides[side].keys()],
    read: async (side, paths) =>
      new Map(
        paths.flatMap((path) => {
          const text = sides[side].get(path);
          return text === undefined ? [] : [[path, text] as const];
        }),
      ),
    unread: () => [],
  };
}

function changedFiles(
  base: ReadonlyMap<string, string>,
  head: ReadonlyMap<string, string>,
  renames: ReadonlyMap<string, string>,
): readonly ChangedFile[] {
  const from = new Set(renames.values());
  const written = [...head].flatMap(([path, text]): readonly ChangedFile[] => {
    const previousPath = renames.get(path);
    if (previousPath !== undefined) return [{ path, previousPath, status: 'renamed' }];
    if (!base.has(path)) return [{ path, status: 'added' }];
    return base.get(path) === text ? [] : [{ path, status: 'modified' }];
  });
  const gone = [...base.keys()].filter((path) => !head.has(path) && !from.has(path));
  return [...written, ...gone.map((path): ChangedFile => ({ path, status: 'removed' }))];
}

/** Reviews a change given as texts. */
export function reviewFiles(
  base: ReadonlyMap<string, string>,
  head: ReadonlyMap<string, string>,
  by: Judge = judge(),
): Promise<Review> {
  return review(pullRequest(base, head), by);
}

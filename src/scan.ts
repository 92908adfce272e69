import { type Examined, examine, type Judge } from './examine.js';
import type { Finding } from './findings/finding.js';
import type { Notice } from './findings/notice.js';
import { withVerifiedFix } from './fixes/verify.js';
import { type ReviewStats, statsOf } from './review.js';
import { holdFiles } from './stacks/files.js';
import { type Fetch, prepareFrameworks, readStacks } from './stacks/read.js';
import { entriesOf } from './stacks/relevance.js';
import { trialOf } from './trial.js';

/** What a look at a whole tree says. */
export interface Scan {
  readonly findings: readonly Finding[];
  readonly notices: readonly Notice[];
  readonly stats: ReviewStats;
  /** Counts of values that only the deployment knows, by framework and reason. */
  readonly unresolved: ReadonlyMap<string, number>;
}

/** Every stack of a tree, each by itself, as it stands. */
export async function scan(tree: readonly string[], fetch: Fetch, judge: Judge): Promise<Scan> {
  const started = Date.now();
  await prepareFrameworks();
  const files = holdFiles(tree);
  const entries = entriesOf(tree);
  const present = new Set(tree);
  const first = entries.map(({ path }) => path).filter((path) => present.has(path));
  files.add(await fetch(first), first);
  const stacks = await readStacks(entries, files, fetch);
  const examined = stacks.map((stack) => examine(stack, files, judge));
  return {
    findings: examined.flatMap((one) => withVerifiedFixes(one, files, judge)),
    notices: examined.flatMap(({ notices }) => notices),
    stats: statsOf(stacks, { files }, started),
    unresolved: countUnresolved(examined),
  };
}

function withVerifiedFixes(examined: Examined, files: ReturnType<typeof holdFiles>, judge: Judge): readonly Finding[] {
  const trial = trialOf(examined, files, judge);
  return examined.findings.map((finding) => withVerifiedFix(finding, trial));
}

function countUnresolved(examined: readonly Examined[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { facts } of examined) {
    for (const { because } of facts.unresolved) {
      const key = `${facts.framework}: ${because}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return counts;
}

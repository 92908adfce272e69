import type { Found } from './findings/finding.js';
import { distinctNotices, type Notice } from './findings/notice.js';
import { type ReadExtent, type ReviewStats, statsOf } from './findings/stats.js';
import { withTriedFixes } from './fixes/tried.js';
import type { Trial } from './fixes/verify.js';
import { componentPaths } from './judgement/component-sets.js';
import { judgeShipped, shippingFunctions } from './judgement/components.js';
import { type CodeOf, type Examined, examine } from './judgement/examine.js';
import { readHandlers } from './judgement/handlers.js';
import type { Judge } from './judgement/judge.js';
import { trialOf } from './judgement/trial.js';
import type { Model } from './model/model.js';
import type { ShippingFunction } from './policies/components/shipping.js';
import { type HeldFiles, holdFiles } from './stacks/files.js';
import { type Fetch, type ReadStack, readStacks } from './stacks/read.js';
import { entriesOf, isSilent } from './stacks/relevance.js';

/** What a look at a whole tree says. */
export interface Scan {
  readonly findings: readonly Found[];
  readonly notices: readonly Notice[];
  readonly stats: ReviewStats;
}

/** Every stack of a tree, each by itself, as it stands. `watch` sees every model before it is let go. */
export async function scan(
  tree: readonly string[],
  fetch: Fetch,
  judge: Judge,
  watch?: (model: Model) => void,
): Promise<Scan> {
  const started = Date.now();
  const files = holdFiles(tree);
  const entries = entriesOf(tree);
  const present = new Set(tree);
  const first = entries.map(({ path }) => path).filter((path) => present.has(path));
  files.add(await fetch(first), first);
  const scanned: ScannedStack[] = [];
  for (const entry of entries) {
    const [stack] = await readStacks([entry], files, fetch);
    if (stack === undefined) continue;
    watch?.(stack.model);
    const [codeOf] = (await readHandlers([{ stacks: [stack], files, fetch, changed: 'all' }])) ?? [];
    scanned.push(scanStack(stack, files, judge, codeOf));
  }
  const head = { files, fetch, paths: componentPaths(tree.filter((path) => !isSilent(path))) };
  const shipped = await judgeShipped(
    {
      base: undefined,
      head,
      renames: new Map(),
      changed: new Set(head.paths),
      functions: scanned.flatMap(({ shipping }) => shipping),
    },
    judge,
  );
  return {
    findings: [...scanned.flatMap(({ findings }) => findings), ...shipped.findings],
    notices: distinctNotices([...scanned.flatMap(({ notices }) => notices), ...shipped.notices]),
    stats: statsOf({ stacks: scanned, besides: shipped.files }, files, started),
  };
}

/** What stays of a stack once it was judged: its model is let go. */
interface ScannedStack extends ReadExtent {
  readonly shipping: readonly ShippingFunction[];
  readonly findings: readonly Found[];
  readonly notices: readonly Notice[];
}

function scanStack(stack: ReadStack, files: HeldFiles, judge: Judge, codeOf?: CodeOf): ScannedStack {
  const examined = examine(stack, files, judge, { codeOf });
  const findings = withVerifiedFixes(examined, trialOf(examined, files, judge, { codeOf }));
  return {
    shipping: shippingFunctions(examined.facts),
    findings,
    notices: examined.notices,
    files: stack.files,
    unresolved: stack.model.unresolved.map(({ because }) => because),
  };
}

function withVerifiedFixes(examined: Examined, trial: Trial): readonly Found[] {
  return withTriedFixes(examined.findings, trial);
}

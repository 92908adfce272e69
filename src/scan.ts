import { inGroups } from './findings/allowance.js';
import type { Found } from './findings/finding.js';
import { distinctNotices, type Notice } from './findings/notice.js';
import { type ReviewStats, statsOf } from './findings/stats.js';
import { openapiFiles } from './frameworks/openapi/recognition.js';
import { componentPaths } from './judgement/component-sets.js';
import { type JudgedComponents, judgeShipped } from './judgement/components.js';
import { readHandlers } from './judgement/handlers.js';
import type { Judge } from './judgement/judge.js';
import { type JudgedStack, judgeStanding, type StandingContext } from './judgement/standing.js';
import { type Showing, showing, surfacesAmong } from './judgement/surfaces.js';
import { unusedEntries, unusedNotices } from './judgement/unused.js';
import { weighedInTree } from './judgement/weighed.js';
import type { Model } from './model/model.js';
import { excludedBy, type IsExcluded } from './settings/excluded.js';
import { type Ending, orphans, unfinished } from './stacks/account.js';
import { attributeFiles, generatedIn, type Origin, originOf } from './stacks/copies.js';
import { type HeldFiles, holdFiles } from './stacks/files.js';
import { declaredElsewhere } from './stacks/not-read.js';
import { type Fetch, readStacks } from './stacks/read.js';
import { type Entry, entriesOf, isSilent } from './stacks/relevance.js';

/** What a look at a whole tree says. */
export interface Scan {
  readonly findings: readonly Found[];
  readonly notices: readonly Notice[];
  readonly stats: ReviewStats;
}

export interface ScanChoices {
  /** Sees every model before it is let go. */
  readonly watch?: (model: Model) => void;
  /** Which findings of a stack have their fixes tried; the others have none. Usual: all. */
  readonly tries?: StandingContext['tries'];
}

const everything: StandingContext['tries'] = (findings) => findings;

/** Every stack of a tree, each by itself, as it stands. */
export async function scan(
  tree: readonly string[],
  fetch: Fetch,
  judge: Judge,
  { watch, tries = everything }: ScanChoices = {},
): Promise<Scan> {
  const started = Date.now();
  const files = holdFiles(tree);
  const isExcluded = excludedBy(judge.settings.exclude);
  const judged = tree.filter((path) => !isExcluded(path));
  const entries = entriesOf(judged);
  const present = new Set(tree);
  const first = [...entries.map(({ path }) => path).filter((path) => present.has(path)), ...attributeFiles(tree)];
  files.add(await fetch(first), first);
  const isGenerated = generatedIn(files, tree);
  // What is left out is nobody's business, but may be where others are read.
  const endings = new Map(entriesOf(tree.filter(isExcluded)).map(({ path }) => [path, read]));
  const scanned = await scanEntries(entries, { files, fetch, judge, tries, watch, endings, isGenerated });
  const paths = componentPaths(judged.filter((path) => !isSilent(path)));
  const functions = scanned.flatMap(({ shipping }) => shipping);
  const head = { files, fetch, paths: () => paths };
  const shipped = await judgeShipped(
    { base: undefined, head, renames: new Map(), changed: new Set(paths), functions },
    judge,
  );
  const said = saidOf(weighedInTree(scanned), shipped, isExcluded);
  return {
    findings: said.findings,
    notices: distinctNotices([
      ...said.notices,
      ...unaccounted(entries, endings),
      ...declaredElsewhere(judged),
      ...withoutEffect(scanned, said.findings, judge),
    ]),
    stats: statsOf({ stacks: scanned, besides: shipped.files }, files, started),
  };
}

const read: Ending = { kind: 'stack' };

interface Scanning extends Omit<StandingContext, 'codeOf' | 'surfaces'> {
  readonly fetch: Fetch;
  readonly watch: ((model: Model) => void) | undefined;
  readonly endings: Map<string, Ending>;
  readonly isGenerated: ReturnType<typeof generatedIn>;
}

async function scanEntries(entries: readonly Entry[], scanning: Scanning): Promise<readonly ScannedStack[]> {
  const { files, fetch, judge, tries, watch, endings, isGenerated } = scanning;
  const scanned: ScannedStack[] = [];
  const described: Showing[] = [];
  for (const group of documentsFirst(entries, files)) {
    const found = await readStacks(group, files, fetch);
    for (const [path, ending] of found.endings) endings.set(path, ending.kind === 'stack' ? read : ending);
    for (const { model } of found.stacks) watch?.(model);
    const [codeOf] = (await readHandlers([{ stacks: found.stacks, files, fetch, changed: 'all' }])) ?? [];
    described.push(...found.stacks.map(showing).filter(({ document }) => document !== undefined));
    const surfaces = surfacesAmong(described, files, true);
    for (const [stack, judged] of judgeStanding(found.stacks, { files, judge, tries, codeOf, surfaces }))
      scanned.push({ ...judged, origin: originOf(stack, files, isGenerated) });
  }
  const places = new Map(entries.map(({ path }, index) => [path, index]));
  return scanned.sort((a, b) => (places.get(a.origin.entry) ?? 0) - (places.get(b.origin.entry) ?? 0));
}

/** Models of so many stacks are held at once. */
const mostHeld = 16;

/** API documents before what they describe, whose models are let go group by group. */
function documentsFirst(entries: readonly Entry[], files: HeldFiles): readonly (readonly Entry[])[] {
  const isDocument = ({ path, frameworks }: Entry) =>
    frameworks.some(({ name, mayStart }) => name === openapiFiles.name && mayStart(path, files));
  const documents = new Set(entries.filter(isDocument));
  return [
    [...documents],
    ...inGroups(
      entries.filter((entry) => !documents.has(entry)),
      mostHeld,
    ),
  ];
}

function unaccounted(entries: readonly Entry[], endings: ReadonlyMap<string, Ending>): readonly Notice[] {
  const all = entries.map(({ path }) => path);
  const account = { entries: all, endings };
  return [...unfinished(account), ...orphans(account, all)];
}

/** What is said of files that are judged. A stack may take parts from others. */
function saidOf(scanned: readonly ScannedStack[], shipped: JudgedComponents, isExcluded: IsExcluded) {
  const all = [...scanned, shipped];
  return {
    findings: all.flatMap(({ findings }) => findings).filter(({ at }) => !isExcluded(at.path)),
    notices: all.flatMap(({ notices }) => notices).filter(({ path }) => !isExcluded(path)),
  };
}

/** Suppressions that silence nothing in the whole tree. */
function withoutEffect(scanned: readonly ScannedStack[], findings: readonly Found[], judge: Judge): readonly Notice[] {
  const uses = scanned.map(({ suppressions }) => suppressions);
  return [...unusedNotices(uses, judge), ...unusedEntries(findings, judge)];
}

interface ScannedStack extends JudgedStack {
  readonly origin: Origin;
}

/* eslint max-lines: ['error', 200] -- the whole path in one file */
import type { Patches } from './diff/patch.js';
import type { Surfaces } from './facts/surfaces/surface.js';
import type { Placed } from './findings/finding.js';
import { distinctNotices, type Notice } from './findings/notice.js';
import { type Sources, sourcesOf } from './findings/sources.js';
import { type ReadExtent, type ReviewStats, statsOf } from './findings/stats.js';
import type { Attempt } from './fixes/verify.js';
import { togetherIn } from './judgement/attempts.js';
import type { ChangeContext } from './judgement/change.js';
import { judgeChanges } from './judgement/changes.js';
import { judgeShipped } from './judgement/components.js';
import { type Effects, isWithoutEffect } from './judgement/effects.js';
import { readChangedHandlers } from './judgement/handlers.js';
import type { Judge } from './judgement/judge.js';
import { type AddedSuppression, distinctSuppressions, toAdded } from './judgement/new-suppressions.js';
import { aloud, placeFinding } from './judgement/placing.js';
import { type ChangedPaths, shippedIn } from './judgement/shipped-change.js';
import { doubtComponents, withDoubts } from './judgement/still-there.js';
import { showing, surfacesAmong } from './judgement/surfaces.js';
import { unusedNotices } from './judgement/unused.js';
import { weighed } from './judgement/weighed.js';
import { headPatches, headPathIn, patchesIn, renamesIn } from './pull-request/patches.js';
import { near, type PullRequest, withoutExcluded } from './pull-request/pull-request.js';
import { excludedBy, type IsExcluded } from './settings/excluded.js';
import { pairStacks } from './stacks/pairs.js';
import type { ReadStack } from './stacks/read-stack.js';
import { changedPaths, isIrrelevant, readSide, type SideOfChange, withCounterparts } from './stacks/sides.js';
import { unreadOf } from './stacks/unread.js';
import type { Diff, Topic } from './topics/topic.js';
import { topicsOf } from './topics/topics.js';

/** What a review says. Plain data: it crosses process borders. */
export interface Review {
  /** Every finding of both sides with status and place; fixed ones are the base's. */
  readonly findings: readonly Placed[];
  readonly notices: readonly Notice[];
  /** Suppressions that the change itself adds. */
  readonly suppressionsAdded: readonly AddedSuppression[];
  /** Head texts of files that findings stand in, for suggestions. */
  readonly texts: Sources;
  /** What the change caused, as the comments that would tell it, the most urgent first. */
  readonly topics: readonly Topic[];
  /** Who can newly do what, and who no longer can, by stack. */
  readonly effects: readonly Effects[];
  readonly stats: ReviewStats;
}

/** The whole path: the stacks a change touches, before and after; what the policies find in each; what is new and where it belongs. */
export async function review(whole: PullRequest, judge: Judge, onJudged?: () => void): Promise<Review> {
  const started = Date.now();
  const unlisted = whole.truncated ? [tooManyFiles] : [];
  const isExcluded = excludedBy(judge.settings.exclude);
  const pull = withoutExcluded(whole, isExcluded);
  if (isIrrelevant(pull.changedFiles)) return emptyReview(unlisted, started);
  const sides = await readSides(pull, isExcluded);
  const touched = withCounterparts(sides.base, sides.head);
  const shipped = await judgeShipped(shippedIn(pathsOf(pull), sides), judge);
  const context = await contextOf(pull, { sides, touched, judge });
  const pairs = pairStacks(touched.base, touched.head, renamesIn(pull));
  const doubted = withDoubts(judgeChanges(pairs, context, onJudged), pairs, pull.unread('head'));
  const judged = weighed(doubted, sides.head);
  const stated = doubtComponents(shipped, pull.unread('head'), renamesIn(pull));
  const components = { ...shipped, findings: stated.map((one) => placeFinding(one, context.patches)) };
  const units = [...judged, components].map((unit) => ({
    ...unit,
    findings: unit.findings.map(aloud).filter(({ at }) => !isExcluded(at.path)),
  }));
  const findings = units.flatMap((unit) => unit.findings);
  const texts = textsOf(findings, sides.head);
  const uses = units.map(({ suppressions }) => suppressions);
  const changed = new Set(changedPaths(pull.changedFiles, 'head'));
  return {
    findings,
    notices: distinctNotices([
      ...unlisted,
      ...judged.flatMap(({ notices }) => notices).filter((notice) => isOwn(notice, changed)),
      ...shipped.notices,
      ...unusedNotices(uses, judge),
      ...unreadOf(sides.head, pull.unread('head'), { changed, stacks: touched.head }),
    ]),
    suppressionsAdded: distinctSuppressions(uses.flatMap(({ written }) => written.map(toAdded))),
    texts,
    topics: topicsIn(units, diffIn(pull, context.patches, texts), judge),
    effects: told(judged, isExcluded),
    stats: statsOf({ stacks: touched.head.map(extentOf), besides: shipped.files }, sides.head.files, started),
  };
}

/** The effects of stacks that are judged, as far as there are any. */
function told(
  judged: readonly { readonly effects: Effects | undefined }[],
  isExcluded: IsExcluded,
): readonly Effects[] {
  const all = judged.flatMap(({ effects }) => effects ?? []);
  return all.filter((effects) => !isWithoutEffect(effects) && !isExcluded(effects.stack));
}

function pathsOf(pull: PullRequest): ChangedPaths {
  const changed = (side: 'base' | 'head') => changedPaths(pull.changedFiles, side);
  return { changed, named: near(pull), renames: renamesIn(pull), read: pull.read };
}

interface Examination {
  readonly sides: Sides;
  readonly touched: ReturnType<typeof withCounterparts>;
  readonly judge: Judge;
}

async function contextOf(pull: PullRequest, { sides, touched, judge }: Examination): Promise<ChangeContext> {
  return {
    base: sides.base.files,
    head: sides.head.files,
    judge,
    surfaces: { base: surfacesIn(sides.base), head: surfacesIn(sides.head) },
    codeOf: await readChangedHandlers(touched, sides, (side) => ({
      fetch: (paths) => pull.read(side, paths),
      changed: changedPaths(pull.changedFiles, side),
    })),
    patches: patchesIn(pull, { base: sides.base.files.texts, head: sides.head.files.texts }),
  };
}

function surfacesIn({ stacks, files, isWhole }: SideOfChange): Surfaces {
  return surfacesAmong(stacks.map(showing), files, isWhole);
}

/** What a unit of a change was found to be, and how its fixes are tried. */
interface Unit {
  readonly findings: readonly Placed[];
  readonly attempt: Attempt;
}

function topicsIn(units: readonly Unit[], diff: Diff, { settings }: Judge): readonly Topic[] {
  const findings = units.flatMap((unit) => unit.findings);
  return topicsOf(findings, diff, { profile: settings.profile, together: togetherIn(units) });
}

function diffIn(pull: PullRequest, patches: Patches, texts: Sources): Diff {
  return { patches: headPatches(pull, ({ path }) => patches.get(path)?.patch), headPath: headPathIn(pull), texts };
}

/** What was judged all the same is worth telling where the change is, not on every change of the stack. */
function isOwn({ kind, path }: Notice, changed: ReadonlySet<string>): boolean {
  return kind !== 'information' || changed.has(path);
}

const tooManyFiles: Notice = {
  path: '.',
  message: 'The change has more files than GitHub lists; those beyond the list were not reviewed. Split it.',
  kind: 'unread',
};

function emptyReview(notices: readonly Notice[], started: number): Review {
  const stats = { stacks: 0, files: 0, lines: 0, unresolved: 0, milliseconds: Date.now() - started };
  return { findings: [], notices, suppressionsAdded: [], texts: sourcesOf(new Map()), topics: [], effects: [], stats };
}

interface Sides {
  readonly base: SideOfChange;
  readonly head: SideOfChange;
}

async function readSides(pull: PullRequest, isExcluded: IsExcluded): Promise<Sides> {
  const read = async (side: 'base' | 'head') => {
    const tree = { paths: await pull.list(side), isExcluded };
    return readSide(tree, near(pull), changedPaths(pull.changedFiles, side), (paths) => pull.read(side, paths));
  };
  return { base: await read('base'), head: await read('head') };
}

function textsOf(findings: readonly Placed[], { files }: SideOfChange): Sources {
  const paths = new Set(findings.flatMap(({ fix, at }) => [at.path, ...(fix?.edits.map(({ path }) => path) ?? [])]));
  const texts = new Map(
    [...paths].flatMap((path) => {
      const text = files.texts.get(path);
      return text === undefined ? [] : [[path, text] as const];
    }),
  );
  return sourcesOf(texts, findings);
}

function extentOf({ files, model }: ReadStack): ReadExtent {
  return { files, unresolved: model.unresolved.map(({ because }) => because) };
}

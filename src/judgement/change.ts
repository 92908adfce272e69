import { compareFindings, isNew } from '../diff/introduced.js';
import type { Patches } from '../diff/patch.js';
import { withNames } from '../facts/renamed-model.js';
import { deriveFacts, type Stack } from '../facts/stack.js';
import type { Surfaces } from '../facts/surfaces/surface.js';
import type { Compared, Found, Placed } from '../findings/finding.js';
import type { Notice } from '../findings/notice.js';
import { identitiesOf } from '../findings/together.js';
import { withCompatibleFixes } from '../fixes/combine.js';
import { withTriedFixes } from '../fixes/tried.js';
import { type Attempt, attemptIn, type Trial } from '../fixes/verify.js';
import type { Files } from '../model/files.js';
import type { StackPair } from '../stacks/pairs.js';
import { withCauses } from './causes.js';
import { withDecisions } from './decided.js';
import { type Effects, effectsBetween } from './effects.js';
import { type CodeOf, type Examined, examine, isUnread } from './examine.js';
import type { Judge } from './judge.js';
import { addedSuppressions, countAgain, type WrittenSuppression } from './new-suppressions.js';
import { originsOf } from './origins.js';
import { placeFinding, placeOf } from './placing.js';
import type { StackRenames } from './renames.js';
import { trialOf } from './trial.js';
import { type SuppressionUse, useOf } from './unused.js';

/** What is needed to judge one stack's change. */
export interface ChangeContext {
  readonly base: Files;
  readonly head: Files;
  readonly judge: Judge;
  readonly patches: Patches;
  /** What all stacks of each commit answer and describe. */
  readonly surfaces: Readonly<Record<'base' | 'head', Surfaces>>;
  /** How the handlers that the change touches are read at the base and at the head; without it none are. */
  readonly codeOf?: readonly CodeOf[] | undefined;
}

/** One stack of a change with what is known of its base: judged, and what of it or of other stacks has another name now. */
export interface JudgedPair extends StackPair {
  readonly before: Examined | undefined;
  readonly renames: StackRenames;
  /** Findings of the base about things that stand in this stack now. */
  readonly brought: readonly Found[];
  /** The same of things that stand in another stack now. */
  readonly taken: ReadonlySet<Found>;
}

export interface JudgedChange {
  readonly findings: readonly Placed[];
  readonly notices: readonly Notice[];
  /** Those that the change adds. */
  readonly suppressions: SuppressionUse;
  /** Tries fixes of its findings as one edit. */
  readonly attempt: Attempt;
  /** Undefined where a side was not read, so that nothing can be said of the difference. */
  readonly effects: Effects | undefined;
}

/** One stack before and after: which findings the change caused, where they may be shown, which fixes hold. */
export function judgeChange(pair: JudgedPair, context: ChangeContext): JudgedChange {
  const { head, before, renames } = pair;
  if (head === undefined) return removedStack(pair);
  const changed = [...context.patches.keys()];
  const former = {
    facts: before && underNewNames(before, renames),
    files: context.base,
    names: renames.names,
    changed,
  };
  const beside = { former, codeOf: context.codeOf?.[1], surfaces: context.surfaces.head };
  const after = examine(head, context.head, context.judge, beside);
  const added = addedSuppressions(before?.written ?? [], after.written, silencedBefore({ before, after }));
  const trial = trialOf(after, context.head, context.judge, beside);
  const compared = compareStack({ ...pair, after }, added, context);
  const placed = placeInChange(compared, { former: former.facts, after }, context);
  const caused = withCauses(placed, trial, {
    ...context,
    mayBlame: (finding) => !isAboutNew(finding, { former: former.facts, after }),
  });
  const findings = withHeldFixes(caused, trial);
  const attempt = attemptIn(trial);
  return {
    findings,
    notices: after.notices,
    suppressions: useOf(added, after.findings),
    attempt,
    effects: effectsBetween(
      { before, after, former: former.facts, names: renames.names },
      { read: after.read, files: context.head, findings: findings.filter(isNew), attempt },
    ),
  };
}

/** One stack of a change, judged on either side. */
interface ExaminedPair extends JudgedPair {
  readonly after: Examined;
}

/** The base's facts with the head's names, and the head. */
interface Facts {
  readonly former: Stack | undefined;
  readonly after: Examined;
}

/** What is silenced now and was before. */
function silencedBefore({ before, after }: Pick<ExaminedPair, 'before' | 'after'>): readonly Found[] {
  const isSilenced = ({ suppressed }: Found) => suppressed !== null;
  const former = new Set(before?.findings.filter(isSilenced).flatMap(identitiesOf));
  return after.findings.filter((one) => isSilenced(one) && identitiesOf(one).some((id) => former.has(id)));
}

function underNewNames({ facts }: Examined, { names }: StackRenames): Stack {
  const present = new Map([...names].map(([now, then]) => [then, now]));
  return present.size === 0 ? facts : deriveFacts(withNames(facts, present), facts.surfaces);
}

function removedStack({ before, taken }: JudgedPair): JudgedChange {
  const gone = (before?.findings ?? []).filter((finding) => !taken.has(finding));
  const findings = compareFindings(gone, []);
  return {
    findings: findings.map((finding) => ({ ...finding, place: 'summary' })),
    notices: [],
    suppressions: useOf([], []),
    attempt: () => undefined,
    effects: undefined,
  };
}

/** Each finding with what the other side says of it. What another finding tells instead is neither new nor fixed. */
function compareStack(
  { before, after, brought, taken }: ExaminedPair,
  added: readonly WrittenSuppression[],
  context: ChangeContext,
): readonly Compared[] {
  const counted = countAgain(after.findings, added, context.judge.settings.acceptNewSuppressions);
  const known = [...(before?.findings ?? []), ...(before?.absorbed ?? [])].filter((finding) => !taken.has(finding));
  const former = [...known, ...brought];
  const found = compareFindings(former, counted).map((finding) => withNewParts(finding, former));
  const compared = withDecisions(found, before);
  const absorbed = new Set([...(before?.absorbed ?? []), ...after.absorbed].flatMap(identitiesOf));
  const told = compared.filter(({ status, fingerprint }) => status !== 'fixed' || !absorbed.has(fingerprint));
  return isUnread(before) ? told.map((finding) => blameByLines(finding, context.patches)) : told;
}

/** Of what a new finding is the sum of, the change is to blame for what was not there before. */
function withNewParts(compared: Compared, former: readonly Found[]): Compared {
  const { absorbed, ...finding } = compared;
  if (!isNew(compared)) return compared;
  const parts = compareFindings(former, absorbed ?? []).filter(isNew);
  return parts.length === 0 ? finding : { ...finding, absorbed: parts };
}

/** The base could not be read: what stands on lines of the diff is the change's, everything else was there. */
function blameByLines(finding: Compared, patches: Patches): Compared {
  if (finding.status !== 'introduced') return finding;
  return placeOf(finding, patches) === 'comment' ? finding : { ...finding, status: 'existing' };
}

function placeInChange(compared: readonly Compared[], pair: Facts, context: ChangeContext): readonly Placed[] {
  const originOf = originsOf(pair.after.read.model, context.head);
  return compared.map((finding) => {
    const placed = placeFinding(finding, context.patches, originOf);
    // A thing that the change brings is all new, also on lines that happen to be as they were.
    const isBrought = isNew(placed) && placed.place === 'annotate' && isAboutNew(placed, pair);
    return isBrought ? { ...placed, place: 'comment' } : placed;
  });
}

/** True if the change brings what the finding is about. */
function isAboutNew({ resource }: Found, { former, after }: Facts): boolean {
  return after.facts.resource(resource) !== undefined && former?.resource(resource) === undefined;
}

/** The fixes that hold, each and side by side. Only new findings are fixed in a review. */
function withHeldFixes(findings: readonly Placed[], trial: Trial): readonly Placed[] {
  const offered = findings.map((finding) => (isNew(finding) ? finding : { ...finding, fix: null }));
  return withCompatibleFixes(withTriedFixes(offered, trial), trial);
}

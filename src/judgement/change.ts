import { compareFindings, isNew } from '../diff/introduced.js';
import type { Patches } from '../diff/patch.js';
import type { Compared, Found, Placed } from '../findings/finding.js';
import type { Notice } from '../findings/notice.js';
import { identitiesOf } from '../findings/together.js';
import { withCompatibleFixes } from '../fixes/combine.js';
import { withTriedFixes } from '../fixes/tried.js';
import type { Trial } from '../fixes/verify.js';
import type { Files } from '../model/files.js';
import type { StackPair } from '../stacks/pairs.js';
import { withCauses } from './causes.js';
import { type Examined, examine } from './examine.js';
import type { Judge } from './judge.js';
import { addedSuppressions, countAgain, type WrittenSuppression } from './new-suppressions.js';
import { originsOf } from './origins.js';
import { placeFinding, placeOf } from './placing.js';
import { trialOf } from './trial.js';
import { type SuppressionUse, useOf } from './unused.js';

/** What is needed to judge one stack's change. */
export interface ChangeContext {
  readonly base: Files;
  readonly head: Files;
  readonly judge: Judge;
  readonly patches: Patches;
}

export interface JudgedChange {
  readonly findings: readonly Placed[];
  readonly notices: readonly Notice[];
  /** Those that the change adds. */
  readonly suppressions: SuppressionUse;
}

/** One stack before and after: which findings the change caused, where they may be shown, which fixes hold. */
export function judgeChange({ base, head }: StackPair, context: ChangeContext): JudgedChange {
  const before = base && examine(base, context.base, context.judge);
  if (head === undefined) return removedStack(before);
  const former = before && { facts: before.facts, files: context.base };
  const after = examine(head, context.head, context.judge, former);
  const added = addedSuppressions(before?.written ?? [], after.written, silencedBefore({ before, after }));
  const trial = trialOf(after, context.head, context.judge, former);
  const compared = compareStack({ before, after }, added, context);
  const placed = placeInChange(compared, { before, after }, context);
  const caused = withCauses(placed, trial, {
    ...context,
    mayBlame: (finding) => !isAboutNew(finding, { before, after }),
  });
  return { findings: withHeldFixes(caused, trial), notices: after.notices, suppressions: useOf(added, after.findings) };
}

/** One stack of a change, judged on either side. */
interface ExaminedPair {
  readonly before: Examined | undefined;
  readonly after: Examined;
}

/** What is silenced now and was before. */
function silencedBefore({ before, after }: ExaminedPair): readonly Found[] {
  const isSilenced = ({ suppressed }: Found) => suppressed !== null;
  const former = new Set(before?.findings.filter(isSilenced).flatMap(identitiesOf));
  return after.findings.filter((one) => isSilenced(one) && identitiesOf(one).some((id) => former.has(id)));
}

function removedStack(before: Examined | undefined): JudgedChange {
  const findings = compareFindings(before?.findings ?? [], []);
  return {
    findings: findings.map((finding) => ({ ...finding, place: 'summary' })),
    notices: [],
    suppressions: useOf([], []),
  };
}

/** Each finding with what the other side says of it. What another finding tells instead is neither new nor fixed. */
function compareStack(
  { before, after }: ExaminedPair,
  added: readonly WrittenSuppression[],
  context: ChangeContext,
): readonly Compared[] {
  const counted = countAgain(after.findings, added, context.judge.settings.acceptNewSuppressions);
  const compared = compareFindings([...(before?.findings ?? []), ...(before?.absorbed ?? [])], counted);
  const absorbed = new Set([...(before?.absorbed ?? []), ...after.absorbed].flatMap(identitiesOf));
  const told = compared.filter(({ status, fingerprint }) => status !== 'fixed' || !absorbed.has(fingerprint));
  return isUnread(before) ? told.map((finding) => blameByLines(finding, context.patches)) : told;
}

function isUnread(before: Examined | undefined): boolean {
  return before?.notices.some(({ kind }) => kind === 'unread') ?? false;
}

/** The base could not be read: what stands on lines of the diff is the change's, everything else was there. */
function blameByLines(finding: Compared, patches: Patches): Compared {
  if (finding.status !== 'introduced') return finding;
  return placeOf(finding, patches) === 'comment' ? finding : { ...finding, status: 'existing' };
}

function placeInChange(compared: readonly Compared[], pair: ExaminedPair, context: ChangeContext): readonly Placed[] {
  const originOf = originsOf(pair.after.read.model, context.head);
  return compared.map((finding) => {
    const placed = placeFinding(finding, context.patches, originOf);
    // A thing that the change brings is all new, also on lines that happen to be as they were.
    const isBrought = isNew(placed) && placed.place === 'annotate' && isAboutNew(placed, pair);
    return isBrought ? { ...placed, place: 'comment' } : placed;
  });
}

/** True if the change brings what the finding is about. */
function isAboutNew({ resource }: Found, { before, after }: ExaminedPair): boolean {
  return after.facts.resource(resource) !== undefined && before?.facts.resource(resource) === undefined;
}

/** The fixes that hold, each and side by side. Only new findings are fixed in a review. */
function withHeldFixes(findings: readonly Placed[], trial: Trial): readonly Placed[] {
  const offered = findings.map((finding) => (isNew(finding) ? finding : { ...finding, fix: null }));
  return withCompatibleFixes(withTriedFixes(offered, trial), trial);
}

import { compareFindings, isNew } from '../diff/introduced.js';
import { place } from '../diff/place.js';
import type { Finding, RelatedPlace } from '../findings/finding.js';
import type { Notice } from '../findings/notice.js';
import type { CommentSuppression } from '../findings/suppression.js';
import { identitiesOf } from '../findings/together.js';
import { withCompatibleFixes } from '../fixes/combine.js';
import { withTriedFixes } from '../fixes/tried.js';
import type { Files } from '../model/files.js';
import type { StackPair } from '../stacks/pairs.js';
import { type FilePatch, withCauses } from './causes.js';
import { type Examined, examine, type Judge } from './examine.js';
import { type OriginOf, originsOf } from './origins.js';
import { trialOf } from './trial.js';

/** What is needed to judge one stack's change. */
export interface ChangeContext {
  readonly base: Files;
  readonly head: Files;
  readonly judge: Judge;
  /** By the file's path on either side. */
  readonly patches: ReadonlyMap<string, FilePatch>;
}

export interface AddedSuppression {
  readonly policy: string;
  readonly reason: string;
  readonly path: string;
  readonly line: number;
}

export interface JudgedChange {
  readonly findings: readonly Finding[];
  readonly notices: readonly Notice[];
  readonly suppressionsAdded: readonly AddedSuppression[];
}

/** One stack before and after: which findings the change caused, where they may be shown, which fixes hold. */
export function judgeChange({ base, head }: StackPair, context: ChangeContext): JudgedChange {
  const before = base && examine(base, context.base, context.judge);
  if (head === undefined) return removedStack(before);
  const former = before && { facts: before.facts, files: context.base };
  const after = examine(head, context.head, context.judge, former);
  const added = addedComments(before, after);
  const counted = context.judge.settings.review.acceptNewSuppressions ? after.findings : countAgain(after, added);
  const compared = compareFindings([...(before?.findings ?? []), ...(before?.absorbed ?? [])], counted);
  const absorbed = new Set([...(before?.absorbed ?? []), ...after.absorbed].flatMap(identitiesOf));
  const told = compared.filter(({ status, fingerprint }) => status !== 'fixed' || !absorbed.has(fingerprint));
  const blamed = isUnread(before) ? told.map((finding) => blameByLines(finding, context)) : told;
  const trial = trialOf(after, context.head, context.judge, former);
  const isNewThing = ({ resource }: Finding) =>
    after.facts.resource(resource) !== undefined && before?.facts.resource(resource) === undefined;
  const originOf = originsOf(head.model, context.head);
  const placed = withCauses(
    blamed.map((finding) => onNewThing(placeFinding(finding, context, originOf), isNewThing)),
    trial,
    { ...context, mayBlame: (finding) => !isNewThing(finding) },
  );
  return {
    findings: withCompatibleFixes(withTriedFixes(placed.map(withoutOldFix), trial), trial),
    notices: after.notices,
    suppressionsAdded: added.map(toAdded),
  };
}

/** A thing that the change brings is all new, also on lines that happen to be as they were. */
function onNewThing(finding: Finding, isNewThing: (finding: Finding) => boolean): Finding {
  return isNew(finding) && finding.place === 'annotate' && isNewThing(finding)
    ? { ...finding, place: 'comment' }
    : finding;
}

/** Only new findings are fixed in a review. */
function withoutOldFix(finding: Finding): Finding {
  return isNew(finding) ? finding : { ...finding, fix: null };
}

function removedStack(before: Examined | undefined): JudgedChange {
  const findings = compareFindings(before?.findings ?? [], []);
  return {
    findings: findings.map((finding) => ({ ...finding, place: 'summary' })),
    notices: [],
    suppressionsAdded: [],
  };
}

/** The base could not be read: what stands on lines of the diff is the change's, everything else was there. */
function blameByLines(finding: Finding, context: ChangeContext): Finding {
  if (finding.status !== 'introduced') return finding;
  return placeOf(finding, context) === 'comment' ? finding : { ...finding, status: 'existing' };
}

function isUnread(before: Examined | undefined): boolean {
  return before?.notices.some(({ kind }) => kind === 'unread') ?? false;
}

/**
 * A new finding stands on its own line if the change wrote it, otherwise on the line where its value is written or the first
 * related one, if the change wrote that.
 */
export function placeFinding(finding: Finding, context: ChangeContext, originOf?: OriginOf): Finding {
  if (!isNew(finding) || finding.suppressed !== null)
    return { ...finding, place: 'summary', side: finding.side ?? 'right' };
  const own = placeOf(finding, context);
  const written = own === 'comment' || finding.side === 'left' ? undefined : writtenPlace(finding, context, originOf);
  return { ...finding, ...written, place: written === undefined ? own : 'comment', side: finding.side ?? 'right' };
}

function writtenPlace(finding: Finding, context: ChangeContext, originOf?: OriginOf): RelatedPlace | undefined {
  const { at, origin = originOf?.(at), related = [] } = finding;
  return [...(origin ? [origin] : []), ...related].find(
    (place) => placeOf({ ...place, side: 'right' }, context) === 'comment',
  );
}

function placeOf({ at, start, end, side }: Placed, { patches }: ChangeContext) {
  return place({ first: start.line, last: end.line }, patches.get(at.path)?.patch, side);
}

type Placed = RelatedPlace & { readonly side?: 'left' | 'right' };

function addedComments(before: Examined | undefined, after: Examined): readonly CommentSuppression[] {
  const had = new Set(before?.comments.map(({ policy, reason }) => `${policy} ${reason}`));
  return after.comments.filter(({ policy, reason }) => !had.has(`${policy} ${reason}`));
}

function toAdded({ policy, reason, at, writtenOn }: CommentSuppression): AddedSuppression {
  return { policy, reason, path: at.path, line: writtenOn };
}

/** Takes suppressions back that the change itself brought. */
function countAgain(after: Examined, added: readonly CommentSuppression[]): readonly Finding[] {
  const isAdded = (finding: Finding) =>
    finding.suppressed?.in === 'comment' &&
    added.some(
      ({ policy, at, line }) => policy === finding.policy && at.path === finding.at.path && line === finding.start.line,
    );
  return after.findings.map((finding) => (isAdded(finding) ? { ...finding, suppressed: null } : finding));
}

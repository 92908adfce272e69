import { withoutBlock } from './diff/cause.js';
import { compareFindings, isNew } from './diff/introduced.js';
import type { Block, Patch } from './diff/patch.js';
import { place } from './diff/place.js';
import { type Examined, examine, type Judge } from './examine.js';
import type { Finding } from './findings/finding.js';
import { indexLines, lineText } from './findings/lines.js';
import type { Notice } from './findings/notice.js';
import type { CommentSuppression } from './findings/suppression.js';
import { withCompatibleFixes } from './fixes/combine.js';
import { type Trial, withVerifiedFix } from './fixes/verify.js';
import type { Files } from './frameworks/framework.js';
import type { StackPair } from './stacks/pairs.js';
import { trialOf } from './trial.js';

/** What is needed to judge one stack's change. */
export interface ChangeContext {
  readonly base: Files;
  readonly head: Files;
  readonly judge: Judge;
  /** By the file's path on either side. */
  readonly patches: ReadonlyMap<string, FilePatch>;
}

export interface FilePatch {
  readonly patch: Patch;
  readonly basePath: string;
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
  const added = addedRemarks(before, after);
  const counted = context.judge.settings.review.acceptNewSuppressions ? after.findings : countAgain(after, added);
  const compared = compareFindings([...(before?.findings ?? []), ...(before?.absorbed ?? [])], counted);
  const absorbed = new Set([...(before?.absorbed ?? []), ...after.absorbed].map(({ fingerprint }) => fingerprint));
  const told = compared.filter(({ status, fingerprint }) => status !== 'fixed' || !absorbed.has(fingerprint));
  const blamed = isUnread(before) ? told.map((finding) => blameByLines(finding, context)) : told;
  const trial = trialOf(after, context.head, context.judge, former);
  const placed = withCauses(
    blamed.map((finding) => placedFinding(finding, context)),
    trial,
    context,
  );
  return {
    findings: withCompatibleFixes(
      placed.map((finding) => withTriedFix(finding, trial)),
      trial,
    ),
    notices: after.notices,
    suppressionsAdded: added.map(toAdded),
  };
}

function withTriedFix(finding: Finding, trial: Trial): Finding {
  return isNew(finding) ? withVerifiedFix(finding, trial) : { ...finding, fix: null };
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
  return placeOf(finding, context) === 'summary' ? { ...finding, status: 'existing' } : finding;
}

function isUnread(before: Examined | undefined): boolean {
  return before?.notices.some(({ kind }) => kind === 'unread') ?? false;
}

function placedFinding(finding: Finding, context: ChangeContext): Finding {
  const where = isNew(finding) && finding.suppressed === null ? placeOf(finding, context) : 'summary';
  return { ...finding, place: where, side: finding.side ?? 'right' };
}

function placeOf({ at, start, end, side }: Finding, { patches }: ChangeContext) {
  return place({ first: start.line, last: end.line }, patches.get(at.path)?.patch, side);
}

function addedRemarks(before: Examined | undefined, after: Examined): readonly CommentSuppression[] {
  const had = new Set(before?.remarks.map(({ policy, reason }) => `${policy} ${reason}`));
  return after.remarks.filter(({ policy, reason }) => !had.has(`${policy} ${reason}`));
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

/** Blocks of deleted lines that are undone one by one to learn what they caused, at most. */
const mostTrials = 40;

/** A finding that stands on no written line but is gone when a deletion is undone stands on the deleted line. */
function withCauses(findings: readonly Finding[], trial: Trial, context: ChangeContext): readonly Finding[] {
  const homeless = findings.filter(
    (finding) => isNew(finding) && finding.side === 'right' && !finding.suppressed && finding.place !== 'comment',
  );
  if (homeless.length === 0) return findings;
  const moved = new Map<Finding, Finding>();
  for (const { path, filePatch, block } of deletions(homeless, context)) {
    const text = trial.text(path);
    const waiting = homeless.filter((finding) => finding.at.path === path && !moved.has(finding));
    if (text === undefined || waiting.length === 0) continue;
    const without = trial.after(new Map([[path, withoutBlock(text, block)]]));
    for (const finding of waiting) {
      if (without !== undefined && !without.has(finding.fingerprint))
        moved.set(finding, onDeletedLine(finding, filePatch, block, context));
    }
  }
  return findings.map((finding) => moved.get(finding) ?? finding);
}

function deletions(homeless: readonly Finding[], { patches }: ChangeContext) {
  const paths = [...new Set(homeless.map(({ at }) => at.path))];
  const blocks = paths.flatMap((path) => {
    const filePatch = patches.get(path);
    return (filePatch?.patch.hunks ?? []).flatMap((hunk) =>
      hunk.blocks.flatMap((block) => (filePatch && block.deleted.length > 0 ? [{ path, filePatch, block }] : [])),
    );
  });
  return blocks.slice(0, mostTrials);
}

function onDeletedLine(finding: Finding, { basePath }: FilePatch, block: Block, { base }: ChangeContext): Finding {
  const index = indexLines(base.read(basePath) ?? '');
  const blank = block.deleted.findIndex((line) => line.trim() !== '');
  const line = block.oldLine + Math.max(blank, 0);
  const start = index.starts[line - 1] ?? 0;
  const written = lineText(index, line);
  const indent = written.length - written.trimStart().length;
  return {
    ...finding,
    at: { path: basePath, start: start + indent, end: start + written.length },
    start: { line, column: indent + 1 },
    end: { line, column: written.length + 1 },
    side: 'left',
    place: 'comment',
  };
}

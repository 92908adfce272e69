import { undoing, withoutBlock } from '../diff/cause.js';
import { isNew } from '../diff/introduced.js';
import type { Block, FilePatch, Patches } from '../diff/patch.js';
import { applyEdits, collide } from '../findings/edits.js';
import type { Fix, Placed } from '../findings/finding.js';
import { indexLines, lineText } from '../findings/lines.js';
import { identitiesOf } from '../findings/together.js';
import type { Trial } from '../fixes/verify.js';
import type { Files } from '../model/files.js';

/** The patches of a change and the base's files. */
export interface Deletions {
  readonly patches: Patches;
  readonly base: Files;
  /** False of findings that no deletion can have caused: what they are about was not there before. */
  readonly mayBlame: (finding: Placed) => boolean;
}

/** Blocks of deleted lines that are undone one by one to learn what they caused, at most. */
const mostTrials = 40;

/**
 * A finding that stands on no written line but is gone when a deletion is undone stands on the deleted line.
 * Where bringing the deleted lines back fixes it, that is its fix.
 */
export function withCauses(findings: readonly Placed[], trial: Trial, context: Deletions): readonly Placed[] {
  const open = findings.filter(
    (finding) => isNew(finding) && !finding.suppressed && (finding.side === 'left' || isHomeless(finding, context)),
  );
  if (open.length === 0) return findings;
  const moved = new Map<Placed, Placed>();
  for (const { path, filePatch, block } of deletions(open, context)) {
    const text = trial.text(path);
    const waiting = open.filter((finding) => !moved.has(finding) && isCandidate(block, path, finding));
    if (text === undefined || waiting.length === 0) continue;
    const without = trial.after(new Map([[path, withoutBlock(path, text, block)]]));
    const restoring =
      without && [...without].every((one) => trial.before.has(one)) ? restoration(path, text, block) : undefined;
    for (const finding of waiting) {
      if (without === undefined || identitiesOf(finding).some((one) => without.has(one))) continue;
      const standing = finding.side === 'left' ? finding : onDeletedLine(finding, filePatch, block, context);
      const isOffered = restoring !== undefined && !restores(finding, text, restoring);
      moved.set(finding, isOffered ? { ...standing, fix: restoring } : standing);
    }
  }
  return findings.map((finding) => moved.get(finding) ?? finding);
}

/** It stands on no line that the change wrote. */
function isHomeless(finding: Placed, { mayBlame }: Deletions): boolean {
  return finding.place !== 'comment' && mayBlame(finding);
}

/** Whether a block of deleted lines may have caused a finding: one that stands on deleted lines has its block. */
function isCandidate({ oldLine, deleted }: Block, path: string, { at, side, start }: Placed): boolean {
  return at.path === path && (side === 'right' || (start.line >= oldLine && start.line < oldLine + deleted.length));
}

/** Longer deletions took away more than a protection: bringing all of it back is not what fixes them. */
const mostRestored = 5;

/** The fix that brings the deleted lines back; undefined where other lines were written in their place. */
function restoration(path: string, head: string, block: Block): Fix | undefined {
  if (block.written.length > 0 || block.deleted.length > mostRestored) return undefined;
  return { class: 'exact', verified: false, edits: [undoing(path, head, block)] };
}

/** True if the finding's own fix writes the same: one edit then fixes all that the deletion caused. */
function restores({ fix, at }: Placed, text: string, restoring: Fix): boolean {
  if (fix === null || collide(fix.edits) || fix.edits.some(({ path }) => path !== at.path)) return false;
  return applyEdits(text, fix.edits) === applyEdits(text, restoring.edits);
}

function deletions(open: readonly Placed[], { patches }: Deletions) {
  const paths = [...new Set(open.map(({ at }) => at.path))];
  const blocks = paths.flatMap((path) => {
    const filePatch = patches.get(path);
    return (filePatch?.patch.hunks ?? []).flatMap((hunk) =>
      hunk.blocks.flatMap((block) => (filePatch && block.deleted.length > 0 ? [{ path, filePatch, block }] : [])),
    );
  });
  return blocks.slice(0, mostTrials);
}

function onDeletedLine(finding: Placed, { basePath }: FilePatch, block: Block, { base }: Deletions): Placed {
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

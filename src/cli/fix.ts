import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTwoFilesPatch } from 'diff';
import { applyEdits, collide, editsByPath } from '../findings/edits.js';
import type { Found } from '../findings/finding.js';
import { byWeight } from '../findings/outcome.js';
import type { Edit } from '../model/span.js';
import { CannotRun, reasonOf } from './cannot-run.js';
import type { JudgingOptions } from './judging.js';
import { print } from './output.js';
import { scanFolder } from './scan.js';

export interface FixOptions extends JudgingOptions {
  readonly dryRun?: boolean;
}

/** Fixes may make room for others (two edits at one place): rounds until nothing is left, at most. */
const mostRounds = 10;

/** `postern fix [PATH...]`: writes the verified fixes into the files; `--dry-run` shows the diff and stops after one round. */
export async function fixCommand(paths: readonly string[], options: FixOptions): Promise<number> {
  const fixed = new Map<string, number>();
  for (let round = 0; round < mostRounds; round += 1) {
    const { folder, found, judging } = await scanFolder(paths, options);
    const chosen = together(found.findings.filter(({ suppressed }) => suppressed === null).filter(judging.chosen));
    if (chosen.edits.length === 0) break;
    for (const { policy } of chosen.findings) fixed.set(policy, (fixed.get(policy) ?? 0) + 1);
    for (const [file, edits] of editsByPath(chosen.edits)) await write(folder.root, file, edits, options);
    if (options.dryRun === true) break;
  }
  const total = [...fixed.values()].reduce((sum, count) => sum + count, 0);
  const verb = options.dryRun === true ? 'would be fixed' : 'fixed';
  await print(`${total} ${total === 1 ? 'problem' : 'problems'} ${verb}\n`);
  return 0;
}

/** The verified fixes that can be applied at once, worst finding first. */
function together(findings: readonly Found[]): {
  readonly findings: readonly Found[];
  readonly edits: readonly Edit[];
} {
  const chosen: Found[] = [];
  let edits: readonly Edit[] = [];
  for (const finding of [...findings].sort(byWeight)) {
    if (finding.fix === null || !finding.fix.verified) continue;
    const wider = [...edits, ...finding.fix.edits];
    if (collide(wider) || sharesInsertion(edits, finding.fix.edits)) continue;
    edits = wider;
    chosen.push(finding);
  }
  return { findings: chosen, edits };
}

/** Two insertions at one offset would have to be ordered: the second waits for the next round. */
function sharesInsertion(edits: readonly Edit[], others: readonly Edit[]): boolean {
  const places = new Set(edits.map(({ path, start }) => `${start} ${path}`));
  return others.some(({ path, start }) => places.has(`${start} ${path}`));
}

async function write(root: string, file: string, edits: readonly Edit[], { dryRun }: FixOptions): Promise<void> {
  const before = await readFile(join(root, file), 'utf8');
  const after = applyEdits(before, edits);
  if (dryRun === true) await print(createTwoFilesPatch(`a/${file}`, `b/${file}`, before, after));
  else
    await writeFile(join(root, file), after).catch((error: unknown) => {
      throw new CannotRun(`${join(root, file)} cannot be written: ${reasonOf(error)}.`);
    });
}

import { applyEdits } from '../findings/edits.js';
import { indexLines } from '../findings/lines.js';
import type { Edit } from '../model/span.js';
import type { Block } from './patch.js';

/** The edit of the head's text that undoes one block of the change. */
export function undoing(path: string, head: string, block: Block): Edit {
  const { starts, text } = indexLines(head);
  const start = starts[block.newLine - 1] ?? text.length;
  const end = starts[block.newLine - 1 + block.written.length] ?? text.length;
  const restored = block.deleted.map((line) => `${line}\n`).join('');
  const needsBreak = start === text.length && start > 0 && text[start - 1] !== '\n';
  return { path, start, end, text: `${needsBreak ? '\n' : ''}${restored}` };
}

/** The head's text with one block of the change undone. */
export function withoutBlock(path: string, head: string, block: Block): string {
  return applyEdits(head, [undoing(path, head, block)]);
}

import { indexLines } from '../findings/lines.js';
import type { Block } from './patch.js';

/** The head's text with one block of the change undone. */
export function withoutBlock(head: string, block: Block): string {
  const { starts, text } = indexLines(head);
  const from = starts[block.newLine - 1] ?? text.length;
  const to = starts[block.newLine - 1 + block.written.length] ?? text.length;
  const restored = block.deleted.map((line) => `${line}\n`).join('');
  const needsBreak = from === text.length && from > 0 && text[from - 1] !== '\n';
  return `${text.slice(0, from)}${needsBreak ? '\n' : ''}${restored}${text.slice(to)}`;
}

import { isWithin } from '../model/path.js';
import type { ReadStack } from './read-stack.js';

/** True if one of the changed paths starts the stack, is read by it, or is code that one of its functions is built from. */
export function isTouched(stack: ReadStack, changed: readonly string[]): boolean {
  const files = new Set(stack.files);
  const roots = stack.codeRoots.map((root) => root.replace(/\/+$/, '').replace(/^\.$/, ''));
  return changed.some((path) => files.has(path) || path === stack.entry || roots.some((root) => isWithin(path, root)));
}

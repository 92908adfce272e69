import { mostValues, valuesIn } from '../findings/values.js';
import { unreadStack } from '../frameworks/files/unread-stack.js';
import type { Files } from '../model/files.js';
import type { ReadStack } from './read-stack.js';

/** The memory that the stacks of one commit may take together, counted in written values: those of a file at most. */
export interface Room {
  /** The stack, or a word that there is no room for it any more; it still knows its files, and so who touches it. */
  readonly take: (stack: ReadStack, files: Files) => ReadStack;
}

export function openRoom(): Room {
  let left = mostValues;
  const counted = new Set<string>();
  return {
    take: (stack, files) => {
      if (stack.model.functions.length > mostFunctions) return notReviewed(stack, tooManyFunctions);
      const own = stack.files.filter((path) => !counted.has(path));
      const values = own.reduce((sum, path) => sum + heldIn(files.read(path) ?? ''), 0);
      if (values > left) return withoutRoom(stack, left === mostValues);
      for (const path of own) counted.add(path);
      left -= values;
      return stack;
    },
  };
}

/** A file of its own that holds too much was not read. */
function heldIn(text: string): number {
  const values = valuesIn(text);
  return values > mostValues ? 0 : values;
}

function withoutRoom(stack: ReadStack, isAlone: boolean): ReadStack {
  const message = isAlone
    ? `This stack holds more than ${mostValues.toLocaleString('en')} values; it was not reviewed. Split it into smaller ones.`
    : 'This stack and those read with it hold more values than are reviewed together; it was not reviewed. Split the change.';
  return notReviewed(stack, message);
}

/** Every function is asked about by each policy: with more, one stack takes longer than its share of time. */
const mostFunctions = 2000;
const tooManyFunctions = `This stack declares more than ${mostFunctions.toLocaleString('en')} functions; it was not reviewed. Split it into smaller ones.`;

/** Of what is not reviewed the files are known, and so who touches it. */
function notReviewed(stack: ReadStack, message: string): ReadStack {
  const { framework, entry, files, codeRoots } = stack;
  const notices = [...stack.notices, { path: stack.model.path, message, kind: 'unread' as const }];
  return { ...unreadStack(framework.unreadAs, stack.model.path, notices), framework, entry, files, codeRoots };
}

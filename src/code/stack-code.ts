import type { Stack } from '../facts/stack.js';
import type { Notice } from '../findings/notice.js';
import type { ServerlessFunction } from '../model/function.js';
import type { Flow } from './flow/machine.js';

/** What the handlers of one stack do with what comes in. */
export interface StackCode {
  readonly stack: Stack;
  readonly functions: readonly FunctionCode[];
  readonly notices: readonly Notice[];
}

/** The code of one function. A handler that several functions share is the first one's. */
export interface FunctionCode {
  readonly function: ServerlessFunction;
  /** The handler's file and the project files that it imports. */
  readonly paths: readonly string[];
  readonly flows: readonly ToldFlow[];
}

/** A flow with its way in words: `event.body` (line 4), `text` (line 5), `exec` (line 9). */
export interface ToldFlow extends Flow {
  readonly way: string;
}

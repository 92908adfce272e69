import type { Stack } from '../facts/stack.js';
import type { Notice } from '../findings/notice.js';
import type { ServerlessFunction } from '../model/function.js';
import type { Span } from '../model/span.js';
import type { CloudNeeds } from './cloud/needs.js';
import type { Flow } from './flow/machine.js';
import type { Handler } from './handler.js';
import type { Mend } from './mending/mend.js';
import type { Mentions } from './mentions.js';

/** What the handlers of one stack do with what comes in. */
export interface StackCode {
  readonly stack: Stack;
  readonly functions: readonly FunctionCode[];
  readonly notices: readonly Notice[];
  /** What the code of a function needs of its cloud; undefined where its code is not known. */
  readonly needs: (functionId: string) => CloudNeeds | undefined;
  /** The line that a place begins on. */
  readonly lineOf: (at: Span) => number;
}

/** The code of one function. A handler that several functions share is the first one's. */
export interface FunctionCode {
  readonly function: ServerlessFunction;
  readonly handlers: readonly Handler[];
  /** The handler's file and the project files that it imports. */
  readonly paths: readonly string[];
  readonly flows: readonly ToldFlow[];
  /** Resources of the stack that its calls put something into, with one call. */
  readonly sends: ReadonlyMap<string, Span>;
  /** The functions that its platform or a router starts, measured when it is asked for. */
  readonly started: () => readonly StartedFunction[];
  /** What its files name, looked for when it is asked for. */
  readonly mentions: () => Mentions;
}

/** A function that is started from outside, and how much there is to it. */
export interface StartedFunction {
  readonly name: string;
  readonly at: Span;
  readonly complexity: number;
}

/** What another function put into a store before it came here. */
export interface StoredBefore {
  readonly by: ServerlessFunction;
  /** The resource of the stack that held it. */
  readonly store: string;
  /** Where it came in, and how the program calls it there. */
  readonly source: Span;
  readonly text: string;
  readonly write: Span;
}

/** A flow with its way in words: `event.body` (line 4), `text` (line 5), `exec` (line 9). */
export interface ToldFlow extends Flow {
  readonly way: string;
  /** How the call could be written, where its file alone decides that. */
  readonly mend?: Mend;
  readonly stored?: StoredBefore;
}

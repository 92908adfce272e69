import type { Confidence } from '../../model/confidence.js';
import type { Span } from '../../model/span.js';
import type { Expression, FunctionForm, Variable } from '../form.js';
import type { Danger } from '../tables/danger.js';
import { held, newState, type State } from './state.js';
import { type Closure, nothing, type Origin, type Step, type StoreName, type Value } from './value.js';

/** One thing that the code does: text of an event that reaches a sink, or a call that is wrong by itself. */
export interface Flow {
  readonly danger: Danger;
  /** The function that the platform or a router starts. */
  readonly handler: string;
  /** Undefined for what is wrong whatever comes in. */
  readonly source: FlowSource | undefined;
  readonly sink: { readonly text: string; readonly at: Span };
  readonly steps: readonly Step[];
  readonly confidence: Confidence;
  /** What a policy may tell apart: the option, the kind of query. */
  readonly detail: string;
  /** The expression that arrives. */
  readonly argument: Span;
  /** What is called, outside of the project. */
  readonly symbol?: string;
  /** The function in which it arrives, that stands in no other one. */
  readonly within?: Span;
}

export interface FlowSource {
  readonly text: string;
  readonly at: Span;
  readonly origin: Origin;
  /** The way from the origin. */
  readonly path: readonly string[];
}

/** Text of an event that a function puts into a store of the cloud. */
export interface StoredWrite {
  readonly store: StoreName;
  /** Of an item, the name that it is given; `*` for any. */
  readonly field: string;
  readonly source: { readonly text: string; readonly at: Span };
  readonly sink: { readonly text: string; readonly at: Span };
  readonly confidence: Confidence;
}

/** A call that puts something into a store of the cloud, whatever it is. */
export interface Sending {
  readonly store: StoreName;
  readonly at: Span;
  /** It is to come later: it waits by itself. */
  readonly isDelayed: boolean;
}

export type Sign = 'verification' | 'reset' | 'entities' | 'starttls' | 'ends early' | 'credentials' | 'origin tested';

/** What runs while a unit is followed. All of it is bounded. */
export interface Machine {
  /** What a module of the unit gives under a name; undefined for one that is not of the project. */
  readonly imported: (from: string, module: string, name: string) => Value | undefined;
  readonly flows: Map<string, Flow>;
  /** Text of events that is put into stores of the cloud. */
  readonly writes: Map<string, StoredWrite>;
  readonly sendings: Map<string, Sending>;
  /** Calls that were met: true for those that are certainly none of a cloud's client. */
  readonly calls: Map<Expression, boolean>;
  /** What the unit does somewhere, so that it may be done for what stands elsewhere: tokens are verified. */
  readonly signs: Set<Sign>;
  /** Handlers whose answers are no pages, as they say. */
  readonly plain: Set<string>;
  /** What promises that are being made come to, the innermost last. */
  readonly resolved: Value[][];
  /** What handlers do with the bodies of requests. */
  readonly bodies: Bodies;
  /** Functions that a platform or a router started, by what it calls them. */
  readonly started: Map<FunctionForm, string>;
  /** Names that were asked for before anything was written to them. */
  readonly missed: Set<Variable>;
  /** Functions that a router or a platform starts when a request comes. */
  readonly entries: Entry[];
  stepsLeft: number;
  /** Tests that are being evaluated. */
  testing: number;
}

export interface Bodies {
  /** The first use of each handler, and the fields that it uses. */
  readonly used: Map<string, { readonly flow: Flow; readonly fields: Set<string> }>;
  /** Handlers that look at what is in a body before they go on. */
  readonly checked: Set<string>;
}

export interface Entry {
  readonly closures: readonly Closure[];
  readonly arguments: readonly Value[];
  readonly name: string;
  /** What it returns is the answer to a request. */
  readonly answers: boolean;
  /** A text that it returns is a page. */
  readonly pages?: true;
  /** Where the name stands by which its platform knows it: here, or at what the file exports. */
  readonly named?: 'here' | 'export';
}

/** One function that is being run, or the top of a file. */
export interface Frame {
  readonly machine: Machine;
  readonly path: string;
  /** The names at this place. */
  readonly state: State;
  /** What all of the function shares, however deep its blocks are. */
  readonly run: FunctionRun;
  /** Only where a variable of the environment asks for more to be logged. */
  readonly isDebugging?: true;
  /** Only where the file is started by itself: `if __name__ == '__main__'`. */
  readonly isProgram?: true;
}

export interface FunctionRun {
  readonly name: string;
  /** What the platform started. */
  readonly handler: string;
  /** Functions of the project around it that are being run. */
  readonly depth: number;
  /** Those that are being run, the outermost first. */
  readonly forms: readonly FunctionForm[];
  readonly base: State;
  readonly exits: Exit[];
  /** Where loops were left, innermost last. */
  readonly leaves: State[][];
  /** Names and files that last, as far as it was asked what is in them. */
  readonly asked: Set<Variable | string>;
}

export interface Exit {
  readonly at: Span;
  readonly state: State;
  readonly value: Value;
}

/** Calls of project functions inside one another, at most. */
export const mostLevels = 5;

/** Expressions that one unit may take, at most. */
export const mostSteps = 200_000;

/** What an expression gives as the question of a branch. */
export function asTest<T>(machine: Machine, evaluate: () => T): T {
  machine.testing += 1;
  const value = evaluate();
  machine.testing -= 1;
  return value;
}

/** What a name holds at a place; what holds nothing yet is noted. */
export function heldIn({ state, machine: { missed } }: Frame, variable: Variable): Value {
  const value = held(state, variable);
  if (value === undefined) missed.add(variable);
  return value ?? nothing;
}

export function inBranch(frame: Frame): Frame {
  return { ...frame, state: newState(frame.state) };
}

/** True while there is budget left. */
export function mayGoOn(machine: Machine): boolean {
  machine.stepsLeft -= 1;
  return machine.stepsLeft > 0;
}

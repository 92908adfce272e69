import type { Confidence } from '../../model/confidence.js';
import type { Span } from '../../model/span.js';
import type { ClassForm, FunctionForm } from '../form.js';
import type { Danger } from '../tables/danger.js';
import type { Entry } from './machine.js';
import type { State } from './state.js';

/** Where text comes in that somebody else decides: an event, a request, a caught error. */
export interface Origin {
  readonly kind: OriginKind;
  /** As the handler calls it: `event`, `req`. */
  readonly name: string;
  /** Of what is taken out of a store of the cloud. */
  readonly store?: StoreName;
}

/** A store as the program names it; which one it is the stack says. */
export interface StoreName {
  /** The prefix of its service's actions. */
  readonly service: string;
  readonly by: 'text' | 'variable';
  readonly name: string;
}

export type OriginKind =
  | 'event'
  | 'express'
  | 'koa'
  | 'hono'
  | 'fastify'
  | 'azure'
  | 'message'
  | 'cloud event'
  /** What a client of Firebase calls a function with. */
  | 'call'
  | 'python request'
  /** Whole events of a source that anyone writes to. */
  | 'any event'
  /** Each parameter is a text of the request: parts of its path, fields of a form. */
  | 'texts'
  | 'third party'
  /** Of others only where a function of the stack puts text of an event there. */
  | 'stored'
  | 'error';

/** Text of an origin inside a value. */
export interface Taint {
  readonly origin: Origin;
  /** The way from the origin: names, `[]` for an item. */
  readonly path: readonly string[];
  /** Where it is first read as something that others decide. */
  readonly at: Span;
  readonly steps: readonly Step[];
  readonly confidence: Confidence;
  /** `any`: it may be an object or list as well as a text. */
  readonly shape: 'text' | 'any';
  /** What it can no longer do. */
  readonly harmless: readonly Danger[];
}

/** A place between source and sink: a name that the text is given, a function that it is passed to. */
export interface Step {
  readonly kind: 'name' | 'function';
  readonly name: string;
  readonly at: Span;
}

export interface Closure {
  readonly form: FunctionForm;
  /** The names of the functions around it, as they were when it was made. */
  readonly captured: State | undefined;
  readonly self: Value | undefined;
}

export interface ClassValue {
  readonly form: ClassForm;
  readonly parent: Value | undefined;
  readonly captured: State | undefined;
}

/** What a test tells of texts: those that are fine if it holds, and if it does not. Keys are those of `taintKey`. */
export interface Implied {
  readonly whenTrue: ReadonlyMap<string, Cleared>;
  readonly whenFalse: ReadonlyMap<string, Cleared>;
}

/** How far a check clears a text: for everything, or only of being an object or a name of something else. */
export type Cleared = 'all' | 'shape';

/** What is known of a value. All of it may be left out: nothing is known then. */
export interface Value {
  readonly taints: readonly Taint[];
  readonly fields?: ReadonlyMap<string, Value>;
  /** Of a list, or under keys that are computed. */
  readonly items?: Value;
  /** What it is outside the project: `child_process.exec`, `pg.Pool().query`. */
  readonly symbol?: string;
  readonly closures?: readonly Closure[];
  readonly classes?: readonly ClassValue[];
  /** It is an instance of one of these. */
  readonly instanceOf?: readonly ClassValue[];
  /** A text that is put together: fixed pieces and others, in order. */
  readonly pieces?: readonly (string | Value)[];
  readonly constant?: string | number | boolean | null;
  /** A regular expression. */
  readonly pattern?: string;
  readonly implies?: Implied;
  /** Functions that a platform starts, handed to it here. */
  readonly registered?: readonly Entry[];
}

export const nothing: Value = { taints: [] };

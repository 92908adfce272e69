import type { Notice } from '../../../findings/notice.js';
import type { Span } from '../../../model/span.js';
import type { Value } from '../../../model/value.js';
import type { Block } from '../../../notation/hcl/block.js';
import type { Expression } from '../../../notation/hcl/expression.js';
import type { Module } from './module.js';
import type { Sizes } from './sizes.js';

/** A resource or data source as it is declared, once for each known key. */
export interface Instance {
  /** The Terraform address, modules included. */
  readonly id: string;
  /** As it is called in its own module today. */
  readonly address: string;
  readonly type: string;
  readonly block: Block;
  readonly scope: Scope;
}

/** The key of one of several: a text of `for_each`, a number of `count`. */
export type Key = string | number | undefined;

/** One of several instances. */
export type Keyed = Instance & { readonly key: Key };

/** One call of a module: in the repository, or a remote one whose arguments alone are known. */
export interface Call {
  readonly id: string;
  readonly block: Block;
  /** The scope of the caller, with `each` and `count`. */
  readonly scope: Scope;
  readonly source: string;
  /** The module inside, when it is in the repository. */
  readonly inner: Scope | undefined;
}

/** What names mean in one call of a module. */
export interface Scope {
  readonly module: Module;
  /** `module.api.` for what stands in a module; empty in the root. */
  readonly prefix: string;
  /** `each`, `count`, and names that `for` and `dynamic` bring. */
  readonly names: ReadonlyMap<string, Value>;
  readonly variable: (name: string, at: Span) => Value;
  readonly local: (name: string, at: Span) => Value;
  /** A resource, a map of resources by key, or undefined if there is none of that name. */
  readonly resource: (type: string, name: string, at: Span) => Value | undefined;
  /** The instances of a data source; undefined if there is none of that name. */
  readonly dataSource: (type: string, name: string) => readonly Keyed[] | undefined;
  /** A call of a module by its name. */
  readonly call: (name: string, at: Span) => Value;
  /** What this module gives back under a name. */
  readonly output: (name: string, at: Span) => Value;
  readonly session: Session;
}

/** What one stack shares while it is evaluated. */
export interface Session {
  readonly notices: Notice[];
  /** Resources by their addresses. */
  readonly instances: Map<string, Instance>;
  readonly calls: Map<string, Call>;
  /** Former addresses by those of today: what was moved keeps its first one. */
  readonly moved: Map<string, string>;
  readonly sizes: Sizes;
  /** What decoded texts say, by the texts and where they stand. */
  readonly documents: Map<string, Value | undefined>;
  /** Template files by their paths. */
  readonly templates: Map<string, Expression>;
  /** Templates that are being put together: one cannot ask for another. */
  readonly rendering: Set<string>;
  /** The folder of the root module. */
  readonly root: string;
  readonly readText: (path: string) => string | undefined;
  /** Steps that may still be taken. */
  readonly budget: { left: number };
  /** Counts steps of work; false when too much was asked. */
  readonly spend: (steps: number) => boolean;
  /** How deep evaluation is nested now. */
  readonly level: { depth: number };
  /** The text of a file that is part of the configuration. */
  readonly textOf: (path: string) => string;
}

/** Evaluation nested deeper than this ends as unknown. */
export const deepest = 200;

/** The same scope with more names. */
export function withNames(scope: Scope, names: Readonly<Record<string, Value>>): Scope {
  return { ...scope, names: new Map([...scope.names, ...Object.entries(names)]) };
}

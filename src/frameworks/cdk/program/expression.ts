import type { Span } from '../../../model/span.js';

/** What a program says, whichever of the two languages it is written in. Nothing is run. */
export type Expression =
  | Literal
  | Text
  | List
  | Properties
  | Name
  | Imported
  | Member
  | Call
  | Alternative
  | Fallback
  | Opaque;

interface Located {
  readonly at: Span;
}

export interface Literal extends Located {
  readonly kind: 'literal';
  readonly value: string | number | boolean | null;
}

/** A text with expressions in it. */
export interface Text extends Located {
  readonly kind: 'text';
  readonly parts: readonly (string | Expression)[];
}

export interface List extends Located {
  readonly kind: 'list';
  readonly items: readonly Expression[];
  /** Something is spread into it. */
  readonly open: boolean;
}

export interface Property {
  readonly key: string;
  readonly keyAt: Span;
  readonly value: Expression;
}

/** An object literal, a dictionary, or the keyword arguments of a call. */
export interface Properties extends Located {
  readonly kind: 'properties';
  readonly form: 'object' | 'dictionary' | 'keywords';
  readonly entries: readonly Property[];
  readonly open: boolean;
  /** Other properties that are spread into these, and how many entries stand before each. */
  readonly spreads?: readonly Spread[];
  /** These as they are written, when others were spread into them. */
  readonly written?: Properties;
}

export interface Spread extends Located {
  readonly before: number;
  readonly value: Expression;
}

/** The names that one block, function or class knows, besides those around it. */
export interface Scope {
  readonly around: Scope | undefined;
  readonly names: Map<string, Expression>;
}

export interface Name extends Located {
  readonly kind: 'name';
  readonly name: string;
  readonly scope: Scope;
}

/** What an import binds: a whole module (`*`) or one of its names. */
export interface Imported extends Located {
  readonly kind: 'imported';
  readonly module: string;
  readonly name: string;
}

export interface Member extends Located {
  readonly kind: 'member';
  readonly of: Expression;
  readonly name: string;
}

export interface Call extends Located {
  readonly kind: 'call';
  readonly callee: Expression;
  readonly args: readonly Expression[];
  /** Makes an object of a class. */
  readonly creates: boolean;
  /** From the beginning to the last character before the closing parenthesis. */
  readonly argsEnd: number;
  /** Arguments are spread, so that their positions are not known. */
  readonly open: boolean;
  /** A class calls what it extends: the object that is made is its own. */
  readonly ofBase?: true;
  /** The names inside of what is made, where that is a class of the file that is made once. */
  inside?: Scope;
}

/** One of several, by a condition that is not looked at, or by which of several places makes it. */
export interface Alternative extends Located {
  readonly kind: 'alternative';
  readonly cases: readonly Case[];
}

export interface Case {
  readonly label: string;
  readonly value: Expression;
}

/** `given ?? otherwise`, or `given || otherwise`. */
export interface Fallback extends Located {
  readonly kind: 'fallback';
  readonly given: Expression;
  readonly otherwise: Expression;
}

export function nothing(at: Span): Literal {
  return { kind: 'literal', value: null, at };
}

export function isNull(expression: Expression): boolean {
  return expression.kind === 'literal' && expression.value === null;
}

export function oneOfTwo(test: string, { yes, no, at }: { yes: Expression; no: Expression; at: Span }): Alternative {
  const cases = [
    { label: test, value: yes },
    { label: `not ${test}`, value: no },
  ];
  return { kind: 'alternative', cases, at };
}

export interface Opaque extends Located {
  readonly kind: 'opaque';
  readonly because: string;
}

/** How surely a statement is carried out: once, perhaps not, or any number of times. */
export type Certainty = 'once' | 'maybe' | 'many';

/** One expression of the program's text that stands as a statement or as what a name is given. */
export interface Step {
  readonly value: Expression;
  readonly certainty: Certainty;
  /** The class or function it stands in; empty for the file itself. */
  readonly unit: string;
}

/** A class of the file. */
export interface DeclaredClass {
  readonly name: string;
  readonly base: Expression | undefined;
  readonly at: Span;
}

/** A function, a method (`this.name`) or a class of the file, by what it is made or called with. */
export interface Unit {
  readonly name: string;
  readonly scope: Scope;
  readonly parameters: readonly string[];
  /** What it gives back, each time it does. */
  readonly returns: readonly Expression[];
  /** Other files may call it as well. */
  readonly exported: boolean;
}

/** `export { name } from 'module'`; `*` for all that it has. */
export interface Passed {
  readonly name: string;
  readonly from: Imported;
}

/** A whole file. */
export interface Program {
  readonly path: string;
  readonly text: string;
  readonly language: 'typescript' | 'python';
  readonly steps: readonly Step[];
  readonly classes: readonly DeclaredClass[];
  readonly units: readonly Unit[];
  readonly imports: readonly Imported[];
  /** The names of the file itself. */
  readonly scope: Scope;
  /** Names of other files that are passed on by this one. */
  readonly passed: readonly Passed[];
  /** Where something could not be read; what stands around it was. */
  readonly brokenAt?: number;
}

export function opaque(at: Span, because: string): Opaque {
  return { kind: 'opaque', at, because };
}

/** What is set on an object after it was made: a call of what is set, whose arguments are not known whole. */
export function overriding(callee: Expression, value: Expression, at: Span): Expression {
  return { kind: 'call', callee, args: [value], creates: false, argsEnd: at.end, open: true, at };
}

import type { Notice } from '../findings/notice.js';
import type { Span } from '../model/span.js';

/*
 * The form that handler code of any language is brought to before flows are followed: names are resolved, patterns are
 * taken apart, and what says nothing about data (types, awaiting, parentheses) is gone.
 *
 * A lowering is `(source: Source) => ModuleForm | Notice` in `code/<language>/`. It is tested by a table of rows
 * `[what is true in the world, text of a handler, flows as text]` through `flowsIn` (test/support/flows.ts), never by the
 * shape of the form. What a lowering cannot say it says as `unknown` with the expressions inside: their calls are still seen.
 */

/** One file. Statements at its top run once, before any handler. */
export interface ModuleForm {
  readonly path: string;
  readonly body: readonly Statement[];
  /** Names that other files may ask for; `default` and `*` (all of it) as in JavaScript. */
  readonly exports: readonly ExportedName[];
  /** What is passed on from other modules: `export * from`, `from x import *`. */
  readonly passedOn: readonly PassedOnName[];
  /** Tells that a part of the file could not be read. */
  readonly notice?: Notice;
  /** Every module that is named, with dots for relative ones as the language writes them, and dynamic ones. */
  readonly modules: readonly string[];
}

export interface ExportedName {
  readonly name: string;
  readonly value: Expression;
}

export interface PassedOnName {
  readonly name: string;
  readonly module: string;
  readonly imported: string;
}

/** A name of one scope, with an identity of its own: two of the same text are two objects. */
export interface Variable {
  readonly name: string;
  /** It stands at the top of its file and may be given other values: what it holds is there in the next call too. */
  readonly lasts?: true;
}

export interface FunctionForm {
  readonly name: string;
  /** One for each position; patterns are taken apart by assignments at the head of the body. */
  readonly parameters: readonly Parameter[];
  readonly body: readonly Statement[];
  /** What `this` or `self` means inside; undefined where it is that of the function around. */
  readonly self: Variable | undefined;
  readonly at: Span;
  /** It gives a promise. */
  readonly isAsync?: true;
  /** Written before the function and wrapping it, outermost first. */
  readonly decorators: readonly Expression[];
}

export interface Parameter {
  readonly variable: Variable;
  readonly rest: boolean;
  /** What is given by other names stands in it. */
  readonly gathers?: true;
  readonly otherwise: Expression | undefined;
  /** The class that it is declared to be of. */
  readonly type?: Expression;
  readonly decorators?: readonly Expression[];
}

export interface ClassForm {
  readonly name: string;
  readonly parent: Expression | undefined;
  /** What `this` or `self` means in its methods: one for all instances. */
  readonly self: Variable;
  readonly methods: readonly Method[];
  /** Run when an instance is made, before its constructor. */
  readonly fields: readonly Statement[];
  readonly at: Span;
  readonly decorators?: readonly Expression[];
}

export interface Method {
  /** `constructor` for the one that runs when an instance is made, in every language. */
  readonly name: string;
  readonly kind: 'method' | 'getter' | 'setter' | 'static';
  readonly function: FunctionForm;
}

export type Statement =
  | { readonly kind: 'evaluate'; readonly value: Expression }
  | { readonly kind: 'assign'; readonly target: Expression; readonly value: Expression }
  | { readonly kind: 'return'; readonly value: Expression | undefined; readonly at: Span }
  /** Ends the function with an error. */
  | { readonly kind: 'throw'; readonly value: Expression }
  /** Ends a turn of a loop, or the loop. */
  | { readonly kind: 'leave' }
  | {
      readonly kind: 'branch';
      readonly test: Expression;
      readonly met: readonly Statement[];
      readonly otherwise: readonly Statement[];
    }
  /** Its body may run never, once or more often. `item`: each item, or each key, of a value in turn. */
  | {
      readonly kind: 'loop';
      readonly item: LoopItem | undefined;
      readonly test: Expression | undefined;
      readonly body: readonly Statement[];
    }
  | {
      readonly kind: 'try';
      readonly body: readonly Statement[];
      readonly caught: Variable | undefined;
      readonly caughtAt: Span;
      readonly handler: readonly Statement[];
      readonly last: readonly Statement[];
      /** It answers to names that are missing, so that its body asks for them. */
      readonly asks?: true;
      /** Only errors of some kinds end here; all others go on. */
      readonly isNarrow?: true;
    };

export interface LoopItem {
  readonly variable: Variable;
  readonly of: Expression;
  readonly by: 'item' | 'key';
}

export type Expression = { readonly at: Span } & (
  | { readonly kind: 'constant'; readonly value: string | number | boolean | null }
  /** A regular expression, as written between its delimiters. */
  | { readonly kind: 'pattern'; readonly source: string }
  | { readonly kind: 'variable'; readonly variable: Variable }
  /** A name that the file does not declare: `eval`, `console`, `open`. */
  | { readonly kind: 'global'; readonly name: string }
  /** What another module gives; `*` is all of it. `module` as the language writes it. */
  | { readonly kind: 'imported'; readonly module: string; readonly name: string }
  | { readonly kind: 'member'; readonly object: Expression; readonly name: string }
  | { readonly kind: 'index'; readonly object: Expression; readonly key: Expression }
  | CallExpression
  | { readonly kind: 'function'; readonly function: FunctionForm }
  | { readonly kind: 'class'; readonly class: ClassForm }
  /** Parts put together to a text, by a template or by `+`. */
  | { readonly kind: 'text'; readonly parts: readonly Expression[] }
  | { readonly kind: 'object'; readonly entries: readonly Entry[] }
  | { readonly kind: 'list'; readonly items: readonly Argument[] }
  /** One of several: `a ? b : c`, `a ?? b`. */
  | { readonly kind: 'choice'; readonly test: Expression | undefined; readonly options: readonly Expression[] }
  | { readonly kind: 'all' | 'any'; readonly operands: readonly Expression[] }
  | { readonly kind: 'not'; readonly operand: Expression }
  /** Equality, unequality, membership: what a guard compares. `in`: the left is one of the right. */
  | {
      readonly kind: 'compare';
      readonly operator: '==' | '!=' | 'in' | 'not in';
      readonly left: Expression;
      readonly right: Expression;
    }
  /** Arithmetic, order: the outcome carries no text of its operands. */
  | { readonly kind: 'computed'; readonly operands: readonly Expression[] }
  | { readonly kind: 'assignment'; readonly target: Expression; readonly value: Expression }
  | { readonly kind: 'unknown'; readonly inside: readonly Expression[] }
);

export interface CallExpression {
  readonly kind: 'call';
  readonly callee: Expression;
  readonly arguments: readonly Argument[];
  /** It makes an instance, by `new`. In Python every call of a class does, and the engine sees which it is. */
  readonly creates: boolean;
  /** It stands as a statement of its own, alone or with what is to happen after it: nothing waits for what it gives. */
  readonly isDropped?: 'alone' | 'chained';
}

export interface Argument {
  readonly value: Expression;
  readonly spread: boolean;
  /** Of arguments that are given by name. */
  readonly name?: string;
}

export interface Entry {
  /** Undefined for one that is computed or spread. */
  readonly key: string | undefined;
  readonly computedKey?: Expression;
  readonly value: Expression;
  readonly spread: boolean;
}

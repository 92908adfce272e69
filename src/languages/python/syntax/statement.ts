import type { Span } from '../../../model/span.js';
import type { Argument, Expression, Parameter } from './expression.js';
import type { Pattern } from './pattern.js';

export type Statement =
  | ImportStatement
  | ExpressionStatement
  | Assignment
  | FunctionDefinition
  | ClassDefinition
  | Return
  | Raise
  | Assertion
  | Deletion
  | Declaration
  | Jump
  | If
  | For
  | While
  | With
  | Try
  | Match
  | UnreadStatement;

export type Block = readonly Statement[];

interface Located {
  readonly at: Span;
}

export interface ImportStatement extends Located {
  readonly kind: 'import';
  readonly imports: readonly Import[];
}

/**
 * One name that an import brings. `module` is as it is written, with the dots of a relative one; `name` is what is taken
 * from it: undefined for the module itself, `*` for all it has. `local` is what it is called here; undefined for `*`.
 */
export interface Import extends Located {
  readonly module: string;
  readonly name: string | undefined;
  readonly local: string | undefined;
  /** What the local name stands for: `import a.b` binds `a`, which is the module `a`. */
  readonly binds: string | undefined;
}

export interface ExpressionStatement extends Located {
  readonly kind: 'expression';
  readonly value: Expression;
}

/** `a = b = value`, `a: annotation = value`, `a += value`; a name that is only declared has no value. */
export interface Assignment extends Located {
  readonly kind: 'assignment';
  readonly targets: readonly Expression[];
  readonly value: Expression | undefined;
  readonly annotation: Expression | undefined;
  /** `+` for `+=`. */
  readonly operator: string | undefined;
}

export interface FunctionDefinition extends Located {
  readonly kind: 'function';
  readonly name: string;
  readonly nameAt: Span;
  readonly parameters: readonly Parameter[];
  readonly returns: Expression | undefined;
  /** What stands after each `@`. */
  readonly decorators: readonly Expression[];
  readonly body: Block;
  readonly isAsync: boolean;
}

export interface ClassDefinition extends Located {
  readonly kind: 'class';
  readonly name: string;
  readonly nameAt: Span;
  readonly bases: readonly Argument[];
  readonly decorators: readonly Expression[];
  readonly body: Block;
}

export interface Return extends Located {
  readonly kind: 'return';
  readonly value: Expression | undefined;
}

export interface Raise extends Located {
  readonly kind: 'raise';
  readonly value: Expression | undefined;
  readonly cause: Expression | undefined;
}

export interface Assertion extends Located {
  readonly kind: 'assert';
  readonly test: Expression;
  readonly message: Expression | undefined;
}

export interface Deletion extends Located {
  readonly kind: 'delete';
  readonly targets: readonly Expression[];
}

export interface Declaration extends Located {
  readonly kind: 'global' | 'nonlocal';
  readonly names: readonly string[];
}

export interface Jump extends Located {
  readonly kind: 'break' | 'continue' | 'pass';
}

/** The first branch is `if`, the others are `elif`. */
export interface If extends Located {
  readonly kind: 'if';
  readonly branches: readonly { readonly test: Expression; readonly body: Block }[];
  readonly otherwise: Block;
}

export interface For extends Located {
  readonly kind: 'for';
  readonly target: Expression;
  readonly iterable: Expression;
  readonly body: Block;
  readonly otherwise: Block;
}

export interface While extends Located {
  readonly kind: 'while';
  readonly test: Expression;
  readonly body: Block;
  readonly otherwise: Block;
}

export interface With extends Located {
  readonly kind: 'with';
  readonly items: readonly { readonly value: Expression; readonly target: Expression | undefined }[];
  readonly body: Block;
}

export interface Try extends Located {
  readonly kind: 'try';
  readonly body: Block;
  readonly handlers: readonly Handler[];
  readonly otherwise: Block;
  readonly atLast: Block;
}

/** `except caught as target`. */
export interface Handler {
  readonly caught: Expression | undefined;
  readonly target: Expression | undefined;
  readonly body: Block;
}

export interface Match extends Located {
  readonly kind: 'match';
  readonly subject: Expression;
  readonly cases: readonly Case[];
}

export interface Case extends Located {
  readonly pattern: Pattern;
  readonly guard: Expression | undefined;
  readonly body: Block;
}

/** A part that is not valid, with the statements in it that are. */
export interface UnreadStatement extends Located {
  readonly kind: 'unread';
  readonly body: Block;
}

import type { Span } from '../../model/span.js';

/** One expression of HCL with its place. */
export type Expression =
  | LiteralExpression
  | TemplateExpression
  | ListExpression
  | ObjectExpression
  | NameExpression
  | TraversalExpression
  | CallExpression
  | ConditionalExpression
  | ForExpression
  | OperationExpression
  | BrokenExpression;

interface Placed {
  readonly at: Span;
}

export interface LiteralExpression extends Placed {
  readonly kind: 'literal';
  readonly value: string | number | boolean | null;
}

/** Text with parts in it. */
export interface TemplateExpression extends Placed {
  readonly kind: 'template';
  readonly parts: readonly TemplatePart[];
  readonly heredoc: boolean;
}

export type TemplatePart =
  | { readonly kind: 'text'; readonly text: string; readonly start: number; readonly end: number }
  /** `${ ... }`; `%{ if }` as a conditional, `%{ for }` as a joined loop. */
  | { readonly kind: 'value'; readonly value: Expression; readonly start: number; readonly end: number };

export interface ListExpression extends Placed {
  readonly kind: 'list';
  readonly items: readonly Expression[];
}

export interface ObjectExpression extends Placed {
  readonly kind: 'object';
  readonly entries: readonly ObjectEntry[];
}

export interface ObjectEntry {
  readonly key: Expression;
  readonly value: Expression;
}

/** The first name of a traversal: `var`, `aws_sqs_queue`, `each`, a `for` variable. */
export interface NameExpression extends Placed {
  readonly kind: 'name';
  readonly name: string;
}

export interface TraversalExpression extends Placed {
  readonly kind: 'traversal';
  readonly from: Expression;
  readonly steps: readonly Step[];
}

export type Step =
  | { readonly kind: 'attribute'; readonly name: string }
  | { readonly kind: 'index'; readonly key: Expression }
  /** `[*]` and `.*`: what follows is taken of every item, after `.*` only so many steps. */
  | { readonly kind: 'splat'; readonly reach?: number };

export interface CallExpression extends Placed {
  readonly kind: 'call';
  readonly name: string;
  readonly arguments: readonly Expression[];
  /** The last argument is a list of arguments. */
  readonly spread: boolean;
}

export interface ConditionalExpression extends Placed {
  readonly kind: 'conditional';
  readonly condition: Expression;
  readonly yes: Expression;
  readonly no: Expression;
  /** The condition as written, on one line. */
  readonly text: string;
}

export interface ForExpression extends Placed {
  readonly kind: 'for';
  /** The names of key and value, or of the value alone. */
  readonly names: readonly string[];
  readonly source: Expression;
  /** Makes a map when there is a key. */
  readonly key: Expression | undefined;
  readonly value: Expression;
  readonly condition: Expression | undefined;
  readonly grouped: boolean;
}

/** One operand for `!` and the negative sign, two for all others. */
export interface OperationExpression extends Placed {
  readonly kind: 'operation';
  readonly operator: string;
  readonly operands: readonly Expression[];
}

/** Half-written text, or nested too deeply. */
export interface BrokenExpression extends Placed {
  readonly kind: 'broken';
  readonly because: string;
}

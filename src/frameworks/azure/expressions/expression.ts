import type { Span } from '../../../model/span.js';

/** An expression of Bicep or of ARM's `[...]` language, in one form for both. */
export type Expression =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null; readonly at: Span }
  | { readonly kind: 'name'; readonly name: string; readonly at: Span }
  | { readonly kind: 'text'; readonly parts: readonly (string | Expression)[]; readonly at: Span }
  | { readonly kind: 'list'; readonly items: readonly ListItem[]; readonly at: Span }
  | { readonly kind: 'map'; readonly entries: readonly MapItem[]; readonly at: Span; readonly anchor?: Span }
  | CallExpression
  | { readonly kind: 'member'; readonly of: Expression; readonly name: string; readonly at: Span }
  | { readonly kind: 'index'; readonly of: Expression; readonly index: Expression; readonly at: Span }
  | OperatorExpression
  | ConditionalExpression
  | LoopExpression
  | { readonly kind: 'unknown'; readonly because: string; readonly at: Span };

export interface CallExpression {
  readonly kind: 'call';
  /** In lower case, without its namespace. */
  readonly name: string;
  /** What a method is called on. */
  readonly on?: Expression;
  readonly args: readonly Expression[];
  readonly at: Span;
}

export interface OperatorExpression {
  readonly kind: 'operator';
  readonly operator: string;
  readonly operands: readonly Expression[];
  readonly at: Span;
}

export interface ConditionalExpression {
  readonly kind: 'conditional';
  readonly condition: Expression;
  /** The condition as written, for labels. */
  readonly words: string;
  readonly whenTrue: Expression;
  readonly otherwise: Expression | undefined;
  readonly at: Span;
}

export interface LoopExpression {
  readonly kind: 'loop';
  readonly variable: string;
  readonly counter: string | undefined;
  readonly over: Expression;
  readonly body: Expression;
  readonly at: Span;
}

export type ListItem = Expression | { readonly kind: 'spread'; readonly of: Expression };

export type MapItem =
  | { readonly kind: 'entry'; readonly key: Expression; readonly keyAt: Span; readonly value: Expression }
  | { readonly kind: 'spread'; readonly of: Expression };

import type { Span } from '../../../model/span.js';

/** An expression of Python as it is written, without the parentheses around it. */
export type Expression =
  | Literal
  | FormattedText
  | Name
  | Attribute
  | Subscript
  | Slice
  | Call
  | Sequence
  | Dictionary
  | Comprehension
  | Lambda
  | Conditional
  | Operation
  | NamedExpression
  | Starred
  | Await
  | Yield
  | Unread;

interface Located {
  readonly at: Span;
}

/** Texts that stand beside each other are one literal; `...` is undefined. */
export interface Literal extends Located {
  readonly kind: 'literal';
  readonly value: string | number | boolean | null | undefined;
  readonly isBytes?: true;
}

/** A text with expressions in it: `f"a{b}"`. */
export interface FormattedText extends Located {
  readonly kind: 'formatted';
  readonly parts: readonly (string | Expression)[];
}

export interface Name extends Located {
  readonly kind: 'name';
  readonly name: string;
}

/** `of.name`. */
export interface Attribute extends Located {
  readonly kind: 'attribute';
  readonly of: Expression;
  readonly name: string;
  readonly nameAt: Span;
}

/** `of[index]`; several indexes are a tuple. */
export interface Subscript extends Located {
  readonly kind: 'subscript';
  readonly of: Expression;
  readonly index: Expression;
}

/** `from:to:step` between brackets. */
export interface Slice extends Located {
  readonly kind: 'slice';
  readonly from: Expression | undefined;
  readonly to: Expression | undefined;
  readonly step: Expression | undefined;
}

export interface Call extends Located {
  readonly kind: 'call';
  readonly callee: Expression;
  readonly args: readonly Argument[];
}

/** `value`, `name=value`, `*value` or `**value`. The span is that of the whole argument. */
export type Argument =
  | (Located & { readonly kind: 'positional' | 'spread' | 'keywords'; readonly value: Expression })
  | KeywordArgument;

export interface KeywordArgument extends Located {
  readonly kind: 'keyword';
  readonly name: string;
  readonly nameAt: Span;
  readonly value: Expression;
}

export interface Sequence extends Located {
  readonly kind: 'list' | 'tuple' | 'set';
  readonly items: readonly Expression[];
}

export interface Dictionary extends Located {
  readonly kind: 'dictionary';
  readonly entries: readonly DictionaryEntry[];
}

/** `key: value`, or `**value`, which has no key. */
export interface DictionaryEntry extends Located {
  readonly key: Expression | undefined;
  readonly value: Expression;
}

/** `[element for ... if ...]`. A dictionary's has a key as well. */
export interface Comprehension extends Located {
  readonly kind: 'comprehension';
  readonly form: 'list' | 'set' | 'dictionary' | 'generator';
  readonly key: Expression | undefined;
  readonly element: Expression;
  readonly clauses: readonly ComprehensionClause[];
}

/** `for target in iterable`, with the conditions that follow it. */
export interface ComprehensionClause {
  readonly target: Expression;
  readonly iterable: Expression;
  readonly conditions: readonly Expression[];
}

export interface Lambda extends Located {
  readonly kind: 'lambda';
  readonly parameters: readonly Parameter[];
  readonly body: Expression;
}

/** One thing that a function or a lambda takes. */
export interface Parameter extends Located {
  readonly name: string;
  readonly nameAt: Span;
  /** `*name` gathers positions, `**name` gathers keywords. */
  readonly form: 'plain' | 'rest' | 'keywords';
  /** Stands after `*`, so that only its name can give it. */
  readonly isKeywordOnly: boolean;
  readonly annotation: Expression | undefined;
  readonly otherwise: Expression | undefined;
}

/** `yes if test else no`. */
export interface Conditional extends Located {
  readonly kind: 'conditional';
  readonly test: Expression;
  readonly yes: Expression;
  readonly no: Expression;
}

/** One operand for a unary operator; comparisons that follow each other have an operator between each two operands. */
export interface Operation extends Located {
  readonly kind: 'operation';
  readonly operators: readonly string[];
  readonly operands: readonly Expression[];
}

/** `target := value`. */
export interface NamedExpression extends Located {
  readonly kind: 'named';
  readonly target: Expression;
  readonly value: Expression;
}

/** `*value` in a sequence or a target. */
export interface Starred extends Located {
  readonly kind: 'starred';
  readonly value: Expression;
}

export interface Await extends Located {
  readonly kind: 'await';
  readonly value: Expression;
}

/** `yield value`, `yield from value`. */
export interface Yield extends Located {
  readonly kind: 'yield';
  readonly value: Expression | undefined;
  readonly isFrom: boolean;
}

/** What is not valid, or stands too deep in other expressions. */
export interface Unread extends Located {
  readonly kind: 'unread';
  readonly because: 'not valid' | 'nested too deeply';
}

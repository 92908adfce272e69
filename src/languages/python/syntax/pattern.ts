import type { Span } from '../../../model/span.js';
import type { Expression, Name } from './expression.js';

/** What a `case` compares with, and the names that it gives to parts. */
export type Pattern =
  | ValuePattern
  | CapturePattern
  | SequencePattern
  | MappingPattern
  | ClassPattern
  | AlternativePattern
  | UnreadPattern;

interface Located {
  readonly at: Span;
}

/** A literal, or a constant with a dot in its name. */
export interface ValuePattern extends Located {
  readonly kind: 'value';
  readonly value: Expression;
}

/** `name`, `pattern as name`, `*name`, `**name`; `_` names nothing. */
export interface CapturePattern extends Located {
  readonly kind: 'capture';
  readonly name: Name | undefined;
  readonly pattern: Pattern | undefined;
  readonly isRest: boolean;
}

export interface SequencePattern extends Located {
  readonly kind: 'sequence';
  readonly items: readonly Pattern[];
}

export interface MappingPattern extends Located {
  readonly kind: 'mapping';
  /** What has no key is `**name`. */
  readonly entries: readonly { readonly key: Expression | undefined; readonly pattern: Pattern }[];
}

export interface ClassPattern extends Located {
  readonly kind: 'class';
  readonly of: Expression;
  readonly fields: readonly { readonly name: string | undefined; readonly pattern: Pattern }[];
}

export interface AlternativePattern extends Located {
  readonly kind: 'alternative';
  readonly options: readonly Pattern[];
}

export interface UnreadPattern extends Located {
  readonly kind: 'unread';
}

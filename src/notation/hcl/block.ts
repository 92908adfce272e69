import type { Span } from '../../model/span.js';
import type { Expression } from './expression.js';

/** One argument: `runtime = "nodejs22.x"`. */
export interface Attribute {
  readonly name: string;
  readonly nameAt: Span;
  readonly value: Expression;
}

/** What stands between the braces of a block, or in a whole file. */
export interface Body {
  readonly attributes: ReadonlyMap<string, Attribute>;
  readonly blocks: readonly Block[];
  /** Braces included. */
  readonly at: Span;
  /** Part of it could not be read. */
  readonly open: boolean;
}

/** `resource "aws_sqs_queue" "orders" { ... }`. */
export interface Block {
  readonly type: string;
  readonly labels: readonly string[];
  /** Type and labels. */
  readonly headAt: Span;
  readonly at: Span;
  readonly body: Body;
}

/** One `.tf` or `.tf.json` file. */
export interface ConfigurationFile {
  readonly path: string;
  readonly text: string;
  readonly body: Body;
}

import type { Confidence } from './confidence.js';
import type { Span } from './span.js';

/** One declared thing. */
export interface Resource {
  /** Unique in its stack and independent of lines: logical id, Terraform address, function key. Part of the fingerprint. */
  readonly id: string;
  /** What the framework calls it: `AWS::Lambda::Function`, `aws_lambda_function`, `function`. For display and statistics only. */
  readonly type: string;
  /** The line that names it. */
  readonly at: Span;
  /** The whole declaration. */
  readonly whole: Span;
}

/** One text of a list, each with its own place: an action, a resource pattern, a principal, an origin. */
export interface Term {
  /** Parts that only the deployment knows are written `${name}`; `*` is a literal star. */
  readonly text: string;
  readonly at: Span;
  /** The resource of the stack it points at, if it does. */
  readonly to?: string;
  /** Absent means high; a parameter's default is one step down. */
  readonly confidence?: Confidence;
}

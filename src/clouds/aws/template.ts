import type { Literal } from '../../model/literal.js';
import type { Edit, Span } from '../../model/span.js';
import type { Value } from '../../model/value.js';
import type { Reading } from '../../notation/writer.js';
import type { Section } from '../values/section.js';

/** One resource of a template, Globals already merged into its properties. */
export interface Declared {
  readonly id: string;
  readonly type: string;
  /** The key line. */
  readonly at: Span;
  readonly whole: Span;
  readonly properties: Section;
  /** Under `Metadata`. */
  readonly metadata: Value | undefined;
  /** Under `Connectors` (SAM), beside the properties. */
  readonly connectors?: Value | undefined;
  /** The name of its `Condition`, if it has one. */
  readonly condition: string | undefined;
  /** Made by the framework, so it has no declaration of its own. */
  readonly generated?: boolean;
  /** Of a role that the framework makes: statements that it adds by itself, which nobody wrote. */
  readonly implied?: Value;
}

/** A CloudFormation template after intrinsics, parameters, conditions and Globals were resolved as far as they can be. */
export interface Template {
  readonly path: string;
  readonly framework: 'sam' | 'cloudformation' | 'serverless';
  /** Resources may exist that could not be read (macro, include, unreadable nested stack). */
  readonly open: boolean;
  readonly resources: readonly Declared[];
  readonly parameters: Value | undefined;
  readonly outputs: Value | undefined;
  /** SAM's `Globals`, for settings of implicit APIs. */
  readonly globals: Section;
  readonly reading: Reading;
  /** Whether what the notation has besides these resources refers to one of them, or may do so. */
  readonly isNamedElsewhere?: (id: string) => boolean;
  /** Whether another resource or an output of the template refers to a resource or waits for it. */
  readonly isReferredTo?: (id: string) => boolean;
  /** The lowered value of another file of the repository that the template refers to (OpenAPI documents). */
  readonly include: (location: string) => Value | undefined;
  /** Constructs, which make the queues and give the permissions that they need themselves. */
  readonly isSelfContained?: boolean;
  /** Adds a resource; notations without one place for all put it beside its `owner`, the resource that it is for. */
  readonly declare: (id: string, body: Literal, owner?: string) => readonly Edit[] | undefined;
}

import type { Grant } from '../../model/identity.js';
import type { Span } from '../../model/span.js';
import type { Trigger } from '../../model/trigger.js';

/** One step that an event can take between resources of the stack. */
export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  /** `trigger`: the source starts the function; `plumbing`: store to store; `write`: a grant lets the function write there; `invoke`; `failure`. */
  readonly kind: 'trigger' | 'plumbing' | 'write' | 'invoke' | 'failure';
  /** Of triggers. */
  readonly trigger?: Trigger;
  /** Of writes and invocations by a function: what allows them. */
  readonly grant?: Grant;
  /** Of those: several functions share the role, so the grant may be meant for another one. */
  readonly shared?: boolean;
  /** The line that sends events there, where it is no grant. */
  readonly at?: Span;
  /** Of plumbing: only some events go this way. */
  readonly narrowed?: boolean;
}

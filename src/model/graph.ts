import type { Model } from './model.js';

/** One step that an event can take between resources of the stack. */
export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  /** `trigger`: the source starts the function; `plumbing`: store to store; `write`: a grant lets the function write there; `invoke`; `failure`. */
  readonly kind: 'trigger' | 'plumbing' | 'write' | 'invoke' | 'failure';
}

/** The event graph of catalogue §1: what leads to what. */
export interface EventGraph {
  readonly edges: readonly GraphEdge[];
}

export function eventGraph(_model: Model): EventGraph {
  return { edges: [] };
}

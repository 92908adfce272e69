import type { Resource } from '../../model/resource.js';

/** A thing of one side of a change that the other side does not have under its name. */
export interface Candidate {
  readonly resource: Resource & { readonly kind?: string };
  /** The path that starts its stack. */
  readonly stack: string;
}

/** What tells two things of one side apart by name. */
export function candidateKey(stack: string, id: string): string {
  return `${stack}\0${id}`;
}

import type { Value } from '../flow/value.js';

/** A call of a cloud's API as it is followed. */
export interface CloudCall {
  /** Prefix and operation in lower case: `sqs:sendmessage`. */
  readonly operation: string;
  /** What it is given, by the API's names. */
  readonly input: Value;
}

/** The field under which a value keeps what it was made with: a command its input, a resource or client its name. */
export const madeWith = 'input';

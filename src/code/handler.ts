import type { Span } from '../model/span.js';

/** What a platform starts: a name that a file exports, and what it is started with. */
export interface Handler {
  readonly path: string;
  /** Undefined where the file registers its handlers by itself. */
  readonly exported: string | undefined;
  /** How the platform calls it. */
  readonly calls:
    | 'event'
    | 'any event'
    | 'python request'
    | 'express'
    | 'cloud event'
    | 'message'
    | 'context and request'
    | 'context and message';
  /** What it returns is the answer to a request. */
  readonly answers: boolean;
  /** The file is started by itself rather than imported. */
  readonly isProgram?: true;
  /** A text that it returns is a page. */
  readonly pages?: true;
  /** The places of its code, where that stands in a template; its path then names no file. */
  readonly inline?: readonly Span[];
}

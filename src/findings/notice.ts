/** Worth telling, not a finding: something could not be read or used. A check with unread files is not green. */
export interface Notice {
  readonly path: string;
  /** From 1. */
  readonly line?: number;
  /** One sentence: what, and what to do. */
  readonly message: string;
  /** `unread`: part of the input was not judged. `settings`: a settings or suppression entry has no effect. `information`: all was judged. */
  readonly kind: 'unread' | 'settings' | 'information';
}

/** Worth telling, not a finding: something could not be read or used. A check with unread files is not green. */
export interface Notice {
  readonly path: string;
  /** From 1. */
  readonly line?: number;
  /** From 1; where more than the line is known. */
  readonly column?: number;
  /** One sentence: what, and what to do. */
  readonly message: string;
  /** `unread`: part of the input was not reviewed. `settings`: a settings or suppression entry has no effect. `information`: all was judged. */
  readonly kind: 'unread' | 'settings' | 'information';
}

/** Each notice once: the same place is often looked at more than once. */
export function distinctNotices(notices: readonly Notice[]): readonly Notice[] {
  const keyOf = ({ path, line, column, message }: Notice) => JSON.stringify([path, line, column, message]);
  return [...new Map(notices.map((notice) => [keyOf(notice), notice])).values()];
}

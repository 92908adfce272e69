/** Who gets in somewhere, the most first. `nobody`: nothing is there, or nobody from outside gets in. */
export type Caller = 'anyone' | 'key holders' | 'signed-in users' | 'accepted callers' | 'nobody' | 'unknown';

/** One way in from outside. */
export interface Door {
  /** Stays the same when who gets in changes. */
  readonly id: string;
  /** What callers do there, after `can`: `call \`GET /orders\``. */
  readonly words: string;
  readonly caller: Caller;
  /** The function behind it. */
  readonly function?: string | undefined;
}

/** A name in a sentence: nothing in it reads as code. */
export function plainly(name: string): string {
  return name.replaceAll('`', '');
}

export function quoted(name: string): string {
  return `\`${plainly(name)}\``;
}

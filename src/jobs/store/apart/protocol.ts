/** What the server asks the thread of its store: a method of a part of it. */
export interface Question {
  readonly number: number;
  /** Undefined: of the store itself. */
  readonly part: string | undefined;
  readonly method: string;
  readonly values: readonly unknown[];
}

/** What a method gives crosses as it is: the one who asked knows its type. */
export type FromThread<Value = never> =
  | { readonly kind: 'open' }
  | { readonly kind: 'closed'; readonly error: Error }
  | { readonly kind: 'trouble'; readonly error: Error }
  | { readonly kind: 'answer'; readonly number: number; readonly value: Value }
  | { readonly kind: 'refusal'; readonly number: number; readonly error: Error };

/** Asks the thread for a method of a part of its store. */
export type Ask = (part: string | undefined, method: string) => (...values: readonly unknown[]) => Promise<never>;

/** A piece of one file: UTF-16 offsets into its original text, start inclusive, end exclusive. `path` is relative to the repository. */
export interface Span {
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

/** A place as a key. */
export function spanKey({ path, start, end }: Span): string {
  return `${start} ${end} ${path}`;
}

export function isSamePlace(one: Span, other: Span): boolean {
  return one === other || (one.start === other.start && one.end === other.end && one.path === other.path);
}

/** Replace the text of a span by another text. An insertion has `start === end`. */
export interface Edit extends Span {
  readonly text: string;
}

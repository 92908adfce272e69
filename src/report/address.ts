/** The address of lines of a file; undefined where there is none. */
export type Address = (place: {
  readonly path: string;
  readonly side: 'left' | 'right';
  readonly first: number;
  readonly last: number;
}) => string | undefined;

/** A piece of a file that holds shell commands. */
export interface Script {
  readonly path: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

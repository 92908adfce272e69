/** The files of one commit, as far as they are at hand. Reading never touches the host's file system. */
export interface Files {
  /** All paths of the tree, relative to the repository, sorted. */
  readonly list: () => readonly string[];
  /**
   * The text of a file, or undefined if there is none. A file that is not at hand yet reads as undefined too and is
   * remembered: the stack is parsed again when it has arrived.
   */
  readonly read: (path: string) => string | undefined;
}

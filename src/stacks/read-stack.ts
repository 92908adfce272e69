import type { Framework, ParsedStack } from '../frameworks/framework.js';

/** One stack of one commit, read whole. */
export interface ReadStack extends ParsedStack {
  /** The file or folder that starts it. */
  readonly entry: string;
  readonly framework: Framework;
}

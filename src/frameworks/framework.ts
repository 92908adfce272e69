import type { Notice } from '../findings/notice.js';
import type { Files } from '../model/files.js';
import type { Model } from '../model/model.js';
import type { Span } from '../model/span.js';

export interface ParsedStack {
  readonly model: Model;
  /** Every file that was read or referred to: a change to one of them touches this stack. */
  readonly files: readonly string[];
  /** Folders and files that functions are built from. */
  readonly codeRoots: readonly string[];
  readonly notices: readonly Notice[];
  /** Suppressions that stand in metadata rather than in comments. */
  readonly suppressions: readonly MetadataSuppression[];
}

export interface MetadataSuppression {
  readonly policy: string;
  readonly resource: string;
  readonly reason: string;
  readonly until?: string;
  readonly at: Span;
}

/** How the files of a framework are recognised: what is known of it before it is loaded. */
export interface FrameworkFiles {
  readonly name: string;
  /** The stack that a file would start, by its path alone: the path itself, or its folder; undefined if it cannot start one. */
  readonly entryOf: (path: string) => string | undefined;
  /** True if stacks are usually named so: then the file is looked into although it stands far from the change. */
  readonly hasUsualName?: (path: string) => boolean;
  /** A cheap look at texts that reading begins with anyway: false if there is no such stack at `entry`. */
  readonly mayStart: (entry: string, files: Files) => boolean;
}

/** A framework whose code, grammars and data are loaded when a file of its kind is seen. */
export interface LazyFramework extends FrameworkFiles {
  readonly load: () => Promise<Framework>;
}

/** One way to write serverless stacks down: which paths start a stack, which files belong to it, text -> model. */
export interface Framework extends FrameworkFiles {
  /** Loads grammars. Called once before any parsing. */
  readonly prepare?: () => Promise<void>;
  /**
   * Reads the stack that starts at `entry`. Undefined if this is not such a stack after all (looked into, silently).
   * Never throws on bad input: what cannot be read becomes a notice and opens the model.
   */
  readonly parse: (entry: string, files: Files) => ParsedStack | undefined;
}

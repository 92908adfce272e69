import type { Notice } from '../findings/notice.js';
import type { PeerSuppression } from '../findings/peer-suppressions.js';
import type { Files } from '../model/files.js';
import type { FrameworkName, Model } from '../model/model.js';
import type { Span } from '../model/span.js';

/** A stack that was read, as far as its notices do not say otherwise. */
export interface ParsedStack {
  readonly kind: 'stack';
  readonly model: Model;
  /** Every file that was read or referred to: a change to one of them touches this stack. */
  readonly files: readonly string[];
  /** Folders and files that functions are built from. */
  readonly codeRoots: readonly string[];
  readonly notices: readonly Notice[];
  /** Suppressions that stand in metadata rather than in comments. */
  readonly suppressions: readonly MetadataSuppression[];
  /** Those for other tools. */
  readonly peers?: readonly PeerSuppression[];
}

/** What starts here is read with other stacks: each is named by its entry, and one of them must have been read. */
export interface Elsewhere {
  readonly kind: 'elsewhere';
  readonly by: readonly string[];
}

/** There is no such stack here after all. What could not be read on the way to this answer is told all the same. */
export interface NotOurs {
  readonly kind: 'not-ours';
  /** Continues `because `. */
  readonly because: string;
  readonly notices: readonly Notice[];
}

/** What a framework says of an entry. It cannot say nothing: an entry is read, read elsewhere, or not ours for a reason. */
export type Answer = ParsedStack | Elsewhere | NotOurs;

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
  /** Of which framework a stack is when nothing of it can be read. */
  readonly unreadAs: FrameworkName;
  /** Reads the stack that starts at `entry`. Never throws on bad input: what cannot be read becomes a notice and opens the model. */
  readonly parse: (entry: string, files: Files) => Answer;
}

import type { Notice } from '../../../findings/notice.js';
import type { Files } from '../../../model/files.js';
import type { ConfigurationFile } from '../../../notation/hcl/block.js';
import { type Loading, loadFrom } from './loading.js';
import type { Module } from './module.js';
import { type Expanded, expand } from './modules.js';
import type { Session } from './scope.js';
import { noSizes } from './sizes.js';
import { givenBeside } from './variable-files.js';

/** Steps of evaluation for one stack: ordinary ones need a few thousand. */
export const mostSteps = 200_000;

/** A root module with everything it calls in the repository. */
export interface EvaluatedStack {
  readonly root: Module;
  readonly expanded: readonly Expanded[];
  readonly session: Session;
  readonly notices: readonly Notice[];
  /** Every file that was read. */
  readonly paths: readonly string[];
  /** The parsed files by path. */
  readonly files: ReadonlyMap<string, ConfigurationFile>;
}

/** Reads and evaluates the root module in a folder; undefined if there is none. */
export function evaluateStack(folder: string, files: Files): EvaluatedStack | undefined {
  const loading = loadFrom(files);
  const root = loading.load(folder);
  if (root === undefined) return undefined;
  const session = sessionOf(folder, loading);
  const given = givenBeside(root, session, loading);
  const expanded = expand(session, root, given, loading.load);
  const { notices, parsed } = loading;
  return { root, expanded, session, notices, paths: [...loading.paths], files: parsed };
}

function sessionOf(root: string, { read, notices, parsed }: Loading): Session {
  const budget = { left: mostSteps };
  return {
    budget,
    root,
    notices,
    instances: new Map(),
    calls: new Map(),
    moved: new Map(),
    sizes: noSizes(),
    documents: new Map(),
    templates: new Map(),
    rendering: new Set(),
    level: { depth: 0 },
    readText: read,
    textOf: (path) => parsed.get(path)?.text ?? '',
    spend: (steps) => {
      budget.left -= steps;
      return budget.left > 0;
    },
  };
}

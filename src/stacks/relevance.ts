import { formatsOf } from '../dependencies/component-set.js';
import type { Framework } from '../frameworks/framework.js';
import { frameworks } from '../frameworks/frameworks.js';

/** Folders whose content nobody reviews: built, vendored or generated. */
const silent = /(^|\/)(node_modules|vendor|\.serverless|\.aws-sam|cdk\.out|\.terraform|dist|build|\.git)\//;
const code = /\.(js|mjs|cjs|jsx|ts|mts|cts|tsx|py|go|java|kt|cs|fs|rb|rs|php|sh|vtl|graphql|sql|toml|xml|ini|cfg)$/i;
const likely =
  /^(template|sam|cloudformation|cfn|stack|serverless|main|app|api|backend|infra)[^/]*\.(ya?ml|json|template|tf|bicep)$/i;
/** Programs that make stacks are called like them, or stand where `cdk init` and its users put them; settings start them. */
const program =
  /(?:^|\/)cdk\.json$|(?:stack|construct)s?\.(?:[cm]?[jt]s|py)$|(?:^|\/)(?:cdk|infra(?:structure)?|iac)\/(?:(?:lib|stacks|constructs)\/)?[^/]+\.(?:[cm]?[jt]s|py)$/i;

/** Paths that belong to no stack, whatever they contain. */
export function isSilent(path: string): boolean {
  return silent.test(path);
}

/** A change to this file can change what a stack declares or ships. */
export function isRelevant(path: string): boolean {
  return !isSilent(path) && (entriesOf([path]).length > 0 || code.test(path) || formatsOf(path).length > 0);
}

/** A file or folder that may start a stack, and the frameworks that would read it. */
export interface Entry {
  readonly path: string;
  readonly frameworks: readonly Framework[];
}

/** The stacks that files could start, each once, over all frameworks. */
export function entriesOf(paths: readonly string[]): readonly Entry[] {
  const found = new Map<string, Framework[]>();
  for (const path of paths) {
    if (isSilent(path)) continue;
    for (const framework of frameworks) {
      const entry = framework.entryOf(path);
      if (entry === undefined) continue;
      const readers = found.get(entry) ?? [];
      if (!readers.includes(framework)) found.set(entry, [...readers, framework]);
    }
  }
  return [...found].map(([path, readers]) => ({ path, frameworks: readers }));
}

/** A name that stacks usually have: read even when it stands in no folder above the change. */
export function hasLikelyName(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return likely.test(name) || /\.template\.(ya?ml|json)$/i.test(name) || program.test(path);
}

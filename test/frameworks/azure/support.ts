import type { Framework, ParsedStack } from '../../../src/frameworks/framework.js';
import { heldFiles } from '../../support/examples.js';
import { parsedStack } from '../../support/parsed.js';

/** Reads one stack of a repository given as texts. */
export function read(
  framework: Framework,
  entry: string,
  texts: Readonly<Record<string, string>>,
): ParsedStack | undefined {
  return parsedStack(framework, entry, heldFiles(new Map(Object.entries(texts))));
}

/** The parsed stack; a test whose stack is not recognised fails here. */
export function stackOf(framework: Framework, entry: string, texts: Readonly<Record<string, string>>): ParsedStack {
  const stack = read(framework, entry, texts);
  if (stack === undefined) throw new Error(`${entry} was not recognised.`);
  return stack;
}

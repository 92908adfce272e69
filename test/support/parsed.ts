import type { Framework, ParsedStack } from '../../src/frameworks/framework.js';
import type { Files } from '../../src/model/files.js';

/** The stack that a framework reads at an entry; undefined if it says that there is none of its own. */
export function parsedStack(framework: Framework, entry: string, files: Files): ParsedStack | undefined {
  const answer = framework.parse(entry, files);
  return answer.kind === 'stack' ? answer : undefined;
}

import { createScanner, type Node, type ParseError, type ParseOptions, parseTree } from 'jsonc-parser';
import { maximumDepth } from '../source.js';

const asPeopleWrite: ParseOptions = { allowTrailingComma: true };

/** JSON as its standard has it. */
export const toTheLetter: ParseOptions = { allowTrailingComma: false, disallowComments: true };

/** The tree of a JSON text, comments and trailing commas allowed if nothing else is said; undefined if it is empty or nested too deeply. */
export function jsonTree(
  text: string,
  errors: ParseError[] = [],
  options: ParseOptions = asPeopleWrite,
): Node | undefined {
  return tooDeepAt(text) === undefined ? parseTree(text, errors, options) : undefined;
}

/** Where a text is nested deeper than values are read. The parser recurses, so depth is counted before it runs. */
export function tooDeepAt(text: string): number | undefined {
  const scanner = createScanner(text, true);
  let depth = 0;
  for (scanner.scan(); scanner.getTokenOffset() < text.length; scanner.scan()) {
    const at = scanner.getTokenOffset();
    const sign = text[at];
    if (sign === '{' || sign === '[') depth += 1;
    else if (sign === '}' || sign === ']') depth = Math.max(0, depth - 1);
    if (depth > maximumDepth) return at;
  }
  return undefined;
}

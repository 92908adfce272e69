import type { Source } from '../source.js';
import { parseJsonConfiguration } from './json.js';
import { type ParsedText, parseHcl } from './parse.js';

/** Reads one file of a module, in either of its two syntaxes. */
export function parseConfiguration(source: Source): ParsedText {
  return source.path.endsWith('.json') ? parseJsonConfiguration(source) : parseHcl(source);
}

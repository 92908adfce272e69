import { type ParserPlugin, parse } from '@babel/parser';

import { maximumDepth, type ReadText, refusalOf, type Source, unread, unreadable } from '../../../notation/source.js';
import { type Imported, lowerProgram } from './lowering.js';
import type { Program } from './syntax.js';

const plugins: ParserPlugin[] = ['typescript', 'decorators', 'explicitResourceManagement'];

/** Reads what a program exports without running it: as a whole, and by name. */
export function readProgram(source: Source, imported: Imported): ReadText {
  const refusal = refusalOf(source);
  if (refusal !== undefined) return unreadable(source, refusal);
  const deep = placeOfDepth(source.text);
  if (deep !== undefined) {
    return unreadable(source, unread(source, deep, 'is nested too deeply, and was not judged'));
  }
  const parsed = parseProgram(source.text);
  if (typeof parsed === 'number') {
    return unreadable(source, unread(source, parsed, 'is not valid JavaScript or TypeScript, and was not judged'));
  }
  const { whole, named } = lowerProgram(parsed, source, imported);
  return { source, documents: [whole, named], notices: [], shared: [], flows: [] };
}

function parseProgram(text: string): Program | number {
  try {
    return parse(text, { sourceType: 'unambiguous', plugins: [...plugins], errorRecovery: true, attachComment: false });
  } catch (error) {
    return typeof error === 'object' && error !== null && 'pos' in error && typeof error.pos === 'number'
      ? error.pos
      : 0;
  }
}

/** The parser recurses, so depth is counted before it runs; brackets in texts count as well. */
function placeOfDepth(text: string): number | undefined {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if ('([{'.includes(character)) depth += 1;
    else if (')]}'.includes(character)) depth -= 1;
    if (depth > maximumDepth * 2) return at;
  }
  return undefined;
}

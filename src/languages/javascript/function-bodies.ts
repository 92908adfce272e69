import type { Source } from '../../notation/source.js';
import { isFunction } from './nodes.js';
import { parseScript } from './parse-script.js';
import { surveyOf } from './survey.js';

/** Where a function begins, and where its body does, behind the bracket. */
export interface FunctionBody {
  readonly start: number;
  readonly body: number;
}

/** The functions of a file whose bodies stand in brackets. */
export function functionsIn(source: Source): readonly FunctionBody[] {
  const script = parseScript(source);
  if (!('program' in script)) return [];
  return surveyOf(script).functions.flatMap(({ node }) => {
    const start = isFunction(node) && node.body.type === 'BlockStatement' ? node.body.start : undefined;
    return typeof start === 'number' ? [{ start: node.start ?? 0, body: start + 1 }] : [];
  });
}

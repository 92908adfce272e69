import type { Call, Expression } from './expression.js';

/** The calls in an expression's own text, inner ones first. */
export function callsIn(root: Expression): readonly Call[] {
  const found: Call[] = [];
  const waiting: Expression[] = [root];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (at.kind === 'call') found.push(at);
    for (const part of partsOf(at)) waiting.push(part);
  }
  return found.reverse();
}

function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'call':
      return [...expression.args, expression.callee];
    case 'member':
      return [expression.of];
    case 'list':
      return expression.items;
    case 'properties':
      return expression.entries.map(({ value }) => value);
    case 'text':
      return expression.parts.filter((part) => typeof part !== 'string');
    case 'fallback':
      return [expression.given, expression.otherwise];
    case 'alternative':
      return expression.cases.map(({ value }) => value);
    default:
      return [];
  }
}

import type { Span } from '../../../model/span.js';
import type { Body, ConfigurationFile } from '../syntax/block.js';
import type { Expression } from '../syntax/expression.js';
import { keyOf } from './shapes.js';

/** What stands at a place of a file. */
export interface Places {
  readonly expressionAt: (at: Span) => Expression | undefined;
  readonly bodyAt: (at: Span) => Body | undefined;
}

/** Finds expressions and bodies by their places; each file is gone through once, when it is first asked about. */
export function placesIn(files: ReadonlyMap<string, ConfigurationFile>): Places {
  const indexes = new Map<string, Index>();
  const indexOf = (path: string): Index | undefined => {
    const file = files.get(path);
    if (file === undefined) return undefined;
    const index = indexes.get(path) ?? indexed(file.body);
    indexes.set(path, index);
    return index;
  };
  return {
    expressionAt: (at) => indexOf(at.path)?.expressions.get(keyOf(at)),
    bodyAt: (at) => indexOf(at.path)?.bodies.get(keyOf(at)),
  };
}

interface Index {
  readonly expressions: ReadonlyMap<string, Expression>;
  readonly bodies: ReadonlyMap<string, Body>;
}

function indexed(root: Body): Index {
  const expressions = new Map<string, Expression>();
  const bodies = new Map<string, Body>();
  const waiting: Expression[] = [];
  const open = [root];
  for (let body = open.pop(); body !== undefined; body = open.pop()) {
    bodies.set(keyOf(body.at), body);
    for (const { value } of body.attributes.values()) waiting.push(value);
    for (const block of body.blocks) open.push(block.body);
  }
  for (let expression = waiting.pop(); expression !== undefined; expression = waiting.pop()) {
    expressions.set(keyOf(expression.at), expression);
    waiting.push(...insideOf(expression));
  }
  return { expressions, bodies };
}

function insideOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'list':
      return expression.items;
    case 'object':
      return expression.entries.map(({ value }) => value);
    case 'call':
      return expression.arguments;
    case 'conditional':
      return [expression.yes, expression.no];
    case 'for':
      return [expression.value];
    default:
      return [];
  }
}

import { type Span, spanKey } from '../../../model/span.js';
import type { Attribute, Body, ConfigurationFile } from '../../../notation/hcl/block.js';
import type { Expression } from '../../../notation/hcl/expression.js';

/** What stands at a place of a file. */
export interface Places {
  readonly expressionAt: (at: Span) => Expression | undefined;
  readonly bodyAt: (at: Span) => Body | undefined;
  /** The argument that has this expression as its value, and the body it stands in. */
  readonly argumentAt: (at: Span) => Argument | undefined;
  /** Whether a place lies inside a heredoc. */
  readonly isInHeredoc: (at: Span) => boolean;
  /** The type of the block that a body belongs to. */
  readonly blockTypeAt: (at: Span) => string | undefined;
}

export interface Argument {
  readonly attribute: Attribute;
  readonly body: Body;
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
    expressionAt: (at) => indexOf(at.path)?.expressions.get(spanKey(at)),
    bodyAt: (at) => indexOf(at.path)?.bodies.get(spanKey(at)),
    argumentAt: (at) => indexOf(at.path)?.arguments.get(spanKey(at)),
    isInHeredoc: (at) => indexOf(at.path)?.heredocs.some(({ start, end }) => start < at.start && at.end < end) === true,
    blockTypeAt: (at) => indexOf(at.path)?.types.get(spanKey(at)),
  };
}

interface Index {
  readonly expressions: ReadonlyMap<string, Expression>;
  readonly bodies: ReadonlyMap<string, Body>;
  readonly arguments: ReadonlyMap<string, Argument>;
  readonly types: ReadonlyMap<string, string>;
  readonly heredocs: readonly Span[];
}

function indexed(root: Body): Index {
  const expressions = new Map<string, Expression>();
  const bodies = new Map<string, Body>();
  const args = new Map<string, Argument>();
  const types = new Map<string, string>();
  const heredocs: Span[] = [];
  const waiting: Expression[] = [];
  const open = [root];
  for (let body = open.pop(); body !== undefined; body = open.pop()) {
    bodies.set(spanKey(body.at), body);
    for (const attribute of body.attributes.values()) {
      args.set(spanKey(attribute.value.at), { attribute, body });
      waiting.push(attribute.value);
    }
    for (const block of body.blocks) {
      types.set(spanKey(block.body.at), block.type);
      open.push(block.body);
    }
  }
  for (let expression = waiting.pop(); expression !== undefined; expression = waiting.pop()) {
    expressions.set(spanKey(expression.at), expression);
    if (expression.kind === 'template' && expression.heredoc) heredocs.push(expression.at);
    waiting.push(...insideOf(expression));
  }
  return { expressions, bodies, arguments: args, types, heredocs };
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
    case 'literal':
    case 'template':
    case 'name':
    case 'traversal':
    case 'operation':
    case 'broken':
      return [];
  }
}

import { maximumDepth } from '../source.js';
import type { SyntaxNode } from '../tree-sitter/syntax-tree.js';
import { conditionalOf } from './conditionals.js';
import type { Expression, ForExpression, ObjectEntry, Step } from './expression.js';
import { literalOf } from './literals.js';
import { expressionsIn, type Lower } from './lower.js';
import { placeOf, type PlacedSource as Source, spanOf, textOf } from './places.js';
import { templateOf } from './templates.js';

/** The expression of a node; `depth` counts how deep it is nested. Nested too deeply, it is broken. */
export function expressionOf(source: Source, node: SyntaxNode, depth = 0): Expression {
  const at = spanOf(source, node);
  const broken = (because: string): Expression => ({ kind: 'broken', at, because });
  if (depth > maximumDepth) return broken('nested too deeply');
  if (node.broken) return broken('not valid');
  const lower: Lower = (child) => (child === undefined ? broken('not valid') : expressionOf(source, child, depth + 1));
  if (node.type === 'expression' || bracketed.has(node.type)) return chainOf(source, node.children, lower);
  switch (node.type) {
    case 'literal_value':
      return literalOf(source, node, lower);
    case 'template_expr':
    case 'quoted_template':
    case 'heredoc_template':
    case 'string_lit':
      return templateOf(source, node, lower);
    case 'tuple':
      return { kind: 'list', at, items: expressionsIn(node).map(lower) };
    case 'object':
      return { kind: 'object', at, entries: node.children.filter(isElement).map((element) => entryOf(element, lower)) };
    case 'variable_expr':
    case 'identifier':
      return { kind: 'name', at, name: textOf(source, node) };
    case 'function_call':
      return callOf(source, node, lower);
    case 'conditional':
      return conditionalOf(source, node, lower);
    case 'for_tuple_expr':
    case 'for_object_expr':
      return forOf(source, node, lower);
    case 'unary_operation':
    case 'binary_operation':
      return operationOf(source, node, lower);
    default:
      return broken('not understood');
  }
}

const bracketed: ReadonlySet<string> = new Set(['collection_value', 'for_expr', 'operation']);
const steps: ReadonlySet<string> = new Set(['get_attr', 'index', 'splat']);

/** A value followed by `.name`, `[key]` and splats; brackets around it do not matter. */
function chainOf(source: Source, nodes: readonly SyntaxNode[], lower: Lower): Expression {
  const [first, ...rest] = nodes.filter(({ named, type }) => named && type !== 'comment');
  const from = lower(first);
  const taken = rest.filter(({ type }) => steps.has(type)).flatMap((step) => stepsOf(source, step, lower));
  const [start, end] = [nodes[0], nodes.at(-1)];
  const at = start && end ? { path: from.at.path, ...placeOf(source, start.start, end.end) } : from.at;
  return taken.length === 0 ? { ...from, at } : { kind: 'traversal', at, from, steps: taken };
}

/** A splat holds the steps that follow it, one level deep. After `.*` a key in brackets is one of the whole list. */
function stepsOf(source: Source, node: SyntaxNode, lower: Lower): readonly Step[] {
  if (node.type === 'get_attr') {
    const name = node.children.find(({ type }) => type === 'identifier');
    return name === undefined ? [] : [{ kind: 'attribute', name: source.text.slice(name.start, name.end) }];
  }
  if (node.type === 'index') return indexOf(source, node, lower);
  const [inner = node] = node.children;
  const followers = inner.children.filter(({ type }) => steps.has(type) && type !== 'splat');
  const taken = followers.flatMap((step) => stepsOf(source, step, lower));
  const key = followers.findIndex(({ type, children }) => type === 'index' && children[0]?.type === 'new_index');
  const reach = key === -1 ? taken.length : key;
  return [inner.type === 'attr_splat' ? { kind: 'splat', reach } : { kind: 'splat' }, ...taken];
}

/** `[key]`, or the older `.0`. */
function indexOf(source: Source, node: SyntaxNode, lower: Lower): readonly Step[] {
  const key = node.children[0]?.children.find(({ type }) => type === 'expression');
  if (key !== undefined) return [{ kind: 'index', key: lower(key) }];
  const number = Number(source.text.slice(node.start, node.end).replace(/^\./, ''));
  return [{ kind: 'index', key: { kind: 'literal', value: number, at: spanOf(source, node) } }];
}

function isElement({ type }: SyntaxNode): boolean {
  return type === 'object_elem';
}

function entryOf(element: SyntaxNode, lower: Lower): ObjectEntry {
  const [key, value] = expressionsIn(element);
  const written = lower(key);
  const isWord = written.kind === 'name' && element.children[0]?.children[0]?.type !== '(';
  return { key: isWord ? { kind: 'literal', at: written.at, value: written.name } : written, value: lower(value) };
}

function callOf(source: Source, node: SyntaxNode, lower: Lower): Expression {
  const name = node.children.find(({ type }) => type === 'identifier') ?? node;
  const list = node.children.find(({ type }) => type === 'function_arguments');
  const written = list === undefined ? [] : expressionsIn(list);
  const spread = list?.children.some(({ type }) => type === 'ellipsis') === true;
  const called = source.text.slice(name.start, name.end);
  return { kind: 'call', at: spanOf(source, node), name: called, arguments: written.map(lower), spread };
}

function forOf(source: Source, node: SyntaxNode, lower: Lower): ForExpression {
  const intro = node.children.find(({ type }) => type === 'for_intro') ?? node;
  const names = intro.children
    .filter(({ type }) => type === 'identifier')
    .map(({ start, end }) => source.text.slice(start, end));
  const results = expressionsIn(node);
  const condition = node.children.find(({ type }) => type === 'for_cond');
  const isMap = node.type === 'for_object_expr';
  return {
    kind: 'for',
    at: spanOf(source, node),
    names,
    source: lower(expressionsIn(intro)[0]),
    key: isMap ? lower(results[0]) : undefined,
    value: lower(results[isMap ? 1 : 0]),
    condition: condition && lower(expressionsIn(condition)[0]),
    grouped: node.children.some(({ type }) => type === 'ellipsis'),
  };
}

/** The operands stand around the operator, each with its own steps and brackets. */
function operationOf(source: Source, node: SyntaxNode, lower: Lower): Expression {
  const isOperator = ({ named, type }: SyntaxNode) => !named && type !== '(' && type !== ')';
  const place = node.children.findIndex(isOperator);
  const sides = [node.children.slice(0, Math.max(place, 0)), node.children.slice(place + 1)];
  const operands = sides.filter((side) => side.length > 0).map((side) => chainOf(source, side, lower));
  return { kind: 'operation', at: spanOf(source, node), operator: node.children[place]?.type ?? '', operands };
}

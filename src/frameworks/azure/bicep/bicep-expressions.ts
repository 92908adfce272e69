import type { Span } from '../../../model/span.js';
import type { Source } from '../../../notation/source.js';
import type { SyntaxNode } from '../../../notation/tree-sitter/syntax-tree.js';
import type { Expression, ListItem, MapItem } from '../expressions/expression.js';
import { textParts } from './bicep-texts.js';
import { isSpread } from './masking.js';
import { partsOf, spanOf, textOfNode } from './nodes.js';

/** Expressions nested deeper than this are not read. */
const deepest = 150;

/** An expression of Bicep in the form that is evaluated. */
export function expressionOf(source: Source, node: SyntaxNode | undefined, depth = 0): Expression {
  if (node === undefined) return { kind: 'unknown', because: 'not valid', at: { path: source.path, start: 0, end: 0 } };
  const at = spanOf(source, node);
  if (node.broken || depth > deepest)
    return { kind: 'unknown', because: node.broken ? 'not valid' : 'nested too deeply', at };
  const read = readers.get(node.type);
  return read?.({ source, node, depth, at }) ?? { kind: 'unknown', because: node.type.replaceAll('_', ' '), at };
}

interface Reading {
  readonly source: Source;
  readonly node: SyntaxNode;
  readonly depth: number;
  readonly at: Span;
}

type Read = (reading: Reading) => Expression | undefined;

const readers: ReadonlyMap<string, Read> = new Map<string, Read>([
  ['string', text],
  ['number', ({ source, node, at }) => ({ kind: 'literal', value: Number(textOfNode(source, node)), at })],
  ['boolean', ({ source, node, at }) => ({ kind: 'literal', value: textOfNode(source, node) === 'true', at })],
  ['null', ({ at }) => ({ kind: 'literal', value: null, at })],
  ['identifier', ({ source, node, at }) => ({ kind: 'name', name: textOfNode(source, node), at })],
  ['parenthesized_expression', ({ source, node, depth }) => expressionOf(source, partsOf(node)[0], depth + 1)],
  ['array', (reading) => ({ kind: 'list', items: itemsOf(reading), at: reading.at })],
  ['object', (reading) => ({ kind: 'map', entries: entriesOf(reading), at: reading.at })],
  ['unary_expression', operator],
  ['binary_expression', operator],
  ['ternary_expression', ternary],
  ['member_expression', member],
  ['subscript_expression', subscript],
  ['resource_expression', nested],
  ['call_expression', call],
  ['if_statement', condition],
  ['for_statement', loop],
]);

function text({ source, node, depth, at }: Reading): Expression {
  const parts = textParts(source.text, node).map((part) =>
    typeof part === 'string' ? part : expressionOf(source, partsOf(part)[0], depth + 1),
  );
  const [only = ''] = parts;
  return parts.length <= 1 && typeof only === 'string'
    ? { kind: 'literal', value: only, at }
    : { kind: 'text', parts, at };
}

function itemsOf({ source, node, depth }: Reading): readonly ListItem[] {
  return partsOf(node).map((item) =>
    isSpread(source.text, item)
      ? {
          kind: 'spread',
          of: expressionOf(source, item.type === 'array_item' || item.broken ? partsOf(item)[0] : item, depth + 1),
        }
      : expressionOf(source, item.type === 'array_item' ? partsOf(item)[0] : item, depth + 1),
  );
}

function entriesOf({ source, node, depth }: Reading): readonly MapItem[] {
  return partsOf(node).flatMap((property): readonly MapItem[] => {
    const [key, value] = partsOf(property);
    if (isSpread(source.text, property))
      return [{ kind: 'spread', of: expressionOf(source, property.broken ? key : value, depth + 1) }];
    if (property.type !== 'object_property' || key === undefined || key.type === 'resource_declaration') return [];
    if (key.type === 'decorators' || value?.type === 'resource_declaration') return [];
    const keyAt = spanOf(source, key);
    const name: Expression =
      key.type === 'string'
        ? expressionOf(source, key, depth + 1)
        : { kind: 'literal', value: textOfNode(source, key), at: keyAt };
    return [{ kind: 'entry', key: name, keyAt, value: expressionOf(source, value, depth + 1) }];
  });
}

function operator({ source, node, depth, at }: Reading): Expression {
  const sign = node.children.find(({ named }) => !named);
  const operands = partsOf(node).map((operand) => expressionOf(source, operand, depth + 1));
  return { kind: 'operator', operator: sign === undefined ? '' : textOfNode(source, sign), operands, at };
}

function ternary({ source, node, depth, at }: Reading): Expression | undefined {
  const [question, yes, otherwise] = partsOf(node);
  if (question === undefined) return undefined;
  return {
    kind: 'conditional',
    condition: expressionOf(source, question, depth + 1),
    words: wordsOf(source, question),
    whenTrue: expressionOf(source, yes, depth + 1),
    otherwise: expressionOf(source, otherwise, depth + 1),
    at,
  };
}

/** Conditions are told in the words of their author, when those are few. */
function wordsOf(source: Source, node: SyntaxNode): string {
  const words = textOfNode(source, node)
    .replace(/\s+/g, ' ')
    .replace(/^\((.*)\)$/, '$1');
  return words.length > 60 ? `${words.slice(0, 57)}...` : words;
}

function member({ source, node, depth, at }: Reading): Expression | undefined {
  const [of, name] = partsOf(node);
  return name && { kind: 'member', of: expressionOf(source, of, depth + 1), name: textOfNode(source, name), at };
}

function subscript({ source, node, depth, at }: Reading): Expression {
  const [of, index] = partsOf(node);
  return { kind: 'index', of: expressionOf(source, of, depth + 1), index: expressionOf(source, index, depth + 1), at };
}

/** `app::config` names a part that is declared inside. */
function nested({ source, node, at }: Reading): Expression {
  return { kind: 'name', name: textOfNode(source, node).replace(/\s+/g, ''), at };
}

function call({ source, node, depth, at }: Reading): Expression | undefined {
  const [called, list] = partsOf(node);
  if (called === undefined) return undefined;
  const args = list === undefined ? [] : partsOf(list).map((arg) => expressionOf(source, arg, depth + 1));
  if (called.type !== 'member_expression')
    return { kind: 'call', name: textOfNode(source, called).toLowerCase(), args, at };
  const [of, method] = partsOf(called);
  const name = method === undefined ? '' : textOfNode(source, method).toLowerCase();
  if (of?.type === 'identifier' && /^(?:az|sys)$/.test(textOfNode(source, of))) return { kind: 'call', name, args, at };
  return { kind: 'call', name, on: expressionOf(source, of, depth + 1), args, at };
}

function condition({ source, node, depth, at }: Reading): Expression | undefined {
  const [question, body] = partsOf(node);
  if (question === undefined) return undefined;
  const whenTrue = expressionOf(source, body, depth + 1);
  return {
    kind: 'conditional',
    condition: expressionOf(source, question, depth + 1),
    words: wordsOf(source, question),
    whenTrue,
    otherwise: undefined,
    at,
  };
}

function loop({ source, node, depth, at }: Reading): Expression | undefined {
  const parts = partsOf(node);
  const names = parts[0]?.type === 'for_loop_parameters' ? partsOf(parts[0]) : parts.slice(0, 1);
  const [variable, counter] = names.map((name) => textOfNode(source, name));
  const [, over, body] = parts;
  if (variable === undefined) return undefined;
  return {
    kind: 'loop',
    variable,
    counter,
    over: expressionOf(source, over, depth + 1),
    body: expressionOf(source, body, depth + 1),
    at,
  };
}

import type { Source } from '../../../notation/source.js';
import type { SyntaxNode } from '../../../notation/tree-sitter/syntax-tree.js';
import type { Dictionary, DictionaryEntry, Expression } from '../syntax/expression.js';
import { readCall, readOldCall } from './arguments.js';
import { readComprehension } from './comprehensions.js';
import { partOf, partsOf, type Reading, readSeveral, spanOf, textOf } from './nodes.js';
import { readOperation } from './operations.js';
import { readParameters } from './parameters.js';
import { readText } from './texts.js';

/** Nesting of statements and expressions beyond this is not followed. */
export const deepest = 200;

/** Reads an expression at a depth; what stands in it is read one deeper. */
export function readExpression(source: Source, node: SyntaxNode | undefined, depth: number): Expression {
  if (node === undefined) return { kind: 'unread', because: 'not valid', at: spanOf(source, { start: 0, end: 0 }) };
  const at = spanOf(source, node);
  if (depth > deepest) return { kind: 'unread', because: 'nested too deeply', at };
  if (node.type === 'identifier') return { kind: 'name', name: textOf(source, node), at };
  const parts = partsOf(node);
  const reading = { source, node, parts, at, read: (part?: SyntaxNode) => readExpression(source, part, depth + 1) };
  return (
    readScalar(reading) ??
    readAccess(reading) ??
    readCollection(reading) ??
    readOperation(reading) ??
    readComprehension(reading) ??
    readOther(reading) ?? { kind: 'unread', because: 'not valid', at }
  );
}

function readScalar(reading: Reading): Expression | undefined {
  const { source, node, at } = reading;
  switch (node.type) {
    case 'true':
    case 'false':
      return { kind: 'literal', value: node.type === 'true', at };
    case 'none':
      return { kind: 'literal', value: null, at };
    case 'ellipsis':
      return { kind: 'literal', value: undefined, at };
    case 'integer':
    case 'float': {
      const value = Number(textOf(source, node).replaceAll('_', ''));
      return Number.isNaN(value) ? undefined : { kind: 'literal', value, at };
    }
    case 'string':
    case 'concatenated_string':
      return readText(reading);
    case 'dotted_name':
      return readNames(reading);
    default:
      return undefined;
  }
}

/** `a`, or `a.b` where only names may stand. */
function readNames({ source, node, parts }: Reading): Expression {
  const [first = node, ...rest] = parts;
  let expression: Expression = { kind: 'name', name: textOf(source, first), at: spanOf(source, first) };
  for (const part of rest) {
    const nameAt = spanOf(source, part);
    const at = { ...nameAt, start: node.start };
    expression = { kind: 'attribute', of: expression, name: textOf(source, part), nameAt, at };
  }
  return expression;
}

function readAccess(reading: Reading): Expression | undefined {
  const { source, node, parts, at, read } = reading;
  const [first, named = node] = parts;
  switch (node.type) {
    case 'attribute': {
      return { kind: 'attribute', of: read(first), name: textOf(source, named), nameAt: spanOf(source, named), at };
    }
    case 'subscript':
      return { kind: 'subscript', of: read(first), index: readSeveral(source, parts.slice(1), read), at };
    case 'call':
      return readCall(reading);
    case 'print_statement':
    case 'exec_statement':
      return readOldCall(reading);
    default:
      return undefined;
  }
}

function readCollection(reading: Reading): Expression | undefined {
  const { node, parts, at, read } = reading;
  switch (node.type) {
    case 'list':
    case 'list_pattern':
      return { kind: 'list', items: parts.map(read), at };
    case 'tuple':
    case 'tuple_pattern':
    case 'expression_list':
    case 'pattern_list':
      return { kind: 'tuple', items: parts.map(read), at };
    case 'set':
      return { kind: 'set', items: parts.map(read), at };
    case 'dictionary':
      return readDictionary(reading);
    case 'list_splat':
    case 'list_splat_pattern':
      return { kind: 'starred', value: read(parts[0]), at };
    default:
      return undefined;
  }
}

function readDictionary({ source, parts, at: whole, read }: Reading): Dictionary {
  const entries = parts.map((part): DictionaryEntry => {
    const [first, second] = partsOf(part);
    const at = spanOf(source, part);
    return part.type === 'pair'
      ? { key: read(first), value: read(second), at }
      : { key: undefined, value: read(first), at };
  });
  return { kind: 'dictionary', entries, at: whole };
}

function readOther({ source, node, parts, at, read }: Reading): Expression | undefined {
  const [first, second] = parts;
  switch (node.type) {
    case 'parenthesized_expression':
    case 'parenthesized_list_splat':
    case 'as_pattern_target':
    case 'format_expression':
      return read(first);
    case 'await':
      return { kind: 'await', value: read(first), at };
    case 'yield':
      return { kind: 'yield', value: first && read(first), isFrom: partOf(node, 'from') !== undefined, at };
    case 'named_expression':
      return { kind: 'named', target: read(first), value: read(second), at };
    case 'lambda': {
      const parameters = readParameters(source, partOf(node, 'lambda_parameters'), read);
      return { kind: 'lambda', parameters, body: read(parts.at(-1)), at };
    }
    default:
      return undefined;
  }
}

import type { SyntaxNode } from '../../../../notation/tree-sitter/syntax-tree.js';
import { type Expression, opaque } from '../../program/expression.js';
import { camel } from '../../program/spelling.js';
import { deepest, spanOf } from '../source-span.js';
import { lowerCall } from './calls.js';
import { at, type Lowering, partsOf, textOf } from './names.js';
import { lowerDictionary } from './properties.js';

/** An expression of Python. What has no meaning without running it is opaque. */
export function lower(outer: Lowering, node: SyntaxNode | undefined): Expression {
  if (node === undefined) return opaque(spanOf(outer.source.path, 0, 0), 'nothing');
  if (outer.depth > deepest) return opaque(at(outer, node), 'nested too deeply');
  const lowering = { ...outer, depth: outer.depth + 1 };
  return lowerScalar(lowering, node) ?? lowerCompound(lowering, node);
}

function lowerScalar(lowering: Lowering, node: SyntaxNode): Expression | undefined {
  const span = at(lowering, node);
  switch (node.type) {
    case 'true':
    case 'false':
      return { kind: 'literal', value: node.type === 'true', at: span };
    case 'none':
      return { kind: 'literal', value: null, at: span };
    case 'integer':
    case 'float': {
      const value = Number(textOf(lowering, node).replaceAll('_', ''));
      return Number.isNaN(value) ? opaque(span, 'number') : { kind: 'literal', value, at: span };
    }
    case 'string':
      return lowerString(lowering, node);
    case 'concatenated_string':
      return { kind: 'text', at: span, parts: partsOf(node).map((part) => lower(lowering, part)) };
    case 'identifier': {
      const name = textOf(lowering, node);
      return { kind: 'name', name: name === 'self' ? 'this' : name, scope: lowering.scope, at: span };
    }
    default:
      return undefined;
  }
}

function lowerString(lowering: Lowering, node: SyntaxNode): Expression {
  const span = at(lowering, node);
  const opener = textOf(lowering, node.children[0]);
  const isRaw = /r/i.test(opener);
  const parts = partsOf(node).flatMap((part): readonly (string | Expression)[] => {
    if (part.type === 'string_content')
      return [isRaw ? textOf(lowering, part) : withoutEscapes(textOf(lowering, part))];
    return part.type === 'interpolation' ? [lower(lowering, partsOf(part)[0])] : [];
  });
  const isWhole = parts.every((part) => typeof part === 'string');
  return isWhole ? { kind: 'literal', value: parts.join(''), at: span } : { kind: 'text', parts, at: span };
}

const escapes = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['\n', ''],
]);

function withoutEscapes(text: string): string {
  return text.replaceAll(/\\([\s\S])/g, (_, letter: string) => escapes.get(letter) ?? letter);
}

function lowerCompound(lowering: Lowering, node: SyntaxNode): Expression {
  const span = at(lowering, node);
  const parts = partsOf(node);
  const [first, second] = parts;
  switch (node.type) {
    case 'attribute':
      return { kind: 'member', of: lower(lowering, first), name: camel(textOf(lowering, second)), at: span };
    case 'call':
      return lowerCall(lowering, node);
    case 'list':
    case 'tuple':
      return {
        kind: 'list',
        at: span,
        open: parts.some(({ type }) => type === 'list_splat'),
        items: parts.filter(({ type }) => type !== 'list_splat').map((part) => lower(lowering, part)),
      };
    case 'dictionary':
      return lowerDictionary(lowering, node);
    case 'parenthesized_expression':
    case 'await':
      return lower(lowering, first);
    default:
      return lowerOperation(lowering, node);
  }
}

function lowerOperation(lowering: Lowering, node: SyntaxNode): Expression {
  const span = at(lowering, node);
  const parts = partsOf(node);
  const [first, second] = parts;
  switch (node.type) {
    case 'binary_operator':
      return node.children[1]?.type === '+'
        ? { kind: 'text', at: span, parts: [lower(lowering, first), lower(lowering, second)] }
        : opaque(span, 'computed');
    case 'conditional_expression': {
      const [yes, test, no] = parts;
      return {
        kind: 'alternative',
        test: textOf(lowering, test).slice(0, 60),
        yes: lower(lowering, yes),
        no: lower(lowering, no),
        at: span,
      };
    }
    case 'unary_operator': {
      const inner = lower(lowering, first);
      const isNumber = inner.kind === 'literal' && typeof inner.value === 'number' && node.children[0]?.type === '-';
      return isNumber ? { ...inner, value: -Number(inner.value), at: span } : opaque(span, 'computed');
    }
    default:
      return opaque(span, 'computed');
  }
}

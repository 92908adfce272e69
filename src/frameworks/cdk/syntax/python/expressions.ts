import type { Span } from '../../../../model/span.js';
import type { Source } from '../../../reading/source.js';
import type { SyntaxNode } from '../../../reading/syntax-tree.js';
import { type Expression, opaque, type Property } from '../../expression.js';
import type { Scope } from '../../scope.js';
import { deepest, spanOf } from '../source-span.js';

/** Where an expression stands. */
export interface Lowering {
  readonly source: Source;
  readonly scope: Scope;
  readonly depth: number;
}

export function at({ source }: Lowering, node: SyntaxNode): Span {
  return spanOf(source.path, node.start, node.end);
}

export function textOf({ source }: Lowering, node: SyntaxNode | undefined): string {
  return node === undefined ? '' : source.text.slice(node.start, node.end);
}

/** The named parts of a node, remarks left out. */
export function partsOf(node: SyntaxNode): readonly SyntaxNode[] {
  return node.children.filter(({ named, type }) => named && type !== 'comment');
}

/** `add_to_role_policy` is what TypeScript calls `addToRolePolicy`; names of classes and constants stay. */
export function camel(name: string): string {
  if (!/^[a-z]/.test(name)) return name;
  return name.replaceAll(/_+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()).replace(/_$/, '');
}

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
    if (part.type === 'string_content') return [isRaw ? textOf(lowering, part) : withoutEscapes(textOf(lowering, part))];
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

/** Keys of a dictionary are a person's own words and stay as they are. */
function lowerDictionary(lowering: Lowering, node: SyntaxNode): Expression {
  let open = false;
  const entries: Property[] = [];
  for (const part of partsOf(node)) {
    const [key, value] = partsOf(part);
    const name = part.type === 'pair' && key ? lower(lowering, key) : undefined;
    if (name?.kind !== 'literal' || key === undefined) open = true;
    else entries.push({ key: String(name.value), keyAt: at(lowering, key), value: lower(lowering, value) });
  }
  return { kind: 'properties', form: 'dictionary', entries, open, at: at(lowering, node) };
}

/** Keyword arguments become one last argument of properties, as they are in TypeScript. */
function lowerCall(lowering: Lowering, node: SyntaxNode): Expression {
  const [callee, list] = partsOf(node);
  const span = at(lowering, node);
  const given = list === undefined ? [] : partsOf(list);
  const named = given.filter(({ type }) => type === 'keyword_argument');
  const args = given
    .filter(({ type }) => !/^(?:keyword_argument|list_splat|dictionary_splat)$/.test(type))
    .map((part) => lower(lowering, part));
  const open = given.some(({ type }) => type === 'list_splat');
  const spread = given.some(({ type }) => type === 'dictionary_splat');
  if (named.length > 0 || spread) args.push(keywords(lowering, named, spread, span));
  const target = lower(lowering, callee);
  const name = target.kind === 'member' || target.kind === 'name' ? target.name : '';
  return { kind: 'call', callee: target, args, creates: /^[A-Z]/.test(name), argsEnd: span.end - 1, open, at: span };
}

function keywords(lowering: Lowering, named: readonly SyntaxNode[], open: boolean, whole: Span): Expression {
  const entries = named.flatMap((argument): readonly Property[] => {
    const [key, value] = partsOf(argument);
    if (key === undefined) return [];
    return [{ key: camel(textOf(lowering, key)), keyAt: at(lowering, key), value: lower(lowering, value) }];
  });
  const [first] = entries;
  const last = entries.at(-1);
  const span = first && last ? { ...whole, start: first.keyAt.start, end: last.value.at.end } : whole;
  return { kind: 'properties', form: 'keywords', entries, open, at: span };
}

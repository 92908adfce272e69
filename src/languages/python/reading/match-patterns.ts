import type { Source } from '../../../notation/source.js';
import type { SyntaxNode } from '../../../notation/tree-sitter/syntax-tree.js';
import type { Name } from '../syntax/expression.js';
import type { CapturePattern, ClassPattern, MappingPattern, Pattern } from '../syntax/pattern.js';
import { deepest, readExpression } from './expressions.js';
import { partOf, partsOf, spanOf, textOf } from './nodes.js';

/** What stands after `case`. Several between commas are a sequence. */
export function readPatterns(source: Source, nodes: readonly SyntaxNode[], depth: number): Pattern {
  const items = nodes.map((node) => readPattern(source, node, depth));
  const [first] = items;
  const last = items.at(-1);
  if (first === undefined || last === undefined) return unreadAt(source, { start: 0, end: 0 });
  return first === last ? first : { kind: 'sequence', items, at: { ...first.at, end: last.at.end } };
}

function readPattern(source: Source, node: SyntaxNode, depth: number): Pattern {
  if (depth > deepest) return unreadAt(source, node);
  const at = spanOf(source, node);
  const items = (): readonly Pattern[] => partsOf(node).map((part) => readPattern(source, part, depth + 1));
  switch (node.type) {
    case 'case_pattern':
      return readWhole(source, node, depth);
    case 'dotted_name':
      return readNamed(source, node, depth);
    case 'as_pattern': {
      const [pattern] = items();
      return { kind: 'capture', name: nameOf(source, partsOf(node)[1]), pattern, isRest: false, at };
    }
    case 'splat_pattern':
      return restAt(source, node);
    case 'list_pattern':
    case 'tuple_pattern':
      return { kind: 'sequence', items: items(), at };
    case 'union_pattern':
      return { kind: 'alternative', options: items(), at };
    case 'dict_pattern':
      return readMapping(source, node, depth);
    case 'class_pattern':
      return readClass(source, node, depth);
    default:
      return { kind: 'value', value: readExpression(source, node, depth), at };
  }
}

/** `-1` and `_` stand in the pattern itself. */
function readWhole(source: Source, node: SyntaxNode, depth: number): Pattern {
  const at = spanOf(source, node);
  const [part] = partsOf(node);
  if (part === undefined) return { kind: 'capture', name: undefined, pattern: undefined, isRest: false, at };
  if (partOf(node, '-') === undefined) return readPattern(source, part, depth + 1);
  const number = readExpression(source, part, depth);
  const value = number.kind === 'literal' ? { ...number, value: -Number(number.value), at } : number;
  return { kind: 'value', value, at };
}

/** A name alone takes what is there; a name with dots is a constant. */
function readNamed(source: Source, node: SyntaxNode, depth: number): Pattern {
  const at = spanOf(source, node);
  const [first, second] = partsOf(node);
  if (second !== undefined) return { kind: 'value', value: readExpression(source, node, depth), at };
  return { kind: 'capture', name: nameOf(source, first), pattern: undefined, isRest: false, at };
}

function restAt(source: Source, node: SyntaxNode): CapturePattern {
  const name = nameOf(source, partsOf(node)[0]);
  return { kind: 'capture', name, pattern: undefined, isRest: true, at: spanOf(source, node) };
}

function nameOf(source: Source, node: SyntaxNode | undefined): Name | undefined {
  return node && { kind: 'name', name: textOf(source, node), at: spanOf(source, node) };
}

function unreadAt(source: Source, node: Pick<SyntaxNode, 'start' | 'end'>): Pattern {
  return { kind: 'unread', at: spanOf(source, node) };
}

/** Keys and patterns follow each other; `**name` has no key. */
function readMapping(source: Source, node: SyntaxNode, depth: number): MappingPattern {
  const entries: MappingPattern['entries'][number][] = [];
  let key: SyntaxNode | undefined;
  for (const part of partsOf(node)) {
    if (part.type === 'splat_pattern') entries.push({ key: undefined, pattern: restAt(source, part) });
    else if (key === undefined) key = part;
    else {
      const pattern = readPattern(source, part, depth + 1);
      entries.push({ key: readExpression(source, key, depth + 1), pattern });
      key = undefined;
    }
  }
  return { kind: 'mapping', entries, at: spanOf(source, node) };
}

function readClass(source: Source, node: SyntaxNode, depth: number): ClassPattern {
  const [of, ...fields] = partsOf(node);
  return {
    kind: 'class',
    of: readExpression(source, of, depth + 1),
    fields: fields.map((field) => {
      const keyword = partOf(field, 'keyword_pattern');
      const [name, value] = partsOf(keyword);
      return { name: keyword && textOf(source, name), pattern: readPattern(source, value ?? field, depth + 1) };
    }),
    at: spanOf(source, node),
  };
}

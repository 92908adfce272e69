import type { Node } from '@babel/types';
import { stepDown } from '../../model/confidence.js';
import type { Span } from '../../model/span.js';
import { entryOf, type PatternPart, textOf, type Value } from '../../model/value.js';
import { maximumDepth } from '../../notation/source.js';
import { requiredModule } from './call-nodes.js';
import { type Inside, listValue, objectValue } from './container-values.js';
import type { Evaluation } from './evaluation.js';
import { joinedParts, literalOf } from './literals.js';
import { memberOf, namesOf } from './members.js';
import type { Import } from './module-imports.js';
import { bare, spanIn } from './nodes.js';
import { lookUp } from './scopes.js';

/** What an expression means. */
export function expressionValue(evaluation: Evaluation, written: Node | null | undefined): Value {
  const at = spanIn(evaluation.script.path, written ?? { start: 0, end: 0 });
  evaluation.visitsLeft -= 1;
  if (!written) return computed(at);
  if (evaluation.depth >= maximumDepth || evaluation.visitsLeft < 0)
    return { kind: 'unknown', at, because: 'too large' };
  evaluation.depth += 1;
  const value = bareValue(evaluation, bare(written), at);
  evaluation.depth -= 1;
  return value;
}

function computed(at: Span): Value {
  return { kind: 'unknown', at, because: 'computed by the program' };
}

function bareValue(evaluation: Evaluation, node: Node, at: Span): Value {
  const literal = literalOf(node);
  if (literal !== undefined) return { kind: 'scalar', value: literal.value, at };
  const parts = joinedParts(node);
  if (parts !== undefined) return joined(evaluation, parts, at);
  switch (node.type) {
    case 'ObjectExpression':
      return objectValue(node, insideOf(evaluation));
    case 'ArrayExpression':
      return listValue(node, insideOf(evaluation));
    case 'Identifier':
      return namedValue(evaluation, node, at);
    case 'MemberExpression':
      return memberValue(evaluation, node, at);
    case 'UnaryExpression': {
      const value = node.operator === '-' ? Number(textOf(expressionValue(evaluation, node.argument))) : Number.NaN;
      return Number.isFinite(value) ? { kind: 'scalar', value: -value, at } : computed(at);
    }
    case 'LogicalExpression':
      return node.operator === '&&' ? computed(at) : firstKnown(evaluation, node, at);
    default:
      return otherValue(evaluation, node, at);
  }
}

function insideOf(evaluation: Evaluation): Inside {
  return {
    read: (node) => expressionValue(evaluation, node),
    spanOf: (node) => spanIn(evaluation.script.path, node),
    spread: (entry) =>
      evaluation.named === 'edited'
        ? entry
        : { ...entry, value: { ...entry.value, origin: entry.value.origin ?? entry.value.at } },
  };
}

function joined(evaluation: Evaluation, parts: readonly (string | Node)[], at: Span): Value {
  const read = parts.map((part): PatternPart => {
    const value = typeof part === 'string' ? undefined : expressionValue(evaluation, part);
    if (value === undefined) return String(part);
    return value.kind === 'scalar' ? (textOf(value) ?? '') : undefined;
  });
  if (read.every((part) => typeof part === 'string')) return { kind: 'scalar', value: read.join(''), at };
  return { kind: 'pattern', parts: read.filter((part) => part !== ''), at };
}

/** `written || otherwise`: what stands for what is not known is less sure. */
function firstKnown(evaluation: Evaluation, { left, right }: { left: Node; right: Node }, at: Span): Value {
  const first = expressionValue(evaluation, left);
  if (first.kind !== 'unknown') return first;
  const otherwise = expressionValue(evaluation, right);
  return { ...otherwise, at, origin: otherwise.origin ?? otherwise.at, confidence: stepDown('high') };
}

/** A constant of the file, or what it brings in from another. */
function namedValue(evaluation: Evaluation, node: Extract<Node, { type: 'Identifier' }>, at: Span): Value {
  const binding = lookUp(evaluation.survey().scopeOf(node), node.name);
  if (binding === undefined) return computed(at);
  const wanted = binding.scope.kind === 'file' ? evaluation.imports.get(node.name) : undefined;
  if (wanted !== undefined) return importedValue(evaluation, wanted, at);
  const [given, another] = binding.assignments;
  const value = another === undefined && given?.path.length === 0 ? given.value : undefined;
  if (binding.kind !== 'const' || value === undefined || given?.how !== 'declared') return computed(at);
  if (evaluation.open.has(binding)) return { kind: 'unknown', at, because: 'cyclic constant' };
  evaluation.open.add(binding);
  const found = expressionValue(evaluation, value);
  evaluation.open.delete(binding);
  return usedAt(evaluation, found, at);
}

function importedValue(evaluation: Evaluation, wanted: Pick<Import, 'module' | 'name' | 'by'>, at: Span): Value {
  const value = evaluation.imported?.(wanted);
  return value === undefined ? { kind: 'unknown', at, because: 'imported value' } : usedAt(evaluation, value, at);
}

/** A value that is written elsewhere than where it is used. */
function usedAt({ named }: Evaluation, value: Value, at: Span): Value {
  if (named === 'edited' && (value.kind === 'map' || value.kind === 'list')) return value;
  return { ...value, at, origin: value.origin ?? value.at };
}

function memberValue(evaluation: Evaluation, node: Extract<Node, { type: 'MemberExpression' }>, at: Span): Value {
  const [first, second] = namesOf(node) ?? [];
  if (first === 'process' && second === 'env') return { kind: 'unknown', at, because: 'environment variable' };
  const { object, property, computed: isComputed } = node;
  const key = memberOf(node)?.name ?? (isComputed ? textOf(expressionValue(evaluation, property)) : undefined);
  const found = key === undefined ? undefined : entryOf(expressionValue(evaluation, object), key)?.value;
  return found === undefined ? computed(at) : usedAt(evaluation, found, at);
}

function otherValue(evaluation: Evaluation, node: Node, at: Span): Value {
  const module = requiredModule(node);
  if (module !== undefined) return importedValue(evaluation, { module, name: '*', by: 'require' }, at);
  return evaluation.particular?.(node, evaluation) ?? computed(at);
}

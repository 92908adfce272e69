import type { Expression, Node, ObjectExpression } from '@babel/types';
import type { Span } from '../../../model/span.js';
import type { MapEntry, MapValue, Value } from '../../../model/value.js';

/** What reading expressions of one file needs: its path, and what its constants stand for. */
export interface ModuleScope {
  readonly path: string;
  readonly constants: ReadonlyMap<string, Expression>;
}

const deepest = 30;

export function spanOf({ path }: Pick<ModuleScope, 'path'>, node: Node): Span {
  return { path, start: node.start ?? 0, end: node.end ?? 0 };
}

/** What an expression stands for, as far as literals and constants of the file say. */
export function lowered(scope: ModuleScope, node: Node, depth = 0): Value {
  const at = spanOf(scope, node);
  if (depth > deepest) return { kind: 'unknown', at, because: 'nested too deeply' };
  switch (node.type) {
    case 'StringLiteral':
    case 'NumericLiteral':
    case 'BooleanLiteral':
      return { kind: 'scalar', value: node.value, at };
    case 'NullLiteral':
      return { kind: 'scalar', value: null, at };
    case 'TemplateLiteral':
      return node.expressions.length === 0
        ? { kind: 'scalar', value: node.quasis[0]?.value.cooked ?? '', at }
        : { kind: 'unknown', at, because: 'computed' };
    case 'ArrayExpression':
      return listOf(scope, node.elements, at, depth);
    case 'ObjectExpression':
      return mapOf(scope, node, depth);
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      return lowered(scope, node.expression, depth + 1);
    case 'Identifier':
      return constantOf(scope, node.name, at, depth);
    default:
      return { kind: 'unknown', at, because: 'computed' };
  }
}

function constantOf(scope: ModuleScope, name: string, at: Span, depth: number): Value {
  const constant = scope.constants.get(name);
  if (constant === undefined) return { kind: 'unknown', at, because: 'variable' };
  const value = lowered(scope, constant, depth + 1);
  return { ...value, at, origin: value.at };
}

function listOf(scope: ModuleScope, elements: readonly (Node | null)[], at: Span, depth: number): Value {
  const open = elements.some((element) => element === null || element.type === 'SpreadElement');
  const items = elements.flatMap((element) =>
    element === null || element.type === 'SpreadElement' ? [] : [lowered(scope, element, depth + 1)],
  );
  return { kind: 'list', items, open, at };
}

function mapOf(scope: ModuleScope, node: ObjectExpression, depth: number): MapValue {
  const entries: MapEntry[] = [];
  let open = false;
  for (const property of node.properties) {
    const key = property.type === 'ObjectProperty' && !property.computed ? keyOf(property.key) : undefined;
    if (property.type !== 'ObjectProperty' || key === undefined) open = true;
    else entries.push({ key, keyAt: spanOf(scope, property.key), value: lowered(scope, property.value, depth + 1) });
  }
  return { kind: 'map', entries, open, at: spanOf(scope, node) };
}

function keyOf(key: Node): string | undefined {
  if (key.type === 'Identifier') return key.name;
  return key.type === 'StringLiteral' ? key.value : undefined;
}

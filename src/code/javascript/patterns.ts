import type { Node } from '@babel/types';
import { type PathStep, type Target, targetsOf } from '../../languages/javascript/patterns.js';
import type { Expression, Parameter, Statement, Variable } from '../form.js';
import { expressionOf } from './expressions.js';
import { type Lowering, nameExpression, spanOf, targetVariable } from './lowering.js';

/** The assignments that a pattern makes of a value. A value that is taken apart is named first, so that it is computed once. */
export function assignments(lowering: Lowering, pattern: Node, value: Expression): readonly Statement[] {
  const targets = targetsOf(pattern);
  const [only] = targets;
  if (targets.length === 1 && only !== undefined && only.path.length === 0)
    return [{ kind: 'assign', target: expressionOf(lowering, only.node), value: withDefault(lowering, only, value) }];
  if (value.kind === 'variable') return taken(lowering, targets, value);
  const variable: Variable = { name: '' };
  const named: Expression = { kind: 'variable', variable, at: value.at };
  return [{ kind: 'assign', target: named, value }, ...taken(lowering, targets, named)];
}

function taken(lowering: Lowering, targets: readonly Target[], value: Expression): readonly Statement[] {
  return targets.map((target): Statement => {
    const at = spanOf(lowering, target.node);
    let part = value;
    for (const step of target.path) part = stepInto({ ...part, at }, step);
    return { kind: 'assign', target: expressionOf(lowering, target.node), value: withDefault(lowering, target, part) };
  });
}

function withDefault(lowering: Lowering, { otherwise }: Target, value: Expression): Expression {
  if (otherwise === undefined) return value;
  return { kind: 'choice', test: undefined, options: [value, expressionOf(lowering, otherwise)], at: value.at };
}

function stepInto(object: Expression, step: PathStep): Expression {
  const { at } = object;
  switch (step.kind) {
    case 'property':
      return { kind: 'member', object, name: step.name, at };
    case 'item':
      return { kind: 'index', object, key: { kind: 'constant', value: step.index, at }, at };
    case 'any':
      return { kind: 'index', object, key: { kind: 'unknown', inside: [], at }, at };
    case 'rest':
      return object;
  }
}

/** A parameter, and what takes it apart at the head of the body. */
export function parameterOf(
  lowering: Lowering,
  node: Node,
): { readonly parameter: Parameter; readonly head: readonly Statement[] } {
  const rest = node.type === 'RestElement';
  const written = rest ? node.argument : node.type === 'TSParameterProperty' ? node.parameter : node;
  const otherwise = written.type === 'AssignmentPattern' ? expressionOf(lowering, written.right) : undefined;
  const pattern = written.type === 'AssignmentPattern' ? written.left : written;
  const own = targetVariable(lowering, pattern);
  const variable = own ?? { name: '' };
  const named: Expression = { kind: 'variable', variable, at: spanOf(lowering, pattern) };
  const head = own === undefined ? assignments(lowering, pattern, named) : [];
  const parameter = { variable, rest, otherwise, ...declaredAs(lowering, node, pattern) };
  return { parameter, head: [...head, ...keptOnSelf(lowering, node, named)] };
}

/** `@Inject() db: Database`. */
function declaredAs(lowering: Lowering, node: Node, pattern: Node): Pick<Parameter, 'type' | 'decorators'> {
  const written = [node, pattern].flatMap((one) => ('decorators' in one ? (one.decorators ?? []) : []));
  const annotation = 'typeAnnotation' in pattern ? pattern.typeAnnotation : undefined;
  const type = annotation?.type === 'TSTypeAnnotation' ? annotation.typeAnnotation : undefined;
  const isNamed = type?.type === 'TSTypeReference' && type.typeName.type === 'Identifier';
  return {
    ...(isNamed && type.typeName.type === 'Identifier' && { type: nameExpression(lowering, type.typeName, pattern) }),
    ...(written.length > 0 && { decorators: written.map(({ expression }) => expressionOf(lowering, expression)) }),
  };
}

/** `constructor(private readonly db: Pool)` keeps its parameter on `this`. */
function keptOnSelf({ self }: Lowering, node: Node, value: Expression): readonly Statement[] {
  if (node.type !== 'TSParameterProperty' || self === undefined || value.kind !== 'variable') return [];
  const object: Expression = { kind: 'variable', variable: self, at: value.at };
  return [{ kind: 'assign', target: { kind: 'member', object, name: value.variable.name, at: value.at }, value }];
}

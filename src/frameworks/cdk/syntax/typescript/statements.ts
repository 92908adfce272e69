import type { Source } from '../../../reading/source.js';
import {
  type Certainty,
  type DeclaredClass,
  type Expression,
  type Imported,
  opaque,
  type Program,
  type Step,
} from '../../expression.js';
import { assign, bind, innerScope, type Scope } from '../../scope.js';
import { deepest } from '../source-span.js';
import { at, type Lowering, lower } from './expressions.js';
import { bindImports } from './imports.js';
import type { ClassNode, Node, Parameter, Program as Parsed, Pattern, Statement } from './nodes.js';

interface Walk {
  readonly source: Source;
  readonly scope: Scope;
  readonly certainty: Certainty;
  readonly unit: string;
  readonly depth: number;
  readonly steps: Step[];
  readonly classes: DeclaredClass[];
  readonly imports: Imported[];
}

/** All that a file says, statement by statement, whatever stands around it. */
export function lowerProgram(source: Source, parsed: Parsed): Program {
  const walk: Walk = {
    source,
    scope: innerScope(),
    certainty: 'once',
    unit: '',
    depth: 0,
    steps: [],
    classes: [],
    imports: [],
  };
  for (const statement of parsed.body) walkStatement(walk, statement);
  const { steps, classes, imports } = walk;
  return {
    path: source.path,
    text: source.text,
    language: 'typescript',
    steps,
    classes,
    imports,
    names: walk.scope.names,
  };
}

function loweringIn(walk: Walk): Lowering {
  const { path, text } = walk.source;
  return {
    path,
    text,
    scope: walk.scope,
    depth: walk.depth,
    inside: (fn, scope) => {
      if (fn.type !== 'ArrowFunctionExpression' && fn.type !== 'FunctionExpression') return;
      walkFunction({ ...walk, scope, certainty: 'many' }, fn.params, fn.body);
    },
  };
}

function say(walk: Walk, node: Node | null | undefined): Expression {
  const value = lower(loweringIn(walk), node);
  if (node) walk.steps.push({ value, certainty: walk.certainty, unit: walk.unit });
  return value;
}

function walkAll(walk: Walk, statements: readonly Statement[]): void {
  for (const statement of statements) walkStatement(walk, statement);
}

function block(walk: Walk, statement: Statement | null | undefined, certainty: Certainty): void {
  if (!statement) return;
  const within = certainty === 'once' || walk.certainty === 'many' ? walk.certainty : certainty;
  walkStatement({ ...walk, scope: innerScope(walk.scope), certainty: within }, statement);
}

function walkStatement(outer: Walk, statement: Statement): void {
  if (outer.depth > deepest) return;
  const walk = { ...outer, depth: outer.depth + 1 };
  switch (statement.type) {
    case 'ImportDeclaration':
      bindImports(walk, statement);
      return;
    case 'ExportNamedDeclaration':
      statement.declaration ? walkStatement(walk, statement.declaration) : undefined;
      return;
    case 'ExportDefaultDeclaration':
      walkDefault(walk, statement);
      return;
    case 'ExpressionStatement':
      walkExpression(walk, statement.expression);
      return;
    case 'VariableDeclaration':
      for (const { id, init } of statement.declarations) bindPattern(walk, id, say(walk, init), Boolean(init));
      return;
    case 'ClassDeclaration':
      walkClass(walk, statement);
      return;
    case 'FunctionDeclaration':
      walkFunction({ ...walk, unit: statement.id?.name ?? walk.unit }, statement.params, statement.body);
      return;
    case 'ReturnStatement':
      say(walk, statement.argument);
      return;
    default:
      walkNested(walk, statement);
      return;
  }
}

function walkNested(walk: Walk, statement: Statement): void {
  switch (statement.type) {
    case 'BlockStatement':
      walkAll({ ...walk, scope: innerScope(walk.scope) }, statement.body);
      return;
    case 'IfStatement':
      block(walk, statement.consequent, 'maybe');
      block(walk, statement.alternate, 'maybe');
      return;
    case 'ForOfStatement':
    case 'ForInStatement':
    case 'ForStatement':
    case 'WhileStatement':
    case 'DoWhileStatement':
      block(walk, statement.body, 'many');
      return;
    case 'TryStatement':
      block(walk, statement.block, 'once');
      block(walk, statement.handler?.body, 'maybe');
      return;
    case 'SwitchStatement':
      for (const one of statement.cases) for (const inner of one.consequent) block(walk, inner, 'maybe');
      return;
    default:
      return;
  }
}

function walkDefault(walk: Walk, { declaration }: Extract<Statement, { type: 'ExportDefaultDeclaration' }>): void {
  if (declaration.type === 'ClassDeclaration' || declaration.type === 'FunctionDeclaration') {
    walkStatement(walk, declaration);
    return;
  }
  if (declaration.type !== 'TSDeclareFunction') say(walk, declaration);
}

function walkExpression(walk: Walk, node: Node): void {
  if (node.type !== 'AssignmentExpression') {
    say(walk, node);
    return;
  }
  const value = say(walk, node.right);
  const { left } = node;
  const given = node.operator === '=' && walk.certainty === 'once' ? value : opaque(value.at, 'assigned conditionally');
  if (left.type === 'Identifier') assign(walk.scope, left.name, given);
  if (left.type !== 'MemberExpression' || left.property.type !== 'Identifier' || left.computed) return;
  if (left.object.type === 'ThisExpression') assign(walk.scope, `this.${left.property.name}`, given);
  else if (left.object.type === 'MemberExpression' || left.object.type === 'Identifier') sayOverride(walk, left, value);
}

/** Something is set on an object after it was made: what it says is then not known whole. */
function sayOverride(walk: Walk, left: Extract<Node, { type: 'MemberExpression' }>, value: Expression): void {
  const callee = lower(loweringIn(walk), left);
  const span = at(loweringIn(walk), left);
  const call: Expression = {
    kind: 'call',
    callee,
    args: [value],
    creates: false,
    argsEnd: span.end,
    open: true,
    at: span,
  };
  walk.steps.push({ value: call, certainty: walk.certainty, unit: walk.unit });
}

function bindPattern(walk: Walk, id: Pattern | Parameter, value: Expression, isGiven: boolean): void {
  if (id.type === 'Identifier') {
    if (isGiven) bind(walk.scope, id.name, value);
    return;
  }
  if (id.type !== 'ObjectPattern') return;
  for (const property of id.properties) {
    if (property.type !== 'ObjectProperty' || property.value.type !== 'Identifier') continue;
    const name = property.key.type === 'Identifier' ? property.key.name : undefined;
    const span = at(loweringIn(walk), property);
    if (name !== undefined) bind(walk.scope, property.value.name, { kind: 'member', of: value, name, at: span });
  }
}

function walkFunction(
  walk: Walk,
  params: readonly Parameter[],
  body: Node | Extract<Statement, { type: 'BlockStatement' }>,
): void {
  const scope = innerScope(walk.scope);
  const inner = { ...walk, scope, depth: walk.depth + 1 };
  for (const param of params) bindParameter(inner, param);
  if (body.type === 'BlockStatement') walkAll(inner, body.body);
  else say(inner, body);
}

function bindParameter(walk: Walk, param: Parameter): void {
  const span = at(loweringIn(walk), param);
  const unknown = opaque(span, 'parameter');
  if (param.type === 'AssignmentPattern') {
    bindParameter(walk, param.left as Parameter);
    return;
  }
  if (param.type === 'Identifier' || param.type === 'ObjectPattern') bindPattern(walk, param, unknown, true);
}

function walkClass(walk: Walk, node: ClassNode): void {
  const name = node.id?.name ?? '';
  const base = node.superClass ? lower(loweringIn(walk), node.superClass) : undefined;
  walk.classes.push({ name, base, at: at(loweringIn(walk), node.id ?? node) });
  const scope = innerScope(walk.scope);
  bind(scope, 'this', opaque(at(loweringIn(walk), node.id ?? node), 'this'));
  const inner = { ...walk, scope, unit: name };
  declareFields(inner, node);
  for (const member of node.body.body) {
    if (member.type === 'ClassMethod' || member.type === 'ClassPrivateMethod') {
      const certainty = member.kind === 'constructor' ? 'once' : 'many';
      walkFunction({ ...inner, certainty }, member.params as readonly Parameter[], member.body);
    }
  }
}

function declareFields(walk: Walk, node: ClassNode): void {
  for (const member of node.body.body) {
    if (member.type !== 'ClassProperty' || member.key.type !== 'Identifier' || !member.value) continue;
    bind(walk.scope, `${member.static ? '' : 'this.'}${member.key.name}`, say(walk, member.value));
  }
}

import type { Source } from '../../../../notation/source.js';
import { type Certainty, opaque, type Program } from '../../program/expression.js';
import { addItems } from '../../program/mutations.js';
import { assign, innerScope } from '../../program/scope.js';
import { deepest } from '../source-span.js';
import { bindPattern, sayOverride } from './bindings.js';
import { walkClass } from './classes.js';
import { walkFunction } from './function-declarations.js';
import { bindImports, passOn } from './imports.js';
import { walkForOf } from './loops.js';
import type { FunctionNode, Node, Program as Parsed, Statement } from './nodes.js';
import { say, sayNamed, type Walk } from './walk.js';

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
    units: [],
    imports: [],
    passed: [],
    base: undefined,
    turns: { taken: 0 },
    returns: [],
  };
  for (const statement of parsed.body) walkStatement(walk, statement);
  const { steps, classes, units, imports } = walk;
  return {
    path: source.path,
    text: source.text,
    language: 'typescript',
    steps,
    classes,
    units,
    imports,
    scope: walk.scope,
    passed: walk.passed,
  };
}

export function walkAll(walk: Walk, statements: readonly Statement[]): void {
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
    case 'TSImportEqualsDeclaration':
      bindImports(walk, statement);
      return;
    case 'ExportNamedDeclaration':
      if (statement.declaration) walkExported(walk, statement.declaration);
      else passOn(walk, statement);
      return;
    case 'ExportAllDeclaration':
      passOn(walk, statement);
      return;
    case 'ExportDefaultDeclaration':
      walkDefault(walk, statement);
      return;
    case 'ExpressionStatement':
      walkExpression(walk, statement.expression);
      return;
    case 'VariableDeclaration':
      for (const { id, init } of statement.declarations)
        bindPattern(walk, id, sayNamed(walk, init, id.type === 'Identifier' ? id.name : ''), Boolean(init));
      return;
    case 'ClassDeclaration':
      walkClass(walk, statement);
      return;
    case 'FunctionDeclaration':
      walkDeclared(walk, statement, false);
      return;
    case 'ReturnStatement':
      walk.returns.push(say(walk, statement.argument));
      return;
    default:
      walkNested(walk, statement);
      return;
  }
}

function walkDeclared(walk: Walk, node: FunctionNode, exported: boolean): void {
  const name = node.id?.name ?? '';
  walkFunction({ ...walk, unit: name === '' ? walk.unit : name }, node.params, { body: node.body, name, exported });
}

function walkExported(walk: Walk, statement: Statement): void {
  if (statement.type === 'ClassDeclaration') walkClass(walk, statement, true);
  else if (statement.type === 'FunctionDeclaration') walkDeclared(walk, statement, true);
  else walkStatement(walk, statement);
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
      walkForOf(walk, statement, (turn) => block(turn, statement.body, 'many'));
      return;
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
    walkExported(walk, declaration);
    return;
  }
  if (declaration.type !== 'TSDeclareFunction') say(walk, declaration);
}

function walkExpression(walk: Walk, node: Node): void {
  if (node.type !== 'AssignmentExpression') {
    const said = say(walk, node);
    if (said.kind === 'call') addItems(walk, said);
    return;
  }
  const value = say(walk, node.right);
  const { left } = node;
  const given = node.operator === '=' && walk.certainty === 'once' ? value : opaque(value.at, 'assigned conditionally');
  if (left.type === 'Identifier') assign(walk.scope, left.name, given);
  if (left.type !== 'MemberExpression') return;
  const name = left.property.type === 'Identifier' && !left.computed ? left.property.name : undefined;
  if (left.object.type === 'ThisExpression' && name !== undefined) assign(walk.scope, `this.${name}`, given);
  else sayOverride(walk, left, value);
}

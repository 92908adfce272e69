import type {
  ExportDefaultDeclaration,
  Expression as ExpressionNode,
  FunctionDeclaration,
  Statement,
} from '@babel/types';
import { memberOf } from '../../../../languages/javascript/members.js';
import { type Certainty, opaque } from '../../program/expression.js';
import { addItems } from '../../program/mutations.js';
import { assign, innerScope } from '../../program/scope.js';
import { deepest } from '../nesting.js';
import { bindImports, passOn } from './bind-imports.js';
import { bindPattern } from './bind-patterns.js';
import { lower } from './lower-expression.js';
import { loweringIn, say, sayNamed } from './say.js';
import { sayOverride } from './say-override.js';
import type { Walk } from './walk.js';
import { walkClass } from './walk-class.js';
import { walkFunction } from './walk-function.js';
import { walkForOf } from './walk-loop.js';

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

function walkDeclared(walk: Walk, node: FunctionDeclaration, exported: boolean): void {
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
      walkForOf(
        walk,
        statement,
        () => lower(loweringIn(walk), statement.right),
        (turn) => block(turn, statement.body, 'many'),
      );
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

function walkDefault(walk: Walk, { declaration }: ExportDefaultDeclaration): void {
  if (declaration.type === 'ClassDeclaration' || declaration.type === 'FunctionDeclaration') {
    walkExported(walk, declaration);
    return;
  }
  if (declaration.type !== 'TSDeclareFunction') say(walk, declaration);
}

function walkExpression(walk: Walk, node: ExpressionNode): void {
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
  const name = memberOf(left)?.name;
  if (left.object.type === 'ThisExpression' && name !== undefined) assign(walk.scope, `this.${name}`, given);
  else sayOverride(walk, left, value);
}

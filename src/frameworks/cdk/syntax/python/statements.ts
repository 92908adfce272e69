import type { Source } from '../../../../notation/source.js';
import type { SyntaxNode } from '../../../../notation/tree-sitter/syntax-tree.js';
import type { Scope } from '../../program/expression.js';
import {
  type Certainty,
  type DeclaredClass,
  type Expression,
  type Imported,
  opaque,
  overriding,
  type Program,
  type Step,
  type Unit,
} from '../../program/expression.js';
import { addItems, setProperty } from '../../program/mutations.js';
import { assign, bind, innerScope } from '../../program/scope.js';
import { camel } from '../../program/spelling.js';
import { type Turns, turnsOf } from '../../program/turns.js';
import { deepest } from '../source-span.js';
import { lower } from './expressions.js';
import { walkClass, walkFunction } from './function-definitions.js';
import { bindImports } from './imports.js';
import { at, type Lowering, partsOf, textOf } from './names.js';

export interface Walk extends Lowering {
  readonly scope: Scope;
  readonly certainty: Certainty;
  readonly unit: string;
  readonly steps: Step[];
  readonly classes: DeclaredClass[];
  readonly units: Unit[];
  readonly imports: Imported[];
  readonly turns: Turns;
  readonly returns: Expression[];
}

/** All that a module says, statement by statement. */
export function lowerModule(source: Source, tree: SyntaxNode): Program {
  const scope = innerScope();
  const at = { source, scope, depth: 0, base: undefined, certainty: 'once', unit: '' } as const;
  const walk: Walk = { ...at, steps: [], classes: [], units: [], imports: [], turns: { taken: 0 }, returns: [] };
  for (const statement of partsOf(tree)) walkStatement(walk, statement);
  const { steps, classes, units, imports } = walk;
  const { path, text } = source;
  return { path, text, language: 'python', steps, classes, units, imports, scope, passed: [] };
}

function say(walk: Walk, node: SyntaxNode | undefined): Expression {
  const value = lower(walk, node);
  if (node) walk.steps.push({ value, certainty: walk.certainty, unit: walk.unit });
  return value;
}

function walkStatement(outer: Walk, node: SyntaxNode): void {
  if (outer.depth > deepest) return;
  const walk = { ...outer, depth: outer.depth + 1 };
  switch (node.type) {
    case 'import_statement':
    case 'import_from_statement':
      bindImports(walk, node);
      return;
    case 'expression_statement':
      for (const part of partsOf(node)) walkExpression(walk, part);
      return;
    case 'return_statement':
      walk.returns.push(say(walk, partsOf(node)[0]));
      return;
    case 'class_definition':
      walkClass(walk, node);
      return;
    case 'function_definition':
      walkFunction(walk, node);
      return;
    default:
      walkNested(walk, node);
  }
}

const once = /^(?:decorated_definition|block|with_statement|try_statement)$/;
const maybe = /^(?:(?:if|match)_statement|(?:elif|else|except|case)_clause)$/;
const many = /^(?:for|while)_statement$/;

function walkNested(walk: Walk, node: SyntaxNode): void {
  if (node.type === 'for_statement' && walkTurns(walk, node)) return;
  if (once.test(node.type)) walkAll(walk, node);
  else if (maybe.test(node.type)) walkAll(within(walk, 'maybe'), node);
  else if (many.test(node.type)) walkAll(within(walk, 'many'), node);
}

/** Each turn of a loop by itself where what it goes through is known. */
function walkTurns(walk: Walk, node: SyntaxNode): boolean {
  const [target, listed, body] = partsOf(node);
  if (target?.type !== 'identifier' || listed === undefined || body === undefined) return false;
  const items = turnsOf(walk.turns, lower(walk, listed));
  for (const item of items ?? []) {
    const scope = innerScope(walk.scope);
    bind(scope, textOf(walk, target), item);
    walkAll({ ...within(walk, 'many'), scope }, body);
  }
  return items !== undefined;
}

function within(walk: Walk, certainty: Certainty): Walk {
  return { ...walk, certainty: walk.certainty === 'many' ? 'many' : certainty };
}

export function walkAll(walk: Walk, node: SyntaxNode): void {
  if (node.type === 'for_statement') bindTarget(walk, partsOf(node)[0]);
  for (const part of partsOf(node)) walkStatement(walk, part);
}

function bindTarget(walk: Walk, target: SyntaxNode | undefined): void {
  if (target?.type === 'identifier') bind(walk.scope, textOf(walk, target), opaque(at(walk, target), 'loop'));
}

function walkExpression(walk: Walk, node: SyntaxNode): void {
  if (node.type !== 'assignment' && node.type !== 'augmented_assignment') {
    const said = say(walk, node);
    if (said.kind === 'call') addItems(walk, said);
    return;
  }
  const parts = partsOf(node).filter(({ type }) => type !== 'type');
  const [target, given] = parts;
  if (target === undefined || given === undefined) return;
  const value = say(walk, given);
  const isSure = walk.certainty !== 'maybe' && node.type === 'assignment';
  const meaning = isSure ? value : opaque(value.at, 'assigned conditionally');
  if (target.type === 'identifier') {
    bind(walk.scope, textOf(walk, target), meaning);
    return;
  }
  if (target.type === 'subscript') setItem(walk, target, value);
  if (target.type !== 'attribute') return;
  const [owner, name] = partsOf(target);
  if (textOf(walk, owner) === 'self') {
    assign(walk.scope, `this.${camel(textOf(walk, name))}`, meaning);
    return;
  }
  sayOverride(walk, target, value);
}

/** `environment["NAME"] = value`. */
function setItem(walk: Walk, target: SyntaxNode, value: Expression): void {
  const [of, index] = partsOf(target);
  const key = lower(walk, index);
  const isNamed = key.kind === 'literal';
  const property = { key: isNamed ? String(key.value) : '', keyAt: at(walk, index ?? target), value };
  setProperty(isNamed ? walk : { ...walk, certainty: 'maybe' }, lower(walk, of), property);
}

/** Something is set on an object after it was made: what it says is then not known whole. */
function sayOverride(walk: Walk, target: SyntaxNode, value: Expression): void {
  const call = overriding(lower(walk, target), value, at(walk, target));
  walk.steps.push({ value: call, certainty: walk.certainty, unit: walk.unit });
}

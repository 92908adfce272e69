import type { PythonModule } from '../parse.js';
import type { Expression, Parameter } from '../syntax/expression.js';
import type { Block, ClassDefinition, FunctionDefinition, Statement } from '../syntax/statement.js';
import { expressionsOf, innerExpressions, ofParameters } from '../walking/expressions.js';
import { blocksOf, statementsIn } from '../walking/statements.js';
import { type Assigned, assigned, assignedBy } from './assignments.js';
import type { Binding, Scope, ScopeOwner } from './scope.js';

/** The scopes of a file: the module's, and one for each that makes names of its own. */
export interface Scopes {
  readonly module: Scope;
  readonly of: ReadonlyMap<ScopeOwner, Scope>;
}

interface Growing extends Scope {
  readonly around: Growing | undefined;
  readonly bindings: Map<string, Binding[]>;
  readonly elsewhere: Map<string, 'global' | 'nonlocal'>;
}

/** What is still to be read: a scope is whole before those in it are read. */
type Waiting = readonly [owner: ScopeOwner, scope: Growing];

interface Building {
  readonly of: Map<ScopeOwner, Growing>;
  readonly waiting: Waiting[];
}

/** Who gives which name a meaning in a file. Nothing that is assigned is left out. */
export function scopesOf({ body }: PythonModule): Scopes {
  const module = newScope('module', undefined);
  const building: Building = { of: new Map(), waiting: [] };
  readStatements(building, module, body);
  for (const [owner, scope] of building.waiting) readOwner(building, scope, owner);
  return { module, of: building.of };
}

/** A statement, and the scope that its names belong to. */
export interface ScopedStatement {
  readonly statement: Statement;
  readonly scope: Scope;
}

/** Every statement of a file, those of its functions and classes too, in the order of the text. */
export function scopedStatements({ body }: PythonModule, { module, of }: Scopes): readonly ScopedStatement[] {
  const found: ScopedStatement[] = [];
  const waiting = body.toReversed().map((statement): ScopedStatement => ({ statement, scope: module }));
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    const { statement, scope } = one;
    found.push(one);
    const own = statement.kind === 'function' || statement.kind === 'class' ? of.get(statement) : undefined;
    for (const inner of blocksOf(statement).flat().reverse()) waiting.push({ statement: inner, scope: own ?? scope });
  }
  return found;
}

function newScope(kind: Scope['kind'], around: Growing | undefined): Growing {
  return { kind, around, bindings: new Map(), elsewhere: new Map() };
}

function readOwner(building: Building, scope: Growing, owner: ScopeOwner): void {
  switch (owner.kind) {
    case 'function':
      bindParameters(scope, owner.parameters);
      readStatements(building, scope, owner.body);
      return;
    case 'class':
      readStatements(building, scope, owner.body);
      return;
    case 'lambda':
      bindParameters(scope, owner.parameters);
      readExpression(building, scope, owner.body);
      return;
    case 'comprehension':
      for (const { target, iterable } of owner.clauses)
        bindAll(scope, assigned(target, { kind: 'item', of: iterable }));
      for (const inner of innerExpressions(owner)) readExpression(building, scope, inner);
  }
}

function bindParameters(scope: Growing, parameters: readonly Parameter[]): void {
  for (const parameter of parameters) {
    const { name, nameAt: at } = parameter;
    bind(scope, { name, at, meaning: { kind: 'parameter', parameter }, within: [] });
  }
}

function isSameScope({ kind }: Statement): boolean {
  return kind !== 'function' && kind !== 'class';
}

function readStatements(building: Building, scope: Growing, block: Block): void {
  const statements = statementsIn(block, isSameScope);
  for (const statement of statements) declare(scope, statement);
  for (const statement of statements) {
    bindAll(scope, assignedBy(statement));
    if (statement.kind === 'import') bindImports(scope, statement.imports);
    if (statement.kind === 'function' || statement.kind === 'class') define(building, scope, statement);
    for (const expression of expressionsOf(statement)) readExpression(building, scope, expression);
  }
}

function declare(scope: Growing, statement: Statement): void {
  if (statement.kind !== 'global' && statement.kind !== 'nonlocal') return;
  for (const name of statement.names) scope.elsewhere.set(name, statement.kind);
}

function bindImports(scope: Growing, imports: Extract<Statement, { kind: 'import' }>['imports']): void {
  for (const imported of imports) {
    if (imported.local === undefined) continue;
    bind(scope, { name: imported.local, at: imported.at, meaning: { kind: 'import', imported }, within: [] });
  }
}

function define(building: Building, scope: Growing, definition: FunctionDefinition | ClassDefinition): void {
  const { name, nameAt: at } = definition;
  bind(scope, { name, at, meaning: { kind: 'definition', definition }, within: [] });
  open(building, scope, definition);
}

function open({ of, waiting }: Building, around: Growing, owner: ScopeOwner): void {
  const scope = newScope(owner.kind === 'lambda' ? 'function' : owner.kind, around);
  of.set(owner, scope);
  waiting.push([owner, scope]);
}

/** Lambdas and comprehensions of an expression have scopes of their own; `name := value` is given to the one around. */
function readExpression(building: Building, scope: Growing, expression: Expression): void {
  const waiting = [expression];
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    if (one.kind === 'named') bindAll(statedIn(scope), assigned(one.target, { kind: 'value', value: one.value }));
    if (one.kind === 'lambda' || one.kind === 'comprehension') open(building, scope, one);
    if (one.kind === 'name' || one.kind === 'literal') continue;
    waiting.push(...seenFrom(one).toReversed());
  }
}

function seenFrom(expression: Expression): readonly Expression[] {
  if (expression.kind === 'lambda') return ofParameters(expression.parameters);
  return expression.kind === 'comprehension' ? [] : innerExpressions(expression);
}

function statedIn(scope: Growing): Growing {
  let at = scope;
  while (at.kind === 'comprehension' && at.around !== undefined) at = at.around;
  return at;
}

function bindAll(scope: Growing, all: readonly Assigned[]): void {
  for (const { target, meaning, within } of all) {
    if (target.kind === 'name') bind(scope, { name: target.name, at: target.at, meaning, within });
  }
}

function bind(scope: Growing, binding: Binding): void {
  const { bindings } = homeFor(scope, binding.name);
  const known = bindings.get(binding.name);
  if (known === undefined) bindings.set(binding.name, [binding]);
  else known.push(binding);
}

/** Where a name that is assigned in a scope belongs: there, unless it is said to belong elsewhere. */
function homeFor(scope: Growing, name: string): Growing {
  const elsewhere = scope.elsewhere.get(name);
  let at = scope;
  if (elsewhere === undefined) return at;
  while (at.around !== undefined) {
    at = at.around;
    if (elsewhere === 'nonlocal' && at.kind === 'function' && at.bindings.has(name)) return at;
  }
  return elsewhere === 'global' ? at : scope;
}

import type { Node } from '@babel/types';
import { isCall } from './call-nodes.js';
import { declare } from './declarations.js';
import { newFunction } from './function-sites.js';
import { addName, type GrowingFunction, type GrowingScope, newScope } from './growing-scope.js';
import { childrenOf, isFunction } from './nodes.js';
import type { Script } from './parse-script.js';
import { type Assignment, type CallSite, lookUp, type Survey } from './scopes.js';
import { type Written, writtenBy } from './writes.js';

interface Visit {
  readonly node: Node;
  readonly parent: Node | undefined;
  readonly scope: GrowingScope;
}

interface Growing {
  readonly functions: GrowingFunction[];
  readonly calls: CallSite[];
  readonly written: { readonly write: Written; readonly scope: GrowingScope }[];
  readonly scopes: Map<Node, GrowingScope>;
}

/** Looks through a whole file once. Nesting is followed without recursion, however deep it is. */
export function surveyOf({ program }: Pick<Script, 'program'>): Survey {
  const file = newScope('file', program);
  const growing: Growing = { functions: [], calls: [], written: [], scopes: new Map() };
  const waiting: Visit[] = [{ node: program, parent: undefined, scope: file }];
  for (let visit = waiting.pop(); visit !== undefined; visit = waiting.pop()) {
    look(growing, visit, waiting);
  }
  const { functions, calls, scopes } = growing;
  const assignments = growing.written.map(({ write, scope }) => assigned(file, write, scope));
  return { file, functions, calls, assignments, scopeOf: (name) => scopes.get(name) };
}

/** Notes what one node says, and lets those inside of it wait, the first one on top. */
function look(growing: Growing, visit: Visit, waiting: Visit[]): void {
  const { node } = visit;
  const scope = scopeIn(growing, visit);
  if (isCall(node)) growing.calls.push({ node, scope });
  if (node.type === 'ReturnStatement' && node.argument) scope.inside?.returns.push(node.argument);
  declare(node, { outer: visit.scope, inner: scope });
  for (const write of writtenBy(node)) growing.written.push({ write, scope });
  const skipped = unread(node);
  const children = childrenOf(node);
  for (let at = children.length - 1; at >= 0; at -= 1) {
    const child = children[at];
    if (child === undefined || child === skipped) continue;
    if (child.type === 'Identifier') growing.scopes.set(child, scope);
    if (!isLeaf(child)) waiting.push({ node: child, parent: node, scope });
  }
}

const leaves: ReadonlySet<string> = new Set([
  'StringLiteral',
  'NumericLiteral',
  'BooleanLiteral',
  'NullLiteral',
  'TemplateElement',
  'ThisExpression',
]);

/** More than half of all nodes say nothing but themselves: they are done with where they are met. */
function isLeaf(node: Node): boolean {
  return node.type === 'Identifier' ? !node.decorators : leaves.has(node.type);
}

/** The scope that a node opens, or the one that it stands in. */
function scopeIn(growing: Growing, { node, parent, scope }: Visit): GrowingScope {
  if (isFunction(node)) {
    const site = newFunction(node, { parent, scope });
    growing.functions.push(site);
    return site.scope;
  }
  switch (node.type) {
    case 'BlockStatement':
      return parent !== undefined && (isFunction(parent) || parent.type === 'CatchClause')
        ? scope
        : newScope('block', node, scope);
    case 'ForStatement':
    case 'ForInStatement':
    case 'ForOfStatement':
    case 'SwitchStatement':
    case 'CatchClause':
    case 'StaticBlock':
    case 'TSModuleBlock':
      return newScope('block', node, scope);
    case 'ClassDeclaration':
    case 'ClassExpression':
      return newScope('class', node, scope);
    default:
      return scope;
  }
}

/** The child of a node that is a name without a meaning in the scope: a key, a member's name, a label. */
function unread(node: Node): Node | null | undefined {
  switch (node.type) {
    case 'MemberExpression':
    case 'OptionalMemberExpression':
      return node.computed ? undefined : node.property;
    case 'ObjectProperty':
    case 'ObjectMethod':
    case 'ClassMethod':
    case 'ClassProperty':
    case 'ClassAccessorProperty':
      return node.computed ? undefined : node.key;
    case 'LabeledStatement':
    case 'BreakStatement':
    case 'ContinueStatement':
      return node.label;
    case 'TSEnumMember':
      return node.id;
    default:
      return undefined;
  }
}

/** Gives a name the value, in the scope that declares it; one that none declares belongs to the file. */
function assigned(file: GrowingScope, write: Written, scope: GrowingScope): Assignment {
  const assignment: Assignment = { ...write, scope };
  if (write.target.type !== 'Identifier') return assignment;
  const { name } = write.target;
  const binding = lookUp(scope, name) ?? addName(file, name, 'global');
  binding.assignments.push(assignment);
  return assignment;
}

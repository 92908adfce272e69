import { parse } from '@babel/parser';
import type { Expression, Node, Statement } from '@babel/types';
import type { Value } from '../../../model/value.js';
import { type ChainStep, chainOf } from './calls.js';
import { lowered, type ModuleScope, spanOf } from './values.js';

/** A function that a source file exports to the platform. */
export interface Exported {
  readonly name: string;
  readonly scope: ModuleScope;
  /** The name as written, and the whole statement. */
  readonly at: Value['at'];
  readonly whole: Value['at'];
  readonly steps: readonly ChainStep[];
  /** Its code asks callers for a token, a secret or a signature. */
  readonly checksCallers: boolean;
}

export interface FunctionSource {
  readonly exported: readonly Exported[];
  /** What `setGlobalOptions` says. */
  readonly shared: Value | undefined;
}

/** The exports of a file that uses the Firebase library; undefined if it cannot be read. */
export function readSource(path: string, text: string): FunctionSource | undefined {
  const body = statementsOf(text);
  if (body === undefined) return undefined;
  const scope: ModuleScope = { path, constants: constantsIn(body) };
  return {
    exported: body.flatMap((statement) => exportedBy(scope, statement, text)),
    shared: body.map((statement) => globalOptions(scope, statement)).find((options) => options !== undefined),
  };
}

const largest = 1_000_000;

/** The parser throws on what it cannot recover from; such a file says nothing. */
function statementsOf(text: string): readonly Statement[] | undefined {
  if (text.length > largest) return undefined;
  try {
    const file = parse(text, { sourceType: 'unambiguous', errorRecovery: true, plugins: ['typescript'] });
    return file.program.body;
  } catch {
    return undefined;
  }
}

function constantsIn(body: readonly Statement[]): ReadonlyMap<string, Expression> {
  const constants = new Map<string, Expression>();
  for (const statement of body) {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (declaration?.type !== 'VariableDeclaration' || declaration.kind !== 'const') continue;
    for (const { id, init } of declaration.declarations) {
      if (id.type === 'Identifier' && init) constants.set(id.name, init);
    }
  }
  return constants;
}

const checks =
  /verifyIdToken|verifySessionCookie|headers\.authorization|["'`]authorization["'`]|\bsignature\b|constructEvent|["'`]x-[\w-]{0,60}(?:secret|token|key|signature)/i;

function exportedBy(scope: ModuleScope, statement: Statement, text: string): readonly Exported[] {
  const whole = spanOf(scope, statement);
  const checksCallers = checks.test(text.slice(whole.start, whole.end));
  return bindingsOf(statement).flatMap(({ id, name, value }) => {
    const steps = chainOf(value);
    return steps === undefined ? [] : [{ name, scope, at: spanOf(scope, id), whole, steps, checksCallers }];
  });
}

interface Binding {
  readonly name: string;
  readonly id: Node;
  readonly value: Node;
}

function bindingsOf(statement: Statement): readonly Binding[] {
  if (statement.type === 'ExportNamedDeclaration' && statement.declaration?.type === 'VariableDeclaration') {
    return statement.declaration.declarations.flatMap(({ id, init }) =>
      id.type === 'Identifier' && init ? [{ name: id.name, id, value: init }] : [],
    );
  }
  if (statement.type !== 'ExpressionStatement' || statement.expression.type !== 'AssignmentExpression') return [];
  const { left, right } = statement.expression;
  if (left.type !== 'MemberExpression' || left.property.type !== 'Identifier' || !isExports(left.object)) return [];
  return [{ name: left.property.name, id: left, value: right }];
}

function isExports(node: Node): boolean {
  if (node.type === 'Identifier') return node.name === 'exports';
  return node.type === 'MemberExpression' && node.property.type === 'Identifier' && node.property.name === 'exports';
}

function globalOptions(scope: ModuleScope, statement: Statement): Value | undefined {
  const chain = statement.type === 'ExpressionStatement' ? chainOf(statement.expression) : undefined;
  const [options] = chain?.find(({ name }) => name === 'setGlobalOptions')?.arguments ?? [];
  return options && lowered(scope, options);
}

import type * as Python from '../../languages/python/syntax/statement.js';
import type { Expression, Statement, Variable } from '../form.js';
import { expressionOf } from './expressions.js';
import type { Lowering } from './lowering.js';
import { statementsOf } from './statements.js';

/** `try` with its `except` clauses, of which any may be taken. */
export function tryOf(lowering: Lowering, written: Python.Try): Statement {
  const { body, handlers, otherwise, atLast, at } = written;
  const [named] = handlers.flatMap(({ target }) => target ?? []);
  const caught: Variable | undefined =
    handlers.length === 0 ? undefined : { name: named?.kind === 'name' ? named.name : 'error' };
  const ways = handlers.map((handler) => handlerOf(lowering, handler, caught));
  return {
    kind: 'try',
    body: statementsOf(lowering, [...body, ...otherwise]),
    caught,
    caughtAt: named?.at ?? { ...at, end: at.start + 3 },
    handler: oneOf(ways, at),
    last: statementsOf(lowering, atLast),
    ...(handlers.some(({ caught: error }) => isMissing(error)) && { asks: true }),
    ...(handlers.every(({ caught: error }) => error !== undefined && !isAny(error)) && { isNarrow: true }),
  };
}

/** `except Exception`, which nearly every error is. */
function isAny(error: Python.Handler['caught']): boolean {
  if (error?.kind === 'tuple' || error?.kind === 'list') return error.items.some(isAny);
  return error?.kind === 'name' && /^(?:Base)?Exception$/.test(error.name);
}

/** `except KeyError`, `except (KeyError, TypeError)`. */
function isMissing(error: Python.Handler['caught']): boolean {
  if (error?.kind === 'tuple' || error?.kind === 'list') return error.items.some(isMissing);
  return error?.kind === 'name' && error.name === 'KeyError';
}

function handlerOf(
  lowering: Lowering,
  { target, body }: Python.Handler,
  caught: Variable | undefined,
): readonly Statement[] {
  const inner = statementsOf(lowering, body);
  if (target === undefined || caught === undefined) return inner;
  const value: Expression = { kind: 'variable', variable: caught, at: target.at };
  return [{ kind: 'assign', target: expressionOf(lowering, target), value }, ...inner];
}

function oneOf(ways: readonly (readonly Statement[])[], at: Expression['at']): readonly Statement[] {
  const [first = [], ...rest] = ways;
  if (rest.length === 0) return first;
  return [{ kind: 'branch', test: { kind: 'unknown', inside: [], at }, met: first, otherwise: oneOf(rest, at) }];
}

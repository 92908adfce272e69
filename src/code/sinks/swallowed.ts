import type { Frame } from '../flow/machine.js';
import type { Expression, Statement } from '../form.js';
import { reportSettingAt } from './report.js';

type Try = Extract<Statement, { kind: 'try' }>;

/** An error that ends in a handler which does nothing, or only logs. */
export function checkSwallowed(frame: Frame, { body, handler, caughtAt, last, isNarrow }: Try): void {
  if (frame.run.depth === 0 || body.length === 0 || (handler.length === 0 && last.length > 0)) return;
  if (!handler.every(isLog)) return;
  if (handler.length === 0 && isNarrow) return;
  const detail = handler.length === 0 ? 'empty' : 'logged';
  reportSettingAt(frame, {
    danger: 'swallow',
    text: isPython(caughtAt.path) ? 'except' : 'catch',
    at: caughtAt,
    argument: caughtAt,
    detail,
  });
}

function isPython(path: string): boolean {
  return /\.(?:py|ipynb)$/.test(path);
}

function isLog(statement: Statement): boolean {
  // The name that the error is given.
  if (statement.kind === 'assign' && statement.value.kind === 'variable') return true;
  return statement.kind === 'evaluate' && statement.value.kind === 'call' && isLogger(statement.value.callee);
}

function isLogger(callee: Expression): boolean {
  if (callee.kind === 'global') return callee.name === 'print';
  if (callee.kind !== 'member') return false;
  const of = callee.object.kind === 'global' ? callee.object.name : nameOf(callee.object);
  return (
    /^(?:console|log|logger|logging)$/i.test(of) &&
    /^(?:log|info|debug|warn|warning|error|exception|trace)$/.test(callee.name)
  );
}

function nameOf(expression: Expression): string {
  if (expression.kind === 'variable') return expression.variable.name;
  if (expression.kind === 'imported') return expression.name === '*' ? expression.module : expression.name;
  return expression.kind === 'member' ? expression.name : '';
}

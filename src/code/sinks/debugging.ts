import type { Span } from '../../model/span.js';
import type { Site } from '../flow/calls.js';
import { evaluate } from '../flow/evaluate.js';
import type { Frame } from '../flow/machine.js';
import type { Value } from '../flow/value.js';
import type { Expression } from '../form.js';
import { reportSettingAt } from './report.js';

/*
 * What answers errors with their trace where it is told to: flask.palletsprojects.com (debugging), github.com/encode/starlette
 * (ServerErrorMiddleware) for FastAPI too, docs.aws.amazon.com/powertools/python (event handler, debug mode),
 * github.com/aws/chalice (app.debug). 2026-11-27.
 */
const made =
  /^(?:fastapi\.FastAPI|starlette\.applications\.Starlette|aws_lambda_powertools\.event_handler\b.*Resolver|flask\.Flask\(\)\.run)$/;
const apps =
  /^(?:flask\.Flask|fastapi\.FastAPI|starlette\.applications\.Starlette|chalice\.Chalice|aws_lambda_powertools\.event_handler\b.*Resolver)\(\)$/;

/** `app.run(debug=True)`, `FastAPI(debug=True)`. */
export function checkDebugging({ frame, symbol = '', arguments: given }: Site): void {
  if (!made.test(symbol)) return;
  const option = given.find(({ name, value }) => name === 'debug' && value.constant === true);
  if (option) report(frame, 'debug=True', option.expression.at);
}

/** `app.debug = True`, `app.config['DEBUG'] = True`. */
export function reportDebugging(frame: Frame, target: Expression, { constant }: Value): void {
  if (constant !== true || (target.kind !== 'member' && target.kind !== 'index')) return;
  const name = target.kind === 'member' ? target.name : target.key.kind === 'constant' ? target.key.value : undefined;
  const isMeant = name === 'debug' ? apps : name === 'DEBUG' ? /^flask\.Flask\(\)\.config$/ : undefined;
  if (isMeant?.test(evaluate(frame, target.object).symbol ?? '')) report(frame, String(name), target.at);
}

/** What only a program runs, a module that is imported does not. */
function report(frame: Frame, text: string, at: Span): void {
  const detail = frame.isProgram ? 'debug, as a program' : 'debug';
  reportSettingAt(frame, { danger: 'error', text, at, argument: at, detail });
}

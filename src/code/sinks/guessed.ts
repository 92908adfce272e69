import type { Site } from '../flow/calls.js';
import { allTaints } from '../flow/taints.js';
import { harmful, reportFlow } from './report.js';
import { isStatement } from './sql.js';

/** Calls of what is of no known library. */
export function checkGuessed(site: Site): void {
  checkQuery(site);
  checkFormat(site);
}

/** A client that is not known is one of a database if what it is given is a statement. */
function checkQuery(site: Site): void {
  const { name, arguments: given, frame, text, expression } = site;
  if (!/^(?:query|execute|raw|run|all|get|prepare|exec)$/.test(name)) return;
  const [first] = given;
  if (first === undefined || !isStatement(first.value)) return;
  const [taint] = harmful(frame, allTaints(first.value), 'sql');
  if (taint)
    reportFlow(frame, taint, {
      danger: 'sql',
      text,
      at: expression.at,
      argument: first.expression.at,
      confidence: 'medium',
    });
}

/** `text.format(user=user)` of Python: what others write there reads attributes of what it is given. */
function checkFormat({ frame, name, receiver, arguments: given, text, expression }: Site): void {
  if (name !== 'format' || receiver === undefined || given.length === 0 || !frame.path.endsWith('.py')) return;
  const [taint] = harmful(frame, allTaints(receiver), 'template');
  if (taint === undefined || (receiver.pieces ?? []).some((piece) => typeof piece === 'string')) return;
  const { at } = expression;
  reportFlow(frame, taint, { danger: 'template', text, at, argument: at, confidence: 'low' });
}

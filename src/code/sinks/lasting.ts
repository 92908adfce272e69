import type { Site } from '../flow/calls.js';
import type { Frame } from '../flow/machine.js';
import { allTaints } from '../flow/taints.js';
import type { Value } from '../flow/value.js';
import type { Expression, Variable } from '../form.js';
import { harmful, reportFlow } from './report.js';

/** Notes which names that last are asked for before they are given a value: `if (!user)`, `user ?? load()`. */
export function noteAsked({ run }: Frame, test: Expression): void {
  if (run.depth === 0) return;
  const waiting = [test];
  for (let left = 12, one = waiting.pop(); one !== undefined && left > 0; one = waiting.pop(), left -= 1) {
    if (one.kind === 'variable' && one.variable.lasts) run.asked.add(one.variable);
    if (one.kind === 'not') waiting.push(one.operand);
    if (one.kind === 'all' || one.kind === 'any') waiting.push(...one.operands);
    if (one.kind === 'choice') waiting.push(...(one.test ? [one.test] : []), ...one.options);
    if (one.kind === 'compare') waiting.push(one.left, one.right);
    if (one.kind === 'member') waiting.push(one.object);
  }
}

/** A name at the top of a file that is given text of an event: the next call finds it there. */
export function checkLasting(
  frame: Frame,
  variable: Variable,
  { value, at }: { readonly value: Value; readonly at: Expression['at'] },
): void {
  if (variable.lasts === undefined || frame.run.depth === 0) return;
  const [taint] = harmful(frame, allTaints(value), 'state');
  if (taint === undefined) return;
  const detail = frame.run.asked.has(variable) ? 'kept' : 'shared';
  const within = frame.run.forms[0]?.at;
  reportFlow(frame, taint, {
    danger: 'state',
    text: variable.name,
    at,
    argument: at,
    detail,
    ...(within && { within }),
  });
}

const appending = /\.(?:appendKeys|append_keys|appendPersistentKeys|addPersistentLogAttributes)$/;
const resetting = /\.(?:resetKeys|clear_state|clearState|removeKeys|removePersistentLogAttributes|remove_keys)$/;
const temporary = /^\/tmp\//;

/** Keys of a logger, and files under `/tmp`: they outlive the call. */
export function checkKept(site: Site): void {
  const { frame, symbol = '', name, arguments: given, text, expression } = site;
  if (
    name === 'setFeature' &&
    /feature_external_ges$/.test(given[0]?.value.symbol ?? '') &&
    given[1]?.value.constant === true
  )
    frame.machine.signs.add('entities');
  if (resetting.test(symbol) || given.some(({ value, name: option }) => isReset(value, option)))
    frame.machine.signs.add('reset');
  const path = given[0]?.value.constant;
  if (typeof path === 'string' && temporary.test(path) && /^(?:exists|existsSync|isfile|access|stat)$/.test(name))
    frame.run.asked.add(path);
  const isWriting = /^(?:writeFile|writeFileSync)$/.test(name) && typeof path === 'string' && frame.run.asked.has(path);
  const isAppending = appending.test(symbol);
  if (!isWriting && !isAppending) return;
  const taints = (isWriting ? given.slice(1) : given).flatMap(({ value }) => allTaints(value));
  const [taint] = harmful(frame, taints, 'state');
  const detail = isWriting ? 'file' : 'logger';
  if (taint) reportFlow(frame, taint, { danger: 'state', text, at: expression.at, argument: expression.at, detail });
}

function isReset({ constant, fields }: Value, option: string | undefined): boolean {
  if (/^(?:clear_state|clearState|resetKeys)$/.test(option ?? '') && constant === true) return true;
  return ['clearState', 'resetKeys'].some((key) => fields?.get(key)?.constant === true);
}

import type { Expression } from '../form.js';
import { noteLooked } from '../sinks/bodies.js';
import { currentEvent, requestGlobals } from '../tables/registrars.data.js';
import { originValue } from '../tables/registrars.js';
import { call } from './calls.js';
import { invoke } from './closures.js';
import { composed } from './composing.js';
import { noteController } from './controllers.js';
import { join } from './joining.js';
import { type Frame, heldIn, mayGoOn } from './machine.js';
import { memberOf, symbolIn } from './members.js';
import { pathMember } from './paths.js';
import { nothing, type Value } from './value.js';

/** What an expression gives. What it does on the way is done. */
export function evaluate(frame: Frame, expression: Expression): Value {
  if (!mayGoOn(frame.machine)) return nothing;
  const value = evaluated(frame, expression);
  if (frame.machine.testing > 0 && value.taints.length > 0) noteLooked(frame, value, 'fields');
  return value;
}

function evaluated(frame: Frame, expression: Expression): Value {
  switch (expression.kind) {
    case 'constant':
      return { taints: [], constant: expression.value };
    case 'pattern':
      return { taints: [], pattern: expression.source };
    case 'variable':
      return heldIn(frame, expression.variable);
    case 'global':
      return { taints: [], symbol: expression.name };
    case 'imported':
      return importedValue(frame, expression);
    case 'member':
      return memberValue(frame, evaluate(frame, expression.object), expression);
    case 'index':
      return indexed(frame, expression);
    case 'call':
      return call(frame, expression);
    case 'function':
      return { taints: [], closures: [{ form: expression.function, captured: capturedIn(frame), self: undefined }] };
    case 'class': {
      const { parent } = expression.class;
      const above = parent && evaluate(frame, parent);
      const made = { form: expression.class, parent: above, captured: capturedIn(frame) };
      noteController(frame, made);
      return { taints: [], classes: [made] };
    }
    default:
      return composed(frame, expression);
  }
}

function submodule(module: string, name: string): string {
  return module.endsWith('.') ? `${module}${name}` : `${module}.${name}`;
}

function capturedIn({ run }: Frame) {
  return run.depth > 0 ? run.base : undefined;
}

function importedValue(frame: Frame, { module, name, at }: Extract<Expression, { kind: 'imported' }>): Value {
  const { imported } = frame.machine;
  const own = imported(frame.path, module, name);
  if (own !== undefined && own !== nothing) return own;
  // `from package import module` names a file of the package.
  const inner = name === '*' ? undefined : imported(frame.path, submodule(module, name), '*');
  if (inner !== undefined || own !== undefined) return inner ?? nothing;
  if (module.startsWith('.')) return nothing;
  const symbol = module.replace(/^node:/, '');
  const request = requestGlobals.get(symbolIn(symbol, name));
  if (request !== undefined) return originValue({ kind: request, name }, at);
  return { taints: [], symbol: name === '*' || name === 'default' ? symbol : symbolIn(symbol, name) };
}

export function memberValue(
  frame: Frame,
  object: Value,
  { name, at }: { readonly name: string; readonly at: Expression['at'] },
): Value {
  const path = pathMember(object, name);
  if (path !== undefined) return path;
  const found = memberOf(object, name, at);
  if (found.symbol !== undefined && currentEvent.test(found.symbol))
    return originValue({ kind: 'python request', name }, at);
  for (const instance of object.instanceOf ?? []) {
    const method = instance.form.methods.find((one) => one.name === name);
    if (method) {
      const closure = { form: method.function, captured: instance.captured, self: object };
      if (method.kind === 'getter') return invoke(frame, closure, { values: [], as: 'call' });
      return { ...found, closures: [closure] };
    }
    const inherited = (instance.parent?.classes ?? [])
      .flatMap(({ form }) => form.methods)
      .find((one) => one.name === name);
    if (inherited) return { ...found, closures: [{ form: inherited.function, captured: undefined, self: object }] };
    const field = memberOf(heldIn(frame, instance.form.self), name, at);
    return join(found, field);
  }
  const fixed = object.classes?.flatMap(({ form, captured }) =>
    form.methods
      .filter((one) => one.kind === 'static' && one.name === name)
      .map((one) => ({ form: one.function, captured, self: object })),
  );
  return fixed && fixed.length > 0 ? { ...found, closures: fixed } : found;
}

function indexed(frame: Frame, { object, key, at }: Extract<Expression, { kind: 'index' }>): Value {
  const whole = evaluate(frame, object);
  const { constant } = evaluate(frame, key);
  if (typeof constant === 'string') return memberValue(frame, whole, { name: constant, at });
  if (typeof constant === 'number')
    return join(whole.fields?.get(String(constant)) ?? nothing, memberOf(whole, '[]', at));
  // Under a key that is not known is one of those that are written: a table of what may be chosen.
  const own = [...(whole.fields?.values() ?? [])].slice(0, 30).reduce(join, nothing);
  return join(own, memberOf(whole, '[]', at));
}

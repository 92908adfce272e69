import { evaluate } from './flow/evaluate.js';
import { join } from './flow/joining.js';
import type { Frame } from './flow/machine.js';
import { memberOf } from './flow/members.js';
import { nothing, type Value } from './flow/value.js';
import type { ModuleForm } from './form.js';

type PassOn = (module: string, name: string) => Value | undefined;

/** What a file gives under a name. */
export function exportedValue(frame: Frame, form: ModuleForm, name: string, passOn: PassOn): Value {
  // A name that is given several values may be any of them.
  const own = form.exports.filter((one) => one.name === name).map(({ value }) => evaluate(frame, value));
  if (own.length > 0) return own.reduce(join);
  const named = form.passedOn.find((one) => one.name === name);
  if (named) return passOn(named.module, named.imported) ?? nothing;
  const whole = form.exports.find((one) => one.name === '*');
  const all = whole ? evaluate(frame, whole.value) : nothing;
  if (name !== '*') {
    if (whole) return name === 'default' ? all : memberOf(all, name);
    for (const { module, name: passed } of form.passedOn) {
      const found = passed === '*' ? passOn(module, name) : undefined;
      if (found && found !== nothing) return found;
    }
    return nothing;
  }
  const fields = form.exports.flatMap((one) =>
    one.name === '*' ? [] : [[one.name, evaluate(frame, one.value)] as const],
  );
  const first = form.exports.find((one) => one.name === 'default');
  return {
    ...(first ? evaluate(frame, first.value) : nothing),
    ...all,
    fields: new Map([...(all.fields ?? []), ...fields]),
  };
}

import { callsIn } from './calls-in.js';
import type { Call, Expression, Program, Unit } from './expression.js';
import { camel } from './spelling.js';

/** What is made or called at exactly one place of the file, by the call there. */
export type CalledOnce = ReadonlyMap<Call, Unit>;

/** Finds the units that one place calls, and lets their parameters mean what is given there. */
export function bindCalledOnce({ steps, units }: Program): CalledOnce {
  const byName = new Map(units.map((unit) => [unit.name, unit]));
  const ambiguous = new Set(units.filter((unit) => byName.get(unit.name) !== unit).map(({ name }) => name));
  const calls = new Map<string, Call[]>();
  for (const { value } of steps) {
    for (const call of callsIn(value)) {
      const name = calledName(call.callee);
      if (name !== undefined && byName.has(name)) calls.set(name, [...(calls.get(name) ?? []), call].slice(0, 2));
    }
  }
  const once = new Map<Call, Unit>();
  for (const [name, [call, another]] of calls) {
    const unit = byName.get(name);
    if (unit === undefined || call === undefined || another !== undefined || ambiguous.has(name)) continue;
    once.set(call, unit);
    if (call.creates) call.inside = unit.scope;
    if (!unit.exported && !call.open) bindParameters(unit, call);
  }
  return once;
}

function calledName(callee: Expression): string | undefined {
  if (callee.kind === 'name') return callee.name;
  const isOwn = callee.kind === 'member' && callee.of.kind === 'name' && callee.of.name === 'this';
  return isOwn ? `this.${callee.name}` : undefined;
}

function bindParameters({ scope, parameters }: Unit, call: Call): void {
  const last = call.args.at(-1);
  const keywords = last?.kind === 'properties' && last.form === 'keywords' ? last : undefined;
  const positional = keywords === undefined ? call.args : call.args.slice(0, -1);
  for (const [index, name] of parameters.entries()) {
    const value = positional[index] ?? keywords?.entries.find(({ key }) => key === camel(name))?.value;
    if (name !== '' && value !== undefined) scope.names.set(name, value);
  }
}

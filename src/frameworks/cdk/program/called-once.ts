import { callsIn } from './calls-in.js';
import type { Call, Expression, Unit } from './expression.js';
import { originOf, type Programs } from './linking.js';
import { camel } from './spelling.js';

/** What is made or called at exactly one place, by the call there. */
export type CalledOnce = ReadonlyMap<Call, Unit>;

/** The units of the programs by their file and name; undefined for a name that several have. */
export type Units = ReadonlyMap<string, Unit | undefined>;

/** Programs that are read together. `whole`: nothing else uses what they pass on. */
export interface Linked {
  readonly programs: Programs;
  readonly home: string;
  readonly whole: boolean;
}

export function unitsOf({ programs }: Linked): Units {
  const found = new Map<string, Unit | undefined>();
  for (const { path, units } of programs.values()) {
    for (const unit of units) {
      const key = `${path}#${unit.name}`;
      found.set(key, found.has(key) ? undefined : unit);
    }
  }
  return found;
}

/** The file and name of what is called, if that is a function or class of the programs, or a method of its own class. */
export function calledKey({ programs, home }: Linked, callee: Expression): string | undefined {
  const origin = originOf(programs, home, callee);
  if (origin !== undefined)
    return `${origin.path}#${origin.name === '*' ? soleClass(programs, origin.path) : origin.name}`;
  if (callee.kind === 'name') return `${callee.at.path}#${callee.name}`;
  const isOwn = callee.kind === 'member' && callee.of.kind === 'name' && callee.of.name === 'this';
  return isOwn ? `${callee.at.path}#this.${callee.name}` : undefined;
}

/** What a file gives that is brought in by a name of its own choice. */
function soleClass(programs: Programs, path: string): string {
  const [only, another] = programs.get(path)?.classes ?? [];
  return only !== undefined && another === undefined ? only.name : '*';
}

/** Finds the units that one place calls, and lets their parameters mean what is given there. */
export function bindCalledOnce(linked: Linked, units: Units): CalledOnce {
  const calls = new Map<string, Call[]>();
  for (const { steps } of linked.programs.values()) {
    for (const call of steps.flatMap(({ value }) => callsIn(value))) {
      const key = calledKey(linked, call.callee);
      if (key !== undefined && units.has(key)) calls.set(key, [...(calls.get(key) ?? []), call].slice(0, 2));
    }
  }
  const once = new Map<Call, Unit>();
  for (const [key, [call, another]] of calls) {
    const unit = units.get(key);
    if (unit === undefined || call === undefined || another !== undefined) continue;
    once.set(call, unit);
    if (call.creates) call.inside = unit.scope;
    if ((!unit.exported || linked.whole) && !call.open) bindParameters(unit, call);
  }
  return once;
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

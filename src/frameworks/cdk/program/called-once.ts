import { callsIn } from './calls-in.js';
import type { Call, Expression, Unit } from './expression.js';
import { originOf, type Programs } from './linking.js';
import { merged } from './merging.js';
import { resolve } from './scope.js';
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

/** A call, and the class or function that it stands in. */
interface Place {
  readonly call: Call;
  readonly unit: string;
}

/** Places that call one unit, at most, so that what they give is told apart. */
const mostPlaces = 8;

/** Units by who calls them. */
export interface Called {
  readonly once: CalledOnce;
  /** What parameters mean of units that several places call. */
  readonly shared: ReadonlySet<Expression>;
}

/** Finds the units that a few places call, and lets their parameters mean what is given there. */
export function bindCalled(linked: Linked, units: Units): Called {
  const calls = new Map<string, Place[]>();
  const steps = [...linked.programs.values()].flatMap((program) => program.steps);
  for (const place of steps.flatMap(({ value, unit }) => callsIn(value).map((call) => ({ call, unit })))) {
    const key = calledKey(linked, place.call.callee);
    if (key === undefined || !units.has(key)) continue;
    const known = calls.get(key) ?? [];
    if (known.length <= mostPlaces) calls.set(key, [...known, place]);
  }
  const once = new Map<Call, Unit>();
  const shared = new Set<Expression>();
  for (const [key, places] of calls) {
    const unit = units.get(key);
    const [only, another] = places;
    if (unit === undefined || only === undefined) continue;
    const { call } = only;
    const isSeen = (!unit.exported || linked.whole) && !places.some((one) => one.call.open);
    if (another !== undefined) {
      if (isSeen && places.length <= mostPlaces) bindShared(unit, places, shared);
      continue;
    }
    once.set(call, unit);
    if (call.creates) call.inside = unit.scope;
    if (isSeen) bindParameters(unit, call);
  }
  return { once, shared };
}

function bindParameters({ scope, parameters }: Unit, call: Call): void {
  for (const [index, name] of parameters.entries()) {
    const value = argumentOf(call, index, name);
    if (name !== '' && value !== undefined) scope.names.set(name, value);
  }
}

function argumentOf({ args }: Call, index: number, name: string): Expression | undefined {
  const last = args.at(-1);
  const keywords = last?.kind === 'properties' && last.form === 'keywords' ? last : undefined;
  const positional = keywords === undefined ? args : args.slice(0, -1);
  return positional[index] ?? keywords?.entries.find(({ key }) => key === camel(name))?.value;
}

/** What stands in the unit is read once, and its parameters mean whatever one of the places gives. */
function bindShared({ scope, parameters }: Unit, places: readonly Place[], shared: Set<Expression>): void {
  const labels = labelsOf(places);
  for (const [index, name] of parameters.entries()) {
    const given = places.map(({ call }, place) => ({
      label: labels[place] ?? '',
      value: argumentOf(call, index, name),
      at: call.at,
    }));
    if (name === '' || given.every(({ value }) => value === undefined)) continue;
    const meaning = merged(given);
    scope.names.set(name, meaning);
    shared.add(meaning);
  }
}

/** Places by the first text that they give, which is the id of a construct, or by the class or function that they stand in. */
function labelsOf(places: readonly Place[]): readonly string[] {
  return places.map(({ call: { args }, unit }, index) => {
    const [text] = args
      .map(resolve)
      .flatMap((one) => (one.kind === 'literal' && typeof one.value === 'string' ? one.value : []));
    return (text ?? (unit === '' ? `call ${index + 1}` : unit)).slice(0, 60);
  });
}

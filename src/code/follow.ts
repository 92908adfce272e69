import { exportedValue } from './exported.js';
import {
  type Entry,
  type Flow,
  type Frame,
  type Machine,
  mostSteps,
  type Sending,
  type StoredWrite,
} from './flow/machine.js';
import { newState, type State } from './flow/state.js';
import { run } from './flow/statements.js';
import { nothing, type Value } from './flow/value.js';
import type { Expression, FunctionForm, ModuleForm } from './form.js';
import type { Handler } from './handler.js';
import { unvalidated } from './sinks/bodies.js';
import { start, startEntry } from './starting.js';
import { validators } from './tables/bodies.data.js';

export interface Unit {
  readonly handlers: readonly Handler[];
  readonly modules: ReadonlyMap<string, ModuleForm>;
  /** The file of the project that a module's name means in a file; undefined for a library. */
  readonly resolve: (from: string, module: string) => string | undefined;
}

export interface Followed {
  readonly flows: readonly Flow[];
  readonly writes: readonly StoredWrite[];
  readonly sendings: readonly Sending[];
  /** Calls that are certainly none of a cloud's client. */
  readonly others: ReadonlySet<Expression>;
  /** The functions that a platform or a router starts, by what it calls them. */
  readonly started: ReadonlyMap<FunctionForm, string>;
  /** False where the unit is larger than what is followed. */
  readonly isWhole: boolean;
}

/** Everything that text of events reaches in one unit, and calls that are wrong by themselves. */
export function follow(unit: Unit): Followed {
  const root = newState();
  const ran = new Set<string>();
  const imported: Machine['imported'] = (from, module, name) => {
    const path = unit.resolve(from, module);
    return path === undefined ? undefined : exported(path, name, 0);
  };
  const machine = newMachine(imported);
  const frameOf = (path: string): Frame => topFrame(machine, root, path);
  const exported = (path: string, name: string, depth: number): Value => {
    const form = unit.modules.get(path);
    if (form === undefined || depth > 8) return nothing;
    if (!ran.has(path)) {
      ran.add(path);
      run(frameOf(path), form.body);
    }
    return exportedValue(frameOf(path), form, name, (module, inner) => {
      const target = unit.resolve(path, module);
      return target === undefined ? undefined : exported(target, inner, depth + 1);
    });
  };
  const exports = new Map<Entry, string>();
  for (const handler of unit.handlers) {
    const value = exported(handler.path, handler.exported ?? '*', 0);
    if (handler.exported === undefined) continue;
    for (const entry of value.registered ?? []) exports.set(entry, handler.exported);
    start(frameOf(handler.path), handler, value);
  }
  const isMeant = meantBy(unit, machine, exports);
  for (let at = 0; at < machine.entries.length && at < 200; at += 1) {
    const entry = machine.entries[at];
    if (entry === undefined || !isMeant(entry)) continue;
    const name = exports.get(entry) ?? entry.name;
    startEntry(frameOf(entry.closures[0]?.form.at.path ?? ''), { ...entry, name });
  }
  const followed = followedBy(machine);
  const isValidated = [...unit.modules.values()].some(({ modules }) => modules.some((one) => validators.test(one)));
  return isValidated ? followed : { ...followed, flows: [...followed.flows, ...unvalidated(machine)] };
}

/** Of functions that a file hands to its platform under names, only those of the handlers; all where no name is one of them. */
function meantBy(
  { handlers }: Unit,
  { entries }: Machine,
  exports: ReadonlyMap<Entry, string>,
): (entry: Entry) => boolean {
  const names = new Set(handlers.map(({ exported }) => exported));
  const isOwn = (entry: Entry) => exports.has(entry) || (entry.named === 'here' && names.has(entry.name));
  return entries.some(isOwn) ? (entry) => entry.named === undefined || isOwn(entry) : () => true;
}

function newMachine(imported: Machine['imported']): Machine {
  return {
    flows: new Map(),
    writes: new Map(),
    sendings: new Map(),
    signs: new Set(),
    plain: new Set(),
    resolved: [],
    calls: new Map(),
    missed: new Set(),
    entries: [],
    started: new Map(),
    bodies: { used: new Map(), checked: new Set() },
    stepsLeft: mostSteps,
    testing: 0,
    imported,
  };
}

/** The top of a file: what stands there all files share. */
function topFrame(machine: Machine, root: State, path: string): Frame {
  const run = {
    name: '',
    handler: '',
    depth: 0,
    forms: [],
    base: root,
    exits: [],
    leaves: [],
    asked: new Set<never>(),
  };
  return { machine, path, state: root, run };
}

function followedBy({ flows, writes, sendings, signs, calls, started, stepsLeft }: Machine): Followed {
  const others = new Set([...calls].flatMap(([call, isOther]) => (isOther ? [call] : [])));
  // What is decoded to find the key is verified after.
  const isTaken = ({ danger, detail }: Flow) =>
    (danger === 'token' && detail === 'decoded' && signs.has('verification')) ||
    (danger === 'state' && detail === 'logger' && signs.has('reset')) ||
    (danger === 'xml' && detail === 'sax' && !signs.has('entities')) ||
    (danger === 'origin' && detail === 'reflected' && (!signs.has('credentials') || signs.has('origin tested'))) ||
    (danger === 'cleartext' && detail.startsWith('smtp ') && signs.has('starttls'));
  const told = [...flows.values()].filter((flow) => !isTaken(flow));
  return {
    flows: told,
    writes: [...writes.values()],
    sendings: [...sendings.values()],
    others,
    started,
    isWhole: stepsLeft > 0,
  };
}

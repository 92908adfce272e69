import type { Span } from '../../model/span.js';
import { callsIn } from './calls-in.js';
import type { Call, Certainty, Expression, Program, Properties, Step, Unit } from './expression.js';
import { idOf, isId, uniqueId, writtenText } from './ids.js';
import { bindCalledOnce, type CalledOnce, calledKey, type Linked, type Units, unitsOf } from './once.js';
import { qualifiedName } from './qualified.js';
import { lookUp, resolve } from './scope.js';

/** One construct that a program makes. */
export interface Construct {
  /** The path of construct ids. */
  readonly id: string;
  /** The CDK's own name: `aws-lambda.Function`. */
  readonly type: string;
  readonly call: Call;
  readonly certainty: Certainty;
}

/** A method called on something. */
export interface Invocation {
  /** What it is called on, names resolved. */
  readonly on: Expression;
  readonly method: string;
  readonly call: Call;
  readonly certainty: Certainty;
}

/** Everything that programs make and call, in the order of their texts. */
export interface Construction extends Linked {
  readonly constructs: readonly Construct[];
  readonly invocations: readonly Invocation[];
  readonly byCall: ReadonlyMap<Expression, Construct>;
  /** Constructs are made that stand in other files. */
  readonly open: boolean;
  readonly units: Units;
  readonly once: CalledOnce;
  /** How much may still be looked into. */
  readonly budget: { left: number };
}

/** Classes that hold constructs and are none themselves. */
const containers = /^(?:core|constructs)\.(?:App|Stack|Stage|NestedStack|Construct)$/;

export function constructionOf(linked: Linked): Construction {
  const units = unitsOf(linked);
  const once = bindCalledOnce(linked, units);
  const programs = [...linked.programs.values()];
  const growing: Growing = {
    linked,
    constructs: [],
    invocations: [],
    byCall: new Map(),
    taken: new Set(),
    local: new Set(programs.flatMap(({ path, classes }) => classes.map(({ name }) => `${path}#${name}`))),
    open: false,
  };
  for (const { steps } of programs)
    for (const step of steps) for (const call of callsIn(step.value)) addCall(growing, call, step);
  for (const [call, unit] of once) nameWhatIsMade(growing, call, unit);
  const { constructs, invocations, byCall, open } = growing;
  return { ...linked, constructs, invocations, byCall, open, units, once, budget: { left: mostValues } };
}

/** The program that a place is in. */
export function programAt({ programs }: Linked, { path }: Span): Program {
  const program = programs.get(path);
  if (program === undefined) throw new Error(`No program was read from ${path}.`);
  return program;
}

/** The one call of a function stands for the construct that the function gives; making a class once, for what it is. */
function nameWhatIsMade({ byCall }: Growing, call: Call, { returns, scope, name }: Unit): void {
  const [first, another] = returns;
  const isClass = call.creates && !name.startsWith('this.');
  const given = isClass ? lookUp(scope, 'this') : another === undefined ? first : undefined;
  const construct = given && byCall.get(resolve(given));
  if (construct !== undefined && !byCall.has(call)) byCall.set(call, construct);
}

/** A program that says more than this, each use of a name counted, is not followed further. */
const mostValues = 200_000;

/** What changes or adds constructs that are not seen. */
const openers = /^core\.Aspects\.of$|\.CfnInclude$/;

interface Growing {
  readonly linked: Linked;
  readonly constructs: Construct[];
  readonly invocations: Invocation[];
  readonly byCall: Map<Expression, Construct>;
  readonly taken: Set<string>;
  /** The programs' own classes. */
  readonly local: ReadonlySet<string>;
  open: boolean;
}

function addCall(growing: Growing, call: Call, { certainty, unit }: Step): void {
  const type = qualifiedName(call.callee);
  growing.open ||= (type !== undefined && openers.test(type)) || isForeign(growing, call, type);
  if (type === undefined || !call.creates) {
    const invocation = invocationOf(call, certainty);
    if (invocation) growing.invocations.push(invocation);
    return;
  }
  if (containers.test(type) || !isScope(call.args[0]) || !isId(call.args[1])) return;
  const own = call.ofBase && writtenText(call.args[1] ?? call) === '*' ? unit : undefined;
  const id = uniqueId(own ?? idOf({ call, type }, growing.byCall), unit, growing.taken);
  const construct = { id, type, call, certainty };
  growing.constructs.push(construct);
  growing.byCall.set(call, construct);
}

/** A construct of a class that is not declared here, in one that is. */
function isForeign({ linked, local }: Growing, call: Call, type: string | undefined): boolean {
  if (type !== undefined || !call.creates || call.args.length < 2) return false;
  const [scope] = call.args;
  if (scope?.kind !== 'name' || isApp(scope)) return false;
  return !local.has(calledKey(linked, call.callee) ?? '');
}

/** What stands in the app itself are other stacks. */
function isApp(scope: Expression): boolean {
  const made = resolve(scope);
  return made.kind === 'call' && qualifiedName(made.callee) === 'core.App';
}

function isScope(scope: Expression | undefined): boolean {
  return scope !== undefined && scope.kind !== 'properties' && scope.kind !== 'literal';
}

function invocationOf(call: Call, certainty: Certainty): Invocation | undefined {
  const { callee } = call;
  if (callee.kind === 'name' && !call.creates) return { on: callee, method: '', call, certainty };
  if (callee.kind !== 'member') return undefined;
  return { on: resolve(callee.of), method: callee.name, call, certainty };
}

/** The construct that an expression stands for; versions and aliases that a function makes stand for the function. */
export function constructOf({ byCall }: Construction, expression: Expression): Construct | undefined {
  let at = resolve(expression);
  for (let step = 0; step < 4; step++) {
    const made = byCall.get(at);
    if (made !== undefined) return made;
    const from = at.kind === 'call' ? at.callee : at;
    if (from.kind !== 'member' || !/^(?:add(?:Alias|Version)|currentVersion|latestVersion)$/.test(from.name))
      return undefined;
    at = resolve(from.of);
  }
  return undefined;
}

/** The properties a construct is made with: those given, nothing, or something that is not known. */
export function propertiesOf(call: Call, position = 2): Properties | 'none' | 'unknown' {
  const given = call.args[position];
  if (call.open) return 'unknown';
  if (given === undefined || isNothing(given)) return 'none';
  const resolved = resolve(given);
  if (resolved.kind === 'properties') return resolved;
  return 'unknown';
}

/** `undefined`, `null` and `None`: the same as nothing at all. */
export function isNothing(expression: Expression): boolean {
  const resolved = resolve(expression);
  return resolved.kind === 'literal' && resolved.value === null;
}

import { bindCalled, calledKey, type Linked, unitsOf } from '../program/called-once.js';
import { callsIn } from '../program/calls-in.js';
import type { Call, Certainty, Expression, Step, Unit } from '../program/expression.js';
import { lookUp, resolve } from '../program/scope.js';
import type { Construct, Construction, Invocation } from './construct.js';
import { idOf, isId, uniqueId, writtenText } from './ids.js';
import { qualifiedName } from './qualified-names.js';

/** Classes that hold constructs and are none themselves. */
const containers = /^(?:core|constructs)\.(?:App|Stack|Stage|NestedStack|Construct)$/;

export function constructionOf(linked: Linked): Construction {
  const units = unitsOf(linked);
  const { once, shared } = bindCalled(linked, units);
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
  return { ...linked, constructs, invocations, byCall, open, units, once, shared, budget: { left: mostValues } };
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

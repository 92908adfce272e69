import type { Call, Certainty, Expression, Program, Properties } from './expression.js';
import { qualifiedName } from './qualified.js';
import { resolve } from './scope.js';

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

/** Everything a program makes and calls, in the order of its text. */
export interface Construction {
  readonly program: Program;
  readonly constructs: readonly Construct[];
  readonly invocations: readonly Invocation[];
  readonly byCall: ReadonlyMap<Expression, Construct>;
  /** Constructs are made that stand in other files. */
  readonly open: boolean;
}

/** Classes that hold constructs and are none themselves. */
const containers = /^(?:core|constructs)\.(?:App|Stack|Stage|NestedStack|Construct)$/;

export function constructionOf(program: Program): Construction {
  const constructs: Construct[] = [];
  const invocations: Invocation[] = [];
  const byCall = new Map<Expression, Construct>();
  const taken = new Set<string>();
  const local = new Set(program.classes.map(({ name }) => name));
  let open = false;
  for (const { value, certainty, unit } of program.steps) {
    for (const call of callsIn(value)) {
      const type = qualifiedName(call.callee);
      if (type === undefined || !call.creates) {
        open ||= isForeign(call, type, local);
        const invocation = invocationOf(call, certainty);
        if (invocation) invocations.push(invocation);
        continue;
      }
      if (containers.test(type) || call.args.length < 2 || !isScope(call.args[0])) continue;
      const id = uniqueId(idOf(call, byCall), unit, taken);
      const construct = { id, type, call, certainty };
      constructs.push(construct);
      byCall.set(call, construct);
    }
  }
  return { program, constructs, invocations, byCall, open };
}

/** A construct of a class that this file does not declare. */
function isForeign(call: Call, type: string | undefined, local: ReadonlySet<string>): boolean {
  if (type !== undefined || !call.creates || call.args.length < 2) return false;
  const [scope] = call.args;
  const isIn = scope?.kind === 'name' && scope.name === 'this';
  return isIn && !(call.callee.kind === 'name' && local.has(call.callee.name));
}

function isScope(scope: Expression | undefined): boolean {
  return scope !== undefined && scope.kind !== 'properties' && scope.kind !== 'literal';
}

function idOf(call: Call, byCall: ReadonlyMap<Expression, Construct>): string {
  const [scope, id] = call.args;
  const own = id === undefined ? '?' : writtenText(id);
  const parent = scope === undefined ? undefined : byCall.get(resolve(scope));
  return parent === undefined ? own : `${parent.id}/${own}`;
}

/** The text of an id; what is computed in it is written `*`. */
export function writtenText(expression: Expression, depth = 0): string {
  const resolved = resolve(expression);
  if (resolved.kind === 'literal') return String(resolved.value);
  if (resolved.kind !== 'text' || depth > 20) return '*';
  return resolved.parts.map((part) => (typeof part === 'string' ? part : writtenText(part, depth + 1))).join('');
}

function uniqueId(id: string, unit: string, taken: Set<string>): string {
  const candidates = [id, `${unit}/${id}`];
  let found = candidates.find((candidate) => !taken.has(candidate));
  for (let count = 2; found === undefined; count++) if (!taken.has(`${id}-${count}`)) found = `${id}-${count}`;
  taken.add(found);
  return found;
}

function invocationOf(call: Call, certainty: Certainty): Invocation | undefined {
  const { callee } = call;
  if (callee.kind !== 'member') return undefined;
  return { on: resolve(callee.of), method: callee.name, call, certainty };
}

/** The calls in an expression's own text, inner ones first. */
function callsIn(root: Expression): readonly Call[] {
  const found: Call[] = [];
  const waiting: Expression[] = [root];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (at.kind === 'call') found.push(at);
    waiting.push(...partsOf(at));
  }
  return found.reverse();
}

function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'call':
      return [...expression.args, expression.callee];
    case 'member':
      return [expression.of];
    case 'list':
      return expression.items;
    case 'properties':
      return expression.entries.map(({ value }) => value);
    case 'text':
      return expression.parts.filter((part) => typeof part !== 'string');
    case 'alternative':
      return [expression.yes, expression.no];
    default:
      return [];
  }
}

/** The properties a construct is made with: those given, nothing, or something that is not known. */
export function propertiesOf(call: Call, position = 2): Properties | 'none' | 'unknown' {
  const given = call.args[position];
  if (call.open) return 'unknown';
  if (given === undefined) return 'none';
  const resolved = resolve(given);
  if (resolved.kind === 'properties') return resolved;
  return 'unknown';
}

import type { Span } from '../../../model/span.js';
import type { Called, Linked, Units } from '../program/called-once.js';
import {
  type Call,
  type Certainty,
  type Expression,
  isNull,
  type Program,
  type Properties,
} from '../program/expression.js';
import { resolve } from '../program/scope.js';

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
export interface Construction extends Linked, Called {
  readonly constructs: readonly Construct[];
  readonly invocations: readonly Invocation[];
  readonly byCall: ReadonlyMap<Expression, Construct>;
  /** Constructs are made that stand in other files. */
  readonly open: boolean;
  readonly units: Units;
  /** How much may still be looked into. */
  readonly budget: { left: number };
}

/** The program that a place is in. */
export function programAt({ programs }: Linked, { path }: Span): Program {
  const program = programs.get(path);
  if (program === undefined) throw new Error(`No program was read from ${path}.`);
  return program;
}

/**
 * The construct that an expression stands for; versions and aliases that a function makes stand for the function, and what
 * mixins were added to stands for itself.
 */
export function constructOf({ byCall }: Construction, expression: Expression): Construct | undefined {
  let at = resolve(expression);
  for (let step = 0; step < 4; step++) {
    const made = byCall.get(at);
    if (made !== undefined) return made;
    const from = at.kind === 'call' ? at.callee : at;
    if (from.kind !== 'member' || !/^(?:add(?:Alias|Version)|currentVersion|latestVersion|with_?)$/.test(from.name))
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
  return isNull(resolve(expression));
}

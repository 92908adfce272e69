import { type Expression, type Fallback, isNull, nothing, opaque, type Scope } from './expression.js';
import { withSpreads } from './spreads.js';

/** More names in a row than this are not followed. */
const longestChain = 40;

export function innerScope(around?: Scope): Scope {
  return { around, names: new Map() };
}

/** Gives a name a meaning. A name that is given two has none that is known. */
export function bind(scope: Scope, name: string, value: Expression): void {
  const before = scope.names.get(name);
  scope.names.set(name, before === undefined ? value : opaque(value.at, 'assigned more than once'));
}

/** Gives a new meaning to a name that was declared somewhere around. */
export function assign(scope: Scope, name: string, value: Expression): void {
  let declared: Scope | undefined = scope;
  const mark = name.startsWith('this.') ? 'this' : name;
  while (declared !== undefined && !declared.names.has(mark)) declared = declared.around;
  bind(declared ?? scope, name, value);
}

/** Changes what a name, or a field of the class around, stands for where it was declared. */
export function change(scope: Scope, of: Expression, by: (before: Expression) => Expression | undefined): void {
  const isOwn = of.kind === 'member' && of.of.kind === 'name' && of.of.name === 'this';
  const name = of.kind === 'name' ? of.name : isOwn ? `this.${of.name}` : '';
  for (let at: Scope | undefined = scope; at !== undefined; at = at.around) {
    const before = at.names.get(name);
    if (before === undefined) continue;
    const after = by(before);
    if (after !== undefined) at.names.set(name, after);
    return;
  }
}

/** `this` is what the class around has made of it. */
export function become(scope: Scope, value: Expression): void {
  for (let at: Scope | undefined = scope; at !== undefined; at = at.around) {
    if (!at.names.has('this')) continue;
    at.names.set('this', value);
    return;
  }
}

/** What a name means here. */
export function lookUp(scope: Scope, name: string): Expression | undefined {
  for (let at: Scope | undefined = scope; at !== undefined; at = at.around) {
    const found = at.names.get(name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What an expression stands for once names are followed to where they were given their meaning. */
export function resolve(expression: Expression): Expression {
  return follow(expression, { left: longestWay });
}

/** Steps of one question, of names within names too, at most. */
const longestWay = 160;

function follow(expression: Expression, steps: { left: number }): Expression {
  let at = expression;
  for (let step = 0; step < longestChain && steps.left > 0; step++) {
    steps.left -= 1;
    const next = stepOf(at, steps);
    if (next === undefined) return at;
    at = next;
  }
  return opaque(expression.at, 'names that name each other');
}

function stepOf(expression: Expression, steps: { left: number }): Expression | undefined {
  if (expression.kind === 'name') {
    return lookUp(expression.scope, expression.name) ?? opaque(expression.at, 'not declared in this file');
  }
  const spread = (inner: Expression) => stepOf(inner, steps);
  if (expression.kind === 'properties') return expression.spreads && withSpreads(expression, spread);
  if (expression.kind === 'fallback') return fallen(expression, follow(expression.given, steps));
  if (expression.kind !== 'member') return undefined;
  const { of, name } = expression;
  if (of.kind === 'name' && of.name === 'this') return lookUp(of.scope, `this.${name}`);
  return memberOf(follow(of, steps), name);
}

/** A property of an object that stands in the text itself, or of a construct of one of its classes. */
function memberOf(from: Expression, name: string): Expression | undefined {
  if (from.kind === 'call') return from.inside && lookUp(from.inside, `this.${name}`);
  if (from.kind !== 'properties') return undefined;
  if (from.open) return undefined;
  return (
    from.entries.findLast(({ key }) => key === name)?.value ?? (from.form === 'object' ? nothing(from.at) : undefined)
  );
}

/** What is given, or what stands for it where nothing is; where that is not known it may be either. */
function fallen({ otherwise, at }: Fallback, given: Expression): Expression {
  if (isNull(given)) return otherwise;
  if (given.kind === 'alternative') {
    const cases = given.cases.map(({ label, value }) => ({ label, value: isNull(value) ? otherwise : value }));
    return { ...given, cases };
  }
  const isGiven = given.kind === 'member' ? isImported(given) : given.kind !== 'opaque' && given.kind !== 'name';
  if (isGiven) return given;
  const cases = [
    { label: 'nothing is given', value: otherwise },
    { label: 'something is given', value: opaque(at, 'given elsewhere') },
  ];
  return { kind: 'alternative', cases, at };
}

/** A name of a package, like a member of an enumeration. */
function isImported(expression: Expression): boolean {
  let at = expression;
  while (at.kind === 'member') at = at.of;
  return at.kind === 'name' && lookUp(at.scope, at.name)?.kind === 'imported';
}

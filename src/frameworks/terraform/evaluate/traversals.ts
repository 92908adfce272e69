import type { Span } from '../../../model/span.js';
import { entryOf, textOf, type Value } from '../../../model/value.js';
import type { Expression, Step } from '../../../notation/hcl/expression.js';
import { lifted } from './choices.js';
import { dataAttribute } from './data-sources.js';
import type { Evaluate } from './for-expressions.js';
import { resourceAttribute } from './resource-attributes.js';
import type { Scope } from './scope.js';
import { failure, listOf, numberOf, scalar, unknownValue, usedAt } from './values.js';

interface Walk {
  readonly at: Span;
  readonly scope: Scope;
  readonly evaluate: Evaluate;
}

/** A name, and what is taken from it. */
export function traverse(expression: Expression, scope: Scope, evaluate: Evaluate): Value {
  const { at } = expression;
  const walk: Walk = { at, scope, evaluate };
  if (expression.kind === 'name') return rootValue(walk, expression.name, []).value;
  if (expression.kind !== 'traversal') return unknownValue(at, 'not understood');
  const { from, steps } = expression;
  if (from.kind !== 'name') return taken(walk, evaluate(from, scope), steps);
  const { value, rest } = rootValue(walk, from.name, steps);
  return taken(walk, value, rest);
}

interface Rooted {
  readonly value: Value;
  /** The steps that are still to be taken. */
  readonly rest: readonly Step[];
}

const roots: ReadonlySet<string> = new Set([
  'var',
  'local',
  'data',
  'module',
  'path',
  'terraform',
  'self',
  'each',
  'count',
]);

function rootValue(walk: Walk, name: string, steps: readonly Step[]): Rooted {
  const { scope, at } = walk;
  const bound = scope.names.get(name);
  if (bound !== undefined) return { value: usedAt(bound, at), rest: steps };
  const [first, second] = steps.map((step) => (step.kind === 'attribute' ? step.name : undefined));
  const after = (value: Value | undefined, count: number): Rooted => ({
    value: value ?? unknownValue(at, failure),
    rest: value?.kind === 'unknown' ? [] : steps.slice(count),
  });
  if (first === undefined) return after(unknownValue(at, 'not understood'), 0);
  if (name === 'var') return after(scope.variable(first, at), 1);
  if (name === 'local') return after(scope.local(first, at), 1);
  if (name === 'module') return after(scope.call(first, at), 1);
  if (name === 'path') return after(pathValue(scope, first, at), 1);
  if (name === 'data')
    return after(dataAttribute(scope, [first, second ?? ''], { at, steps: steps.slice(2) }), steps.length);
  if (roots.has(name)) return after({ kind: 'pattern', parts: [{ named: `${name}.${first}` }], at }, steps.length);
  return after(scope.resource(name, first, at), 1);
}

/** Paths start from the root module, as all files are looked for from there. */
function pathValue(scope: Scope, name: string, at: Span): Value {
  return scalar(name === 'module' ? relativePath(scope.session.root, scope.module.folder) : '.', at);
}

function relativePath(from: string, to: string): string {
  const [start, end] = [from, to].map((folder) => folder.split('/').filter((step) => step !== ''));
  if (start === undefined || end === undefined) return '.';
  const differs = start.findIndex((step, index) => step !== end[index]);
  const shared = differs === -1 ? start.length : differs;
  const steps = [...start.slice(shared).map(() => '..'), ...end.slice(shared)];
  return steps[0] === '..' ? steps.join('/') : ['.', ...steps].join('/');
}

function taken(walk: Walk, value: Value, steps: readonly Step[]): Value {
  let current = value;
  for (const [index, step] of steps.entries()) {
    if (step.kind === 'splat') {
      const rest = steps.slice(index + 1);
      const all = splat(walk, current, rest.slice(0, step.reach));
      return step.reach === undefined ? all : taken(walk, all, rest.slice(step.reach));
    }
    current = lifted(current, walk.at, (one) => takeStep(walk, one, step));
    if (current.kind === 'unknown') return current;
  }
  return current;
}

/** A splat of a list takes steps of every item; of anything else it makes a list of one. */
function splat(walk: Walk, value: Value, rest: readonly Step[]): Value {
  return lifted(value, walk.at, (one) => {
    if (one.kind === 'unknown') return one;
    const items = one.kind === 'list' ? one.items : [one];
    const isNone = one.kind === 'scalar' && one.value === null;
    return listOf(isNone ? [] : items.map((item) => taken(walk, item, rest)), walk.at, one.kind === 'list' && one.open);
  });
}

function takeStep(walk: Walk, value: Value, step: Exclude<Step, { kind: 'splat' }>): Value {
  const { at } = walk;
  if (value.kind === 'reference') return ofResource(walk, value, step);
  const key = step.kind === 'attribute' ? scalar(step.name, at) : walk.evaluate(step.key, walk.scope);
  return lifted(key, at, (one) => element(value, one, at));
}

/** `aws_x.y[0]` and `aws_x.y[each.key]` of a resource whose instances are not told apart is the resource. */
function ofResource(walk: Walk, value: Extract<Value, { kind: 'reference' }>, step: Step): Value {
  if (step.kind !== 'attribute') return value;
  if (value.attribute === undefined) return resourceAttribute(walk.scope, value, step.name);
  return { ...value, attribute: `${value.attribute}.${step.name}` };
}

/** An element of a list by its number, of a map by its key. */
function element(value: Value, key: Value, at: Span): Value {
  if (key.kind === 'unknown') return unknownValue(at, key.because);
  if (value.kind === 'map') {
    const name = textOf(key);
    if (name === undefined) return unknownValue(at, 'computed key');
    const found = entryOf(value, name)?.value;
    if (found !== undefined) return usedAt(found, at);
    return unknownValue(at, value.open ? 'open container' : failure);
  }
  if (value.kind === 'list') {
    const index = numberOf(key);
    const found = index === undefined ? undefined : value.items[index];
    if (found !== undefined) return usedAt(found, at);
    return unknownValue(at, value.open || index === undefined ? 'open container' : failure);
  }
  if (value.kind === 'scalar') return unknownValue(at, failure);
  if (value.kind === 'pattern') return { kind: 'pattern', parts: [undefined], at };
  return unknownValue(at, value.kind === 'unknown' ? value.because : 'computed');
}

/** A traversal of names as it is written: `data.aws_region.current.name`. */
export function writtenPath(expression: Expression): string | undefined {
  if (expression.kind === 'name') return expression.name;
  if (expression.kind !== 'traversal' || expression.from.kind !== 'name') return undefined;
  const names = expression.steps.map((step) => {
    if (step.kind === 'attribute') return `.${step.name}`;
    const key = step.kind === 'index' && step.key.kind === 'literal' ? step.key.value : undefined;
    return key === undefined ? '[]' : `[${JSON.stringify(key)}]`;
  });
  return `${expression.from.name}${names.join('')}`;
}

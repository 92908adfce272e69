import type { Span } from '../../../model/span.js';
import { isNull, type Value } from '../../../model/value.js';
import type { Block } from '../../../notation/hcl/block.js';
import { evaluate } from './expressions.js';
import type { Scope } from './scope.js';
import { withOptionals } from './types.js';
import { sureness, unknownValue, usedAt } from './values.js';

/** What is given to a module: by its caller's arguments, or by the variable files beside the root. */
export type Given = (name: string) => Value | undefined;

/** What a variable means: what is given, otherwise its default, one step less sure. */
export function variableValue(scope: Scope, given: Given, name: string, at: Span): Value {
  const block = scope.module.variables.get(name);
  const value = given(name);
  const type = block?.body.attributes.get('type')?.value;
  const complete = (one: Value) => withOptionals(one, type, (expression) => evaluate(expression, scope));
  if (value !== undefined && !(isNull(value) && isFilled(block))) return complete(value);
  const written = block?.body.attributes.get('default');
  if (written === undefined) return withoutDefault(block, name, at);
  const standard = complete(evaluate(written.value, scope));
  return { ...usedAt(standard, at), ...sureness(standard, { ...standard, confidence: 'medium' }) };
}

/** `nullable = false` gives the default where null is passed. */
function isFilled(block: Block | undefined): boolean {
  const nullable = block?.body.attributes.get('nullable')?.value;
  return nullable?.kind === 'literal' && nullable.value === false;
}

/** A text that only the caller knows is still one text: it keeps its name. */
function withoutDefault(block: Block | undefined, name: string, at: Span): Value {
  const type = block?.body.attributes.get('type')?.value;
  const isText =
    (type?.kind === 'name' && type.name === 'string') || (type?.kind === 'literal' && type.value === 'string');
  if (isText) return { kind: 'pattern', parts: [{ named: `var.${name}` }], at };
  return unknownValue(at, 'variable without default');
}

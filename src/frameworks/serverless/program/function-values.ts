import type { Declarations } from './declarations.js';
import { type Expression, isExpression } from './syntax.js';

/**
 * What a function without a program of its own answers: the framework calls what a file exports. Undefined if it does
 * more than answer, or if its parameters hide names of the file.
 */
export function returnedBy(expression: Expression, { constants, imports }: Declarations): Expression | undefined {
  if (expression.type !== 'ArrowFunctionExpression' && expression.type !== 'FunctionExpression') return undefined;
  const names = expression.params.flatMap(namesIn);
  if (names.some((name) => name === undefined || constants.has(name) || imports.has(name))) return undefined;
  const { body } = expression;
  if (body.type !== 'BlockStatement') return body;
  const [only, another] = body.body;
  const answer = another === undefined && only?.type === 'ReturnStatement' ? only.argument : undefined;
  return isExpression(answer) ? answer : undefined;
}

/** The names that a parameter brings; undefined for one that is not understood. */
function namesIn(parameter: { readonly type: string }): readonly (string | undefined)[] {
  if ('name' in parameter && typeof parameter.name === 'string') return [parameter.name];
  if (!('properties' in parameter) || !Array.isArray(parameter.properties)) return [undefined];
  return parameter.properties.map((property: unknown) => nameOf(property));
}

function nameOf(property: unknown): string | undefined {
  if (typeof property !== 'object' || property === null || !('value' in property)) return undefined;
  const { value } = property;
  return typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string'
    ? value.name
    : undefined;
}

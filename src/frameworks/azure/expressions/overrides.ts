import type { ConditionalExpression, Expression } from './expression.js';
import type { Scope } from './scope.js';

/** Why a parameter is not known that may be left empty. */
export const emptyDefault = 'parameter with empty default';

/** Conditions that are longer are not looked through. */
const mostParts = 50;

/**
 * Of `!empty(x) ? x : y`, where the default of the parameter x leaves the choice to the template: the branch that its
 * default takes. Undefined for all other conditions.
 */
export function branchByDefault(
  { condition, whenTrue, otherwise }: ConditionalExpression,
  truth: boolean | undefined,
  scope: Scope,
): Expression | undefined {
  const given = [whenTrue, otherwise].find((branch) => branch?.kind === 'name' && mentions(condition, branch.name));
  if (given?.kind !== 'name') return undefined;
  if (truth !== undefined) return truth ? whenTrue : otherwise;
  const value = scope.name(given.name);
  if (value?.kind !== 'unknown' || value.because !== emptyDefault) return undefined;
  return given === whenTrue ? otherwise : whenTrue;
}

function mentions(condition: Expression, name: string): boolean {
  const waiting = [condition];
  for (const part of waiting) {
    if (waiting.length > mostParts) return false;
    if (part.kind === 'name' && part.name === name) return true;
    if (part.kind === 'operator') waiting.push(...part.operands);
    if (part.kind === 'call') waiting.push(...part.args);
    if (part.kind === 'member') waiting.push(part.of);
  }
  return false;
}

import type { ShownSecret } from '../../../model/model.js';
import { textOf, type Value, valueAt } from '../../../model/value.js';
import type { Expression } from '../expressions/expression.js';
import { type OutputScope, outputReaders, secretShownBy } from '../shown-secrets.js';
import { isExpression, parseExpression } from './arm-expressions.js';

/** Outputs of a template that show a secret; those of a secure type show nothing. */
export function shownOutputs(root: Value | undefined): readonly ShownSecret[] {
  const outputs = valueAt(root, 'outputs');
  const scope: OutputScope = {
    variable: (name) => expressionAt(valueAt(root, 'variables', name)),
    isMasked: (name) => isSecure(valueAt(root, 'parameters', name)),
  };
  return (outputs?.kind === 'map' ? outputs.entries : []).flatMap(({ key, keyAt, value }): readonly ShownSecret[] => {
    const shown = isSecure(value) ? undefined : expressionAt(valueAt(value, 'value'));
    const what = shown && secretShownBy(shown, scope);
    return what === undefined ? [] : [{ output: key, what, readers: outputReaders, at: keyAt }];
  });
}

function isSecure(declared: Value | undefined): boolean {
  return /^secure/i.test(textOf(valueAt(declared, 'type')) ?? '');
}

function expressionAt(value: Value | undefined): Expression | undefined {
  const text = textOf(value);
  return value !== undefined && text !== undefined && isExpression(text) ? parseExpression(text, value.at) : undefined;
}

import { evaluateStack } from '../../../src/frameworks/terraform/evaluate/stack.js';
import type { Value } from '../../../src/model/value.js';
import { patternText } from '../../../src/model/value.js';
import { heldFiles } from '../../support/examples.js';

/** A value in one line: texts as they are, `?reason` for what is not known, `+` for what may hold more. */
export function shown(value: Value | undefined): string {
  switch (value?.kind) {
    case undefined:
      return 'nothing';
    case 'scalar':
      return String(value.value);
    case 'list':
      return `[${value.items.map(shown).join(', ')}${value.open ? ' +' : ''}]`;
    case 'map':
      return `{${value.entries.map((entry) => `${entry.key}=${shown(entry.value)}`).join(', ')}${value.open ? ' +' : ''}}`;
    case 'reference':
      return `->${value.to}${value.attribute === undefined ? '' : `.${value.attribute}`}`;
    case 'pattern':
      return `~${patternText(value.parts)}`;
    case 'choice':
      return value.cases.map((one) => `${one.label}: ${shown(one.value)}`).join(' | ');
    case 'unknown':
      return `?${value.because}`;
  }
}

/** The stack in the folder `infra`. */
export function stackOf(texts: Readonly<Record<string, string>>) {
  const stack = evaluateStack('infra', heldFiles(new Map(Object.entries(texts))));
  if (stack === undefined) throw new Error('There is no module in infra.');
  return stack;
}

const nowhere = { path: 'infra/main.tf', start: 0, end: 0 };

/** The value of `local.x`. */
export function localX(texts: Readonly<Record<string, string>>): Value | undefined {
  return stackOf(texts).expanded[0]?.scope.local('x', nowhere);
}

/** The value of an expression among named locals. */
export function evaluated(expression: string, names: string): Value | undefined {
  const [stack] = stackOf({ 'infra/main.tf': `locals {\n${names}\nx = ${expression}\n}\n` }).expanded;
  return stack?.scope.local('x', nowhere);
}

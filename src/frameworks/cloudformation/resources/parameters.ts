import type { Span } from '../../../model/span.js';
import type { StackParameter } from '../../../model/store.js';
import type { MapEntry, Value } from '../../../model/value.js';
import { flag, text } from '../../reading/codec.js';
import { type Section, settingOf } from '../../reading/section.js';
import { functionTypes } from './function-reference.js';
import { entriesOf, type Mapping, property } from './mapping.js';

/** The template's parameters, with the variables that their defaults feed. */
export function mapParameters(mapping: Mapping): readonly StackParameter[] {
  const variables = mapping
    .ofType(...functionTypes)
    .flatMap((declared) => entriesOf(property(declared, 'Environment', 'Variables')));
  return entriesOf(mapping.template.parameters).map((entry) => parameterOf(mapping, entry, variables));
}

function parameterOf(
  { reading }: Mapping,
  { key, keyAt, value }: MapEntry,
  variables: readonly MapEntry[],
): StackParameter {
  const section: Section = { map: value, at: keyAt, reading };
  const fed = variables.filter((variable) => comesFrom(variable.value, value.at));
  return {
    id: key,
    type: 'Parameter',
    at: keyAt,
    whole: value.at,
    kind: 'parameter',
    default: settingOf(section, ['Default'], text),
    concealed: settingOf(section, ['NoEcho'], flag),
    feeds: [...new Set(fed.map((variable) => variable.key))],
  };
}

function comesFrom({ origin }: Value, declaration: Span): boolean {
  if (origin === undefined || origin.path !== declaration.path) return false;
  return origin.start >= declaration.start && origin.end <= declaration.end;
}

import { isSecretName } from '../../../facts/secrets/names.js';
import type { Span } from '../../../model/span.js';
import type { StackParameter } from '../../../model/store.js';
import { type MapEntry, type Value, valueAt } from '../../../model/value.js';
import { flag, text } from '../../values/codec.js';
import { type Section, settingOf } from '../../values/section.js';
import { functionTypes } from '../functions/reference.js';
import { entriesOf, type Mapping, property } from '../mapping.js';

const deepest = 30;

/** What parameters may feed: variables of functions, and what resources take as passwords and tokens. */
interface Fed {
  readonly variables: readonly MapEntry[];
  readonly secrets: readonly MapEntry[];
}

/** The template's parameters, with what they feed. */
export function mapParameters(mapping: Mapping): readonly StackParameter[] {
  const functions = mapping.ofType(...functionTypes);
  const fed: Fed = {
    variables: functions.flatMap((declared) => entriesOf(property(declared, 'Environment', 'Variables'))),
    secrets: secretsOf(mapping),
  };
  return entriesOf(mapping.template.parameters).map((entry) => parameterOf(mapping, entry, fed));
}

/** Only parameters of a type are shown with the stack; other frameworks hide what their resources take as a secret. */
function parameterOf(
  { reading }: Mapping,
  { key, keyAt, value }: MapEntry,
  { variables, secrets }: Fed,
): StackParameter {
  const section: Section = { map: value, at: keyAt, reading };
  const candidates = valueAt(value, 'Type') === undefined ? variables : [...variables, ...secrets];
  const fed = candidates.filter((candidate) => comesFrom(candidate.value, value.at));
  return {
    id: key,
    type: 'Parameter',
    at: keyAt,
    whole: value.at,
    kind: 'parameter',
    default: settingOf(section, ['Default'], text),
    concealed: settingOf(section, ['NoEcho'], flag),
    feeds: [...new Set(fed.map((candidate) => candidate.key))],
  };
}

function secretsOf({ template }: Mapping): readonly MapEntry[] {
  const found: MapEntry[] = [];
  if (entriesOf(template.parameters).length > 0)
    for (const { properties } of template.resources) collectSecrets(properties.map, deepest, found);
  return found;
}

function collectSecrets(value: Value | undefined, depth: number, found: MapEntry[]): void {
  if (depth === 0 || value === undefined) return;
  if (value.kind === 'list') for (const item of value.items) collectSecrets(item, depth - 1, found);
  if (value.kind !== 'map') return;
  for (const entry of value.entries) {
    if (/(?:password|secret|token)$/i.test(entry.key) && isSecretName(entry.key)) found.push(entry);
    collectSecrets(entry.value, depth - 1, found);
  }
}

/** True if a value is, or was made of, what is declared there. */
export function comesFrom({ origin }: Value, declaration: Span): boolean {
  if (origin === undefined || origin.path !== declaration.path) return false;
  return origin.start >= declaration.start && origin.end <= declaration.end;
}

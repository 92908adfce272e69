import { isSecretName } from '../../../facts/secrets/names.js';
import type { EnvironmentVariable, ServerlessFunction } from '../../../model/function.js';
import { type Setting, unknown } from '../../../model/setting.js';
import type { MapEntry, Value } from '../../../model/value.js';
import { text } from '../../values/codec.js';
import { settingOf } from '../../values/section.js';
import { termOf } from '../../values/terms.js';
import { asWritten } from '../credentials.js';
import { secretReference, storedParameter } from '../dynamic-references.js';
import { entriesOf, type Mapping, property, quiet } from '../mapping.js';
import type { Declared } from '../template.js';

type Environment = Pick<ServerlessFunction, 'environment' | 'environmentOpen'>;

/** The environment variables of a function. */
export function environmentOf(mapping: Mapping, declared: Declared): Environment {
  const variables = property(declared, 'Environment', 'Variables');
  const container = property(declared, 'Environment') ?? declared.properties.map;
  return { ...variablesIn(mapping, variables), environmentOpen: isOpen(variables ?? container, variables) };
}

/** The variables of a map that is a property itself. */
export function environmentIn(mapping: Mapping, declared: Declared, variables: Value | undefined): Environment {
  const environmentOpen = isOpen(variables ?? declared.properties.map, variables);
  return { ...variablesIn(mapping, variables), environmentOpen };
}

function variablesIn(mapping: Mapping, variables: Value | undefined): Pick<Environment, 'environment'> {
  return { environment: entriesOf(variables).map((entry) => variableOf(mapping, entry)) };
}

function isOpen(container: Value | undefined, variables: Value | undefined): boolean {
  if (container === undefined) return false;
  return container.kind === 'map' ? container.open : variables !== undefined || container.kind !== 'scalar';
}

function variableOf(mapping: Mapping, { key, keyAt, value }: MapEntry): EnvironmentVariable {
  const to = termOf(value)?.to ?? namedTarget(mapping, value);
  const revealed = value.kind === 'unknown' && isRevealed(key, value.because);
  return {
    name: key,
    nameAt: keyAt,
    value: literalOf(mapping, value),
    ...(to !== undefined && { to }),
    ...(revealed && { revealed }),
  };
}

/** What a store of parameters gives to a variable whose name says that it is a secret is one. */
function isRevealed(name: string, because: string): boolean {
  return because === secretReference || (because === storedParameter && isSecretName(name));
}

function namedTarget(mapping: Mapping, value: Value): string | undefined {
  return value.kind === 'scalar' ? mapping.names.find(String(value.value)) : undefined;
}

/** References are no literals, and nothing that could not be resolved either. */
function literalOf(mapping: Mapping, written: Value): Setting<string> {
  const value = asWritten(written) ?? written;
  if (value.kind === 'reference' || value.kind === 'pattern') return unknown(value.at, 'reference');
  return settingOf(
    { map: value, at: value.at, reading: hasUnknown(value) ? mapping.reading : quiet(mapping.reading) },
    [],
    text,
  );
}

/** Only what could not be resolved at all counts as such. */
function hasUnknown(value: Value): boolean {
  return (
    value.kind === 'unknown' ||
    (value.kind === 'choice' && value.cases.some((option) => option.value?.kind === 'unknown'))
  );
}

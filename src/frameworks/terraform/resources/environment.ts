import { text } from '../../../clouds/values/codec.js';
import { settingOf } from '../../../clouds/values/section.js';
import { termOf } from '../../../clouds/values/terms.js';
import type { EnvironmentVariable, ServerlessFunction } from '../../../model/function.js';
import { unknown } from '../../../model/setting.js';
import { type MapEntry, textOf, type Value } from '../../../model/value.js';
import type { Reading } from '../../../notation/writer.js';

type Environment = Pick<ServerlessFunction, 'environment' | 'environmentOpen'>;

/** Environment variables that stand in a map. */
export function environmentIn(variables: Value | undefined, reading: Reading): Environment {
  const entries = variables?.kind === 'map' ? variables.entries : [];
  const isOpen = variables !== undefined && (variables.kind !== 'map' || variables.open);
  return { environment: entries.map((entry) => variableOf(entry, reading)), environmentOpen: isOpen };
}

/** One variable. References are no literals. */
export function variableOf(
  { key, keyAt, value }: Omit<MapEntry, 'value'> & { readonly value: Value },
  reading: Reading,
): EnvironmentVariable {
  const to = termOf(value)?.to;
  const isLiteral = value.kind !== 'reference' && value.kind !== 'pattern' && !isVaultReference(value);
  const read = isLiteral
    ? settingOf<string, string>({ map: value, at: value.at, reading: { ...reading, unresolved: [] } }, [], text)
    : unknown(value.at, 'reference');
  return { name: key, nameAt: keyAt, value: read, ...(to !== undefined && { to }) };
}

/** Azure puts the secret in the place of such a text when the application starts. */
export function isVaultReference(value: Value): boolean {
  return textOf(value)?.startsWith('@Microsoft.KeyVault(') === true;
}

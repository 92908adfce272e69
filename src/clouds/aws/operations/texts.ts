import { isSecretName } from '../../../facts/secrets/names.js';
import { credentialIn } from '../../../facts/secrets/secrets.js';
import type { NamedText } from '../../../model/model.js';
import { entryOf, type MapEntry, textOf, type Value, valueAt } from '../../../model/value.js';
import type { Reading } from '../../../notation/writer.js';
import { text } from '../../values/codec.js';
import { settingOf } from '../../values/section.js';
import { asWritten } from '../credentials.js';
import { entriesOf, type Mapping, quiet } from '../mapping.js';
import type { Declared } from '../template.js';

const deepest = 30;

/** Literal texts that look like secrets, or stand under the name of one, anywhere but in functions' variables. */
export function mapTexts(mapping: Mapping): readonly NamedText[] {
  const reading = quiet(mapping.reading);
  const resources = mapping.template.resources.flatMap((declared) => [
    ...textsIn(declared.properties.map, { owner: declared.id, reading }, []),
    ...textsIn(declared.metadata, { owner: declared.id, reading }, []),
    ...parameterText(declared, reading),
  ]);
  const outputs = entriesOf(mapping.template.outputs).flatMap(({ key, value }) =>
    entriesOf(value)
      .filter((entry) => entry.key === 'Value')
      .flatMap((entry) => textAt({ ...entry, key }, { owner: key, reading }, [])),
  );
  return [...resources, ...outputs];
}

/** What a parameter in the open holds is called as the parameter is: `/orders/db-password`. */
function parameterText({ id, type, properties }: Declared, reading: Reading): readonly NamedText[] {
  const isOpen = type === 'AWS::SSM::Parameter' && textOf(valueAt(properties.map, 'Type')) !== 'SecureString';
  const name = isOpen ? textOf(valueAt(properties.map, 'Name'))?.split('/').at(-1) : undefined;
  const entry = entryOf(properties.map, 'Value');
  return name === undefined || entry === undefined ? [] : textAt({ ...entry, key: name }, { owner: id, reading }, []);
}

/** The same texts of what is no resource. */
export function textsOf(value: Value | undefined, owner: Owner): readonly NamedText[] {
  return textsIn(value, owner, []);
}

interface Owner {
  readonly owner: string;
  readonly reading: Reading;
}

function textsIn(value: Value | undefined, owner: Owner, path: readonly string[]): readonly NamedText[] {
  if (value === undefined || path.length > deepest) return [];
  if (value.kind === 'list')
    return value.items.flatMap((item, index) => textsIn(item, owner, [...path, String(index)]));
  if (value.kind !== 'map' || isVariables(path)) return [];
  return value.entries.flatMap((entry) => {
    const written = asWritten(entry.value) ?? entry.value;
    return written.kind === 'scalar' || written.kind === 'choice'
      ? textAt({ ...entry, value: written }, owner, path)
      : textsIn(written, owner, [...path, entry.key]);
  });
}

/** Functions' variables are judged with their functions. */
function isVariables(path: readonly string[]): boolean {
  return path.length === 2 && path[0] === 'Environment' && path[1] === 'Variables';
}

function textAt(
  { key, keyAt, value }: MapEntry,
  { owner, reading }: Owner,
  path: readonly string[],
): readonly NamedText[] {
  if (!isSecretName(key) && !holdsCredential(value)) return [];
  const read = settingOf<string, string>({ map: value, at: keyAt, reading }, [], text);
  return [{ owner, name: [...path, key].join('.'), value: read }];
}

function holdsCredential(value: Value): boolean {
  return value.kind === 'scalar' && typeof value.value === 'string' && credentialIn(value.value) !== undefined;
}

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
    ...textsOf(declared.properties.map, { owner: declared.id, reading }),
    ...textsOf(declared.metadata, { owner: declared.id, reading }),
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

interface Owner {
  readonly owner: string;
  readonly reading: Reading;
}

/** Such texts in one value. */
export function textsOf(value: Value | undefined, owner: Owner): readonly NamedText[] {
  const found: NamedText[] = [];
  collect(value, [], (entry, path) => found.push(...textAt(entry, owner, path)));
  return found;
}

/** Hands over every entry that is a text, with the keys above it: the same list, which goes on changing. */
function collect(
  value: Value | undefined,
  path: string[],
  take: (entry: MapEntry, path: readonly string[]) => void,
): void {
  if (value === undefined || path.length > deepest) return;
  if (value.kind === 'list') {
    for (const [index, item] of value.items.entries()) below(path, String(index), () => collect(item, path, take));
    return;
  }
  if (value.kind !== 'map' || isVariables(path)) return;
  for (const entry of value.entries) {
    const written = asWritten(entry.value) ?? entry.value;
    if (written.kind === 'scalar' || written.kind === 'choice') take({ ...entry, value: written }, path);
    else below(path, entry.key, () => collect(written, path, take));
  }
}

function below(path: string[], key: string, perform: () => void): void {
  path.push(key);
  perform();
  path.pop();
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

import { text } from '../../clouds/values/codec.js';
import { settingOf } from '../../clouds/values/section.js';
import { isSecretName } from '../../facts/secrets/names.js';
import { credentialIn } from '../../facts/secrets/secrets.js';
import type { NamedText } from '../../model/model.js';
import { type MapEntry, type MapValue, textOf, type Value } from '../../model/value.js';
import type { Reading } from '../../notation/writer.js';

const deepest = 60;

/** Literal texts of a workflow that look like secrets, or stand under the name of one. */
export function textsIn(value: Value, owner: string, reading: Reading): readonly NamedText[] {
  return textsBelow(value, { owner, reading }, []);
}

interface Owner {
  readonly owner: string;
  readonly reading: Reading;
}

function textsBelow(value: Value, owner: Owner, path: readonly string[]): readonly NamedText[] {
  if (path.length > deepest) return [];
  if (value.kind === 'list') {
    return value.items.flatMap((item, index) => textsBelow(item, owner, [...path, String(index)]));
  }
  if (value.kind !== 'map') return [];
  return named(value).flatMap((entry) =>
    entry.value.kind === 'scalar' ? textAt(entry, owner, path) : textsBelow(entry.value, owner, [...path, entry.key]),
  );
}

/** The entries of a map; the value of a pair of a name and a value stands under that name. */
function named({ entries }: MapValue): readonly MapEntry[] {
  const name = entries.find(({ key }) => /^name$/i.test(key));
  const key = textOf(name?.value);
  if (key === undefined || entries.length > 2) return entries;
  return entries.map((entry) => (/^value$/i.test(entry.key) ? { ...entry, key } : entry));
}

/** Keys that end so hold an expression or the path of a value. */
const expression = /\.\$$|^\s*\$\{|^\s*\$\.|^\{%/;

function textAt(
  { key, keyAt, value }: MapEntry,
  { owner, reading }: Owner,
  path: readonly string[],
): readonly NamedText[] {
  if (value.kind !== 'scalar' || typeof value.value !== 'string') return [];
  if (expression.test(key) || expression.test(value.value)) return [];
  if (!isSecretName(key) && credentialIn(value.value) === undefined) return [];
  const read = settingOf<string, string>({ map: value, at: keyAt, reading }, [], text);
  return [{ owner, name: [...path, key].join('.'), value: read }];
}

import type { GoogleBinding } from '../../../../clouds/google/identity/google-bindings.js';
import { itemsOf, textOf, type Value, valueAt } from '../../../../model/value.js';
import { type Declared, declarationOf, declaredOf, type Mapping, property, same } from '../cloud.js';
import { blocks, type Fields } from '../field.js';
import { removalOf } from './removal.js';

const members = ['special_group', 'iam_member'] as const;
const access: Fields = same('role', ...members);

/** Data sets with lists of who may use them, and entries of such lists. */
const fields: Readonly<Record<string, Fields>> = {
  google_bigquery_dataset: { ...same('dataset_id'), access: blocks('access', access) },
  google_bigquery_dataset_access: access,
};

/** The types that say who may use a data set without a binding. */
export const datasetTypes: readonly string[] = Object.keys(fields);

/** What the lists of data sets say, as bindings. */
export function datasetBindings(mapping: Mapping): readonly GoogleBinding[] {
  return declaredOf(mapping, fields).flatMap((declared) => {
    const isList = declared.type === 'google_bigquery_dataset';
    if (isList)
      return itemsOf(property(declared, 'access')).flatMap((entry) => bindingIn(declared, entry, declared.id));
    const remove = () => removalOf(mapping, declared.whole);
    return itemsOf(declared.section.map).flatMap((entry) =>
      bindingIn(declared, entry, undefined).map((binding) => ({ ...binding, key: declared.id, remove })),
    );
  });
}

function bindingIn(declared: Declared, entry: Value, on: string | undefined): readonly GoogleBinding[] {
  const [bound] = members.flatMap((name) => valueAt(entry, name) ?? []);
  const written = valueAt(entry, 'role');
  if (bound === undefined) return [];
  const [role, member] = [textOf(written) ?? 'READER', textOf(bound)];
  return [
    {
      ...declarationOf(declared),
      key: `${declared.id}/${role}/${member ?? '*'}`,
      ...{ role, roleAt: written?.at ?? bound.at, member, memberAt: bound.at, account: undefined },
      ...{ scope: 'bigquery.googleapis.com/Dataset', on, narrowed: false },
    },
  ];
}

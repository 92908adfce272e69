import { itemsOf, textOf, type Value, valueAt } from '../../../../model/value.js';
import { type Declared, declaredOf, type Mapping, property, same } from '../cloud.js';
import { blocks, type Fields } from '../field.js';
import type { Binding } from './bindings.js';

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
export function datasetBindings(mapping: Mapping): readonly Binding[] {
  return declaredOf(mapping, fields).flatMap((declared) => {
    const isList = declared.type === 'google_bigquery_dataset';
    const entries = isList ? itemsOf(property(declared, 'access')) : itemsOf(declared.section.map);
    return entries.flatMap((entry) => bindingIn(declared, entry, isList));
  });
}

function bindingIn(declared: Declared, entry: Value, isList: boolean): readonly Binding[] {
  const [member] = members.flatMap((name) => valueAt(entry, name) ?? []);
  const role = valueAt(entry, 'role');
  if (member === undefined) return [];
  return [
    {
      declared,
      scope: 'bigquery_dataset',
      on: isList ? declared.id : undefined,
      role: textOf(role) ?? 'READER',
      roleAt: role?.at ?? member.at,
      custom: undefined,
      member: textOf(member),
      memberAt: member.at,
      account: undefined,
      alone: !isList,
      narrowed: false,
    },
  ];
}

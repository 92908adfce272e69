import type { Grant, NamedPolicy, Terms } from '../../../../model/identity.js';
import { entryOf, itemsOf, valueAt } from '../../../../model/value.js';
import { termsOf } from '../../../reading/terms.js';
import { type Declared, declaredOf, type Mapping, property, same } from '../cloud.js';
import { blocks } from '../field.js';

/** A role that the stack defines itself. */
export const definitionType = 'azurerm_role_definition';

const lists = ['actions', 'data_actions', 'not_actions', 'not_data_actions'] as const;

/** The stack's own roles, by id. */
export function definitionsOf(mapping: Mapping): ReadonlyMap<string, Declared> {
  const fields = { ...same('name', 'scope'), permissions: blocks('permissions', same(...lists)) };
  return new Map(declaredOf(mapping, { [definitionType]: fields }).map((one) => [one.id, one]));
}

/** What such a role allows where it is assigned: on everything, or on one resource. What it excepts is denied. */
export function grantsOf(
  { reading }: Mapping,
  definition: Declared,
  { scope, on }: Pick<NamedPolicy, 'scope' | 'on'>,
): readonly Grant[] {
  const { at } = definition;
  const where = scope === 'project' || scope === 'organisation' ? '*' : `\${${on ?? '?'}}`;
  const resources: Terms = { terms: [{ text: where, at }], open: false, at, write: () => undefined };
  return itemsOf(property(definition, 'permissions')).flatMap((permission, index) =>
    lists.flatMap((key): readonly Grant[] => {
      const listed = valueAt(permission, key);
      if (listed === undefined) return [];
      return [
        {
          id: `${definition.id} ${key} ${index}`,
          at: entryOf(permission, key)?.keyAt ?? at,
          effect: key.startsWith('not') ? 'deny' : 'allow',
          actions: termsOf(listed, { at, reading }),
          notActions: undefined,
          resources,
          notResources: undefined,
          conditions: [],
          conditionsOpen: false,
          origin: 'statement',
        },
      ];
    }),
  );
}

import { customGrants } from '../../../../clouds/azure/identity/custom-grants.js';
import type { Grant, NamedPolicy } from '../../../../model/identity.js';
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

/** What such a role allows where it is assigned. */
export function grantsOf(
  { reading }: Mapping,
  definition: Declared,
  scope: Pick<NamedPolicy, 'scope' | 'on'>,
): readonly Grant[] {
  const { id, at } = definition;
  return customGrants({ id, at, reading, lists, permissions: property(definition, 'permissions') }, scope);
}

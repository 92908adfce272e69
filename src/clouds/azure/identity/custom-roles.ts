import type { Grant, NamedPolicy } from '../../../model/identity.js';
import type { Value } from '../../../model/value.js';
import type { Declared } from '../deployment.js';
import { type Mapping, property } from '../mapping.js';
import { nameText, partsOf } from '../names.js';
import { customGrants } from './custom-grants.js';

/** A custom role that the deployment declares. */
export const definitionType = 'microsoft.authorization/roledefinitions';

/** The custom role that an assignment means: by reference, or by the only one of that name. */
export function definitionOf(mapping: Mapping, written: Value): Declared | undefined {
  const referred = mapping.byId.get(mapping.referent(written) ?? '');
  if (referred?.type === definitionType) return referred;
  const text = nameText(partsOf(written));
  const [only, another] = mapping
    .ofType(definitionType)
    .filter(({ name }) => name !== undefined && nameText(partsOf(name)) === text);
  return another === undefined ? only : undefined;
}

const lists = ['actions', 'dataActions', 'notActions', 'notDataActions'];

/** What a custom role of the deployment allows where it is assigned. */
export function grantsOf(
  mapping: Mapping,
  definition: Declared,
  scope: Pick<NamedPolicy, 'scope' | 'on'>,
): readonly Grant[] {
  const { id, at } = definition;
  const { reading } = mapping.deployment;
  return customGrants(
    { id, at, reading, lists, permissions: property(definition, 'properties', 'permissions') },
    scope,
  );
}

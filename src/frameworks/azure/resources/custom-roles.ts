import type { Grant, NamedPolicy, Terms } from '../../../model/identity.js';
import { entryOf, itemsOf, type Value, valueAt } from '../../../model/value.js';
import { termsOf } from '../../reading/terms.js';
import type { Declared } from '../deployment.js';
import { partsOf } from '../expressions/values.js';
import { nameText } from '../placement.js';
import { type Mapping, property } from './mapping.js';

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

/** What a custom role allows where it is assigned: on everything, or on one resource. What it excepts is denied. */
export function grantsOf(
  mapping: Mapping,
  definition: Declared,
  scope: Pick<NamedPolicy, 'scope' | 'on'>,
): readonly Grant[] {
  const { at } = definition;
  const { reading } = mapping.deployment;
  const where = scope.scope === 'project' || scope.scope === 'organisation' ? '*' : `\${${scope.on ?? '?'}}`;
  const resources: Terms = { terms: [{ text: where, at }], open: false, at, write: () => undefined };
  return itemsOf(property(definition, 'properties', 'permissions')).flatMap((permission, index) =>
    ['actions', 'dataActions', 'notActions', 'notDataActions'].flatMap((key): readonly Grant[] => {
      const listed = valueAt(permission, key);
      if (listed === undefined) return [];
      const effect = key.startsWith('not') ? 'deny' : 'allow';
      return [
        {
          id: `${definition.id} ${key} ${index}`,
          at: entryOf(permission, key)?.keyAt ?? at,
          effect,
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

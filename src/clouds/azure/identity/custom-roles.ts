import type { Grant, NamedPolicy } from '../../../model/identity.js';
import { entryOf, itemsOf, type Value } from '../../../model/value.js';
import { plainGrant } from '../../plain/grant.js';
import { fixedTerms, termsOf } from '../../values/terms.js';
import type { Declared } from '../deployment.js';
import { type Mapping, property } from '../mapping.js';
import { nameText, partsOf } from '../names.js';

/** A custom role that the deployment declares. */
const definitionType = 'microsoft.authorization/roledefinitions';

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

/** Its lists of permissions; those that except something begin with `not`. */
const lists = ['actions', 'dataActions', 'notActions', 'notDataActions'];

/** What a custom role allows where it is assigned: on everything, or on one resource. What it excepts is denied. */
export function grantsOf(
  { deployment: { reading } }: Mapping,
  definition: Declared,
  { scope, on }: Pick<NamedPolicy, 'scope' | 'on'>,
): readonly Grant[] {
  const { id, at } = definition;
  const where = scope === 'project' || scope === 'organisation' ? '*' : `\${${on ?? '?'}}`;
  const resources = fixedTerms([{ text: where, at }], at);
  return itemsOf(property(definition, 'properties', 'permissions')).flatMap((permission, index) =>
    lists.flatMap((key): readonly Grant[] => {
      const listed = entryOf(permission, key);
      if (listed === undefined) return [];
      const effect = key.startsWith('not') ? 'deny' : 'allow';
      const actions = termsOf(listed.value, { at, reading });
      return [
        plainGrant({ id: `${id} ${key} ${index}`, at: listed.keyAt, effect, actions, resources, origin: 'statement' }),
      ];
    }),
  );
}

import type { Grant, NamedPolicy } from '../../../model/identity.js';
import type { Span } from '../../../model/span.js';
import { entryOf, itemsOf, type Value } from '../../../model/value.js';
import type { Reading } from '../../../notation/writer.js';
import { plainGrant } from '../../plain/grant.js';
import { fixedTerms, termsOf } from '../../values/terms.js';

/** A role that a person defined. */
export interface CustomRole {
  readonly id: string;
  readonly at: Span;
  readonly reading: Reading;
  readonly permissions: Value | undefined;
  /** How its lists of permissions are called; those that except something begin with `not`. */
  readonly lists: readonly string[];
}

/** What a custom role allows where it is assigned: on everything, or on one resource. What it excepts is denied. */
export function customGrants(
  { id, at, reading, permissions, lists }: CustomRole,
  { scope, on }: Pick<NamedPolicy, 'scope' | 'on'>,
): readonly Grant[] {
  const where = scope === 'project' || scope === 'organisation' ? '*' : `\${${on ?? '?'}}`;
  const resources = fixedTerms([{ text: where, at }], at);
  return itemsOf(permissions).flatMap((permission, index) =>
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

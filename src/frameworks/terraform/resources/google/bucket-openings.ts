import { isEverybody, isWriter } from '../../../../clouds/google/bindings.js';
import type { Edit, Span } from '../../../../model/span.js';
import { itemsOf, textOf, type Value } from '../../../../model/value.js';
import { declaredOf, type Mapping, property, referent, same } from '../cloud.js';
import type { Fields } from '../field.js';
import type { Binding } from './bindings.js';
import { removalOf } from './removal.js';

/** One line that opens a bucket, or what is put into it, to everybody. */
export interface Opening {
  readonly on: string;
  readonly writes: boolean;
  readonly at: Span;
  /** Takes it back, if its resource says nothing else. */
  readonly removal: readonly Edit[] | undefined;
}

const control: Fields = same('bucket', 'entity', 'role');
const list: Fields = same('bucket', 'role_entity', 'predefined_acl', 'default_acl');

const controls: Readonly<Record<string, Fields>> = {
  google_storage_bucket_access_control: control,
  google_storage_default_object_access_control: control,
};

const lists: Readonly<Record<string, Fields>> = {
  google_storage_bucket_acl: list,
  google_storage_default_object_acl: list,
};

/** The types of access controls older than bindings. */
export const accessControlTypes: readonly string[] = [...Object.keys(controls), ...Object.keys(lists)];

const within: ReadonlySet<string> = new Set(['storage_bucket', 'storage_managed_folder']);

/** Everything that opens a bucket of the stack. */
export function openingsOf(mapping: Mapping, bindings: readonly Binding[]): readonly Opening[] {
  const bound = bindings.flatMap(({ scope, on, member, role, memberAt: at, narrowed, alone, declared }) => {
    const isOpen = within.has(scope) && on !== undefined && isEverybody(member) && !narrowed;
    const removal = alone ? removalOf(mapping, declared) : undefined;
    return isOpen ? [{ on, writes: isWriter(role), at, removal }] : [];
  });
  const single = declaredOf(mapping, controls).flatMap((declared) => {
    const entity = property(declared, 'entity');
    const writes = isWriting(textOf(property(declared, 'role')) ?? '');
    const found = opening(
      referent(property(declared, 'bucket')),
      entity,
      isEverybody(textOf(entity)) ? writes : undefined,
    );
    return found.map((one) => ({ ...one, removal: removalOf(mapping, declared) }));
  });
  const listed = declaredOf(mapping, lists).flatMap((declared) => {
    const on = referent(property(declared, 'bucket'));
    const words = [property(declared, 'predefined_acl'), property(declared, 'default_acl')];
    const entries = [...itemsOf(property(declared, 'role_entity')), ...words.flatMap(itemsOf)];
    return entries.flatMap((entry) => opening(on, entry, writesIn(textOf(entry) ?? '')));
  });
  return [...bound, ...single, ...listed];
}

function opening(on: string | undefined, entry: Value | undefined, writes: boolean | undefined): readonly Opening[] {
  return on === undefined || entry === undefined || writes === undefined
    ? []
    : [{ on, writes, at: entry.at, removal: undefined }];
}

/** `WRITER:allUsers`, or the word for a usual list; undefined if it opens nothing. */
function writesIn(entry: string): boolean | undefined {
  const [role = '', member] = entry.split(':');
  if (member !== undefined) return isEverybody(member) ? isWriting(role) : undefined;
  return /^(?:publicRead|publicReadWrite|authenticatedRead)$/i.test(entry) ? /write/i.test(entry) : undefined;
}

function isWriting(role: string): boolean {
  return role === 'WRITER' || role === 'OWNER';
}

import type { Edit, Span } from '../../../model/span.js';
import { itemsOf, textOf, type Value } from '../../../model/value.js';
import { type GoogleStack, ofAsset, property, referent } from '../google-stack.js';
import { isEverybody, isWriter } from '../identity/google-bindings.js';

/** One line that opens a bucket, or what is put into it, to everybody. */
export interface Opening {
  readonly on: string;
  readonly writes: boolean;
  readonly at: Span;
  /** Takes it back, if its resource says nothing else. */
  readonly removal: readonly Edit[] | undefined;
}

const within: ReadonlySet<string> = new Set(['storage.googleapis.com/Bucket', 'storage.googleapis.com/ManagedFolder']);

/** Everything that opens a bucket of the stack. */
export function openingsOf(stack: GoogleStack): readonly Opening[] {
  const bound = stack.bindings.flatMap(({ scope, on, member, role, memberAt: at, narrowed, remove }) => {
    const isOpen = within.has(scope) && on !== undefined && isEverybody(member) && !narrowed;
    return isOpen ? [{ on, writes: isWriter(role), at, removal: remove?.() }] : [];
  });
  const single = ofAsset(stack, 'storage.googleapis.com/BucketAccessControl').flatMap((declared) => {
    const entity = property(declared, 'entity');
    const writes = isWriting(textOf(property(declared, 'role')) ?? '');
    const found = opening(
      referent(property(declared, 'bucket')),
      entity,
      isEverybody(textOf(entity)) ? writes : undefined,
    );
    return found.map((one) => ({ ...one, removal: declared.remove?.() }));
  });
  const listed = ofAsset(stack, 'storage.googleapis.com/BucketAccessList').flatMap((declared) => {
    const on = referent(property(declared, 'bucket'));
    const words = [property(declared, 'predefinedAcl'), property(declared, 'defaultAcl')];
    const entries = [...itemsOf(property(declared, 'roleEntity')), ...words.flatMap(itemsOf)];
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

import type { Literal } from '../model/literal.js';
import type { Edit } from '../model/span.js';
import type { MapValue, Value } from '../model/value.js';

/**
 * How one framework writes. Every method returns edits that leave all other text untouched, or undefined when it cannot:
 * the value comes from elsewhere, the container is an expression, the syntax has no such form.
 */
export interface Writer {
  /** Another value in the place of this one. */
  readonly replace: (value: Value, literal: Literal) => readonly Edit[] | undefined;
  /** A new entry under a path of keys, of which the leading ones may exist. Matches the neighbours' style. */
  readonly insert: (map: MapValue, path: readonly string[], literal: Literal) => readonly Edit[] | undefined;
  /** Removes an entry with its whole lines. */
  readonly remove: (map: MapValue, key: string) => readonly Edit[] | undefined;
  /** Adds an item to a list. */
  readonly append: (list: Value, literal: Literal) => readonly Edit[] | undefined;
}

/** A writer for several files: each value is written by the writer of the file that it stands in. */
export function writerOfFiles(writerAt: (path: string) => Writer | undefined): Writer {
  return {
    replace: (value, literal) => writerAt(value.at.path)?.replace(value, literal),
    insert: (map, path, literal) => writerAt(map.at.path)?.insert(map, path, literal),
    remove: (map, key) => writerAt(map.at.path)?.remove(map, key),
    append: (list, literal) => writerAt(list.at.path)?.append(list, literal),
  };
}

/** What reading one stack needs everywhere: how to write, and where to count what could not be resolved. */
export interface Reading {
  readonly writer: Writer;
  readonly unresolved: { readonly at: Value['at']; readonly because: string }[];
}
